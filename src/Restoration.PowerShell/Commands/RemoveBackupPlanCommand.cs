using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes a backup plan. The backups that it made stay.</summary>
[Cmdlet(VerbsCommon.Remove, "BackupPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveBackupPlanCommand : AsyncCmdlet
{
    /// <summary>The plan: its name or id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PlanId"), ArgumentCompleter(typeof(BackupPlanCompleter))]
    public BackupPlanIdentity Identity { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        BackupPlan plan = await session.BackupPlans.GetAsync(Identity.ToString(), stop);
        if (ShouldProcess(plan.Name, "Remove backup plan"))
        {
            await session.BackupPlans.RemoveAsync(plan, stop);
        }
    }
}

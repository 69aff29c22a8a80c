using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Changes a backup plan. What is not said stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "BackupPlan", SupportsShouldProcess = true)]
[OutputType(typeof(BackupPlan))]
public sealed class SetBackupPlanCommand : BackupPlanCmdlet
{
    /// <summary>The plan: its name or id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PlanId"), ArgumentCompleter(typeof(BackupPlanCompleter))]
    public BackupPlanIdentity Identity { get; set; } = null!;

    /// <summary>A new name.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The calendars, in place of those that it has.</summary>
    [Parameter, ValidateNotNullOrEmpty, SupportsWildcards, ArgumentCompleter(typeof(MailboxCompleter))]
    public string[]? Source { get; set; }

    /// <summary>Writes the plan as it is now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        BackupPlan plan = await session.BackupPlans.GetAsync(Identity.ToString(), stop);
        if (!ShouldProcess(plan.Name, "Change backup plan"))
        {
            return;
        }

        BackupPlan changed = await session.BackupPlans.UpdateAsync(
            Apply(plan with { Name = Name ?? plan.Name, Calendars = Source ?? plan.Calendars }), stop);
        if (PassThru)
        {
            WriteObject(changed);
        }
    }
}

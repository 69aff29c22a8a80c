using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Runs a backup plan now: backs up, reads back, and then lets go what its retention does not keep.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BackupPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BackupPlanRun))]
public sealed class InvokeBackupPlanCommand : AsyncCmdlet
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
        if (!ShouldProcess($"{plan.Name}: {string.Join(", ", plan.Calendars)}", "Run backup plan"))
        {
            return;
        }

        BackupPlanRun run = await session.PlanRunner.RunNowAsync(plan, null, stop);
        foreach (BackupPlanStep step in run.Steps.Where(step => step.Outcome == BackupOutcome.Failed))
        {
            Fail(new RestorationException(step.Failure!.Value, $"{step.Calendar}: {step.Detail}", step.Calendar), step);
        }

        WriteObject(run);
    }
}

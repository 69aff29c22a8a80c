using System.Management.Automation;
using Restoration.Backups.Plans;
using Restoration.Failures;
using Restoration.Hosting;

namespace Restoration.PowerShell.Commands;

/// <summary>Runs backup plans as they become due, until Ctrl+C. Missed runs are made up for once.</summary>
[Cmdlet(VerbsLifecycle.Start, "BackupScheduler", SupportsShouldProcess = true)]
[OutputType(typeof(BackupPlanRun))]
public sealed class StartBackupSchedulerCommand : AsyncCmdlet
{
    /// <summary>Runs what is due now, and ends.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (!ShouldProcess(RunspaceSession.Current.Names.Store, "Run the backup plans that are due"))
        {
            return;
        }

        IProgress<Finding> troubles = new Progress<Finding>(finding => WriteWarning(finding.ToString()));
        IAsyncEnumerable<BackupPlanRun> runs = Once ? session.Scheduler.RunDueAsync(null, stop) : session.Scheduler.RunAsync(null, troubles, stop);
        await foreach (BackupPlanRun run in runs)
        {
            WriteObject(run);
        }
    }
}

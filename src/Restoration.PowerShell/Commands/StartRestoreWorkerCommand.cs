using System.Management.Automation;
using Restoration.Failures;
using Restoration.Hosting;
using Restoration.Requests;
using Restoration.Requests.Queue;

namespace Restoration.PowerShell.Commands;

/// <summary>Runs the mailbox restores that wait, by priority and age, until Ctrl+C; any number of workers may share a store.</summary>
[Cmdlet(VerbsLifecycle.Start, "RestoreWorker", SupportsShouldProcess = true)]
[OutputType(typeof(RestoreRequest))]
public sealed class StartRestoreWorkerCommand : AsyncCmdlet
{
    /// <summary>Ends when the queue is empty.</summary>
    [Parameter]
    public SwitchParameter Drain { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        if (!ShouldProcess(RunspaceSession.Current.Names.Store, "Run the mailbox restores that wait"))
        {
            return;
        }

        IProgress<Finding> troubles = new Progress<Finding>(finding => WriteWarning(finding.ToString()));
        await foreach (RestoreRequest request in session.Worker.RunAsync(new WorkerOptions { Drain = Drain }, null, troubles, stop))
        {
            WriteObject(request);
        }
    }
}

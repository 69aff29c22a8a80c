using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Waits until a mailbox restore has ended, failed or is suspended, with a progress bar.</summary>
[Cmdlet(VerbsLifecycle.Wait, "RestoreRequest")]
[OutputType(typeof(RestoreRequest))]
public sealed class WaitRestoreRequestCommand : AsyncCmdlet
{
    /// <summary>The request: its GUID, its name, or Mailbox\Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RequestId", "RequestGuid"), ArgumentCompleter(typeof(RequestCompleter))]
    public RequestIdentity Identity { get; set; } = null!;

    /// <summary>How many seconds to wait at most; without it, as long as it takes.</summary>
    [Parameter, Alias("TimeoutSec"), ValidateRange(0, int.MaxValue)]
    public int? Timeout { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);

        // It may have been queued by a session that is gone.
        session.Background.Start();
        PipelineProgress progress = new(this, $"{request.Kind} '{request.Identity}'", session.Workspace.Clock);
        try
        {
            TimeSpan? timeout = Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
            await foreach (RestoreRequest now in session.RequestWatch.WatchAsync(request, timeout, stop))
            {
                request = now;
                progress.Report(new RestoreProgress(now.Counts, now.Total, "", now.Duration));
            }
        }
        finally
        {
            progress.Complete();
        }

        if (session.Background.Failure is { } failure)
        {
            WriteWarning(failure.Message);
        }

        WriteObject(request);
    }
}

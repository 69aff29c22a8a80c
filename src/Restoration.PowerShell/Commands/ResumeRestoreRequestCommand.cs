using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Goes on with a request that was stopped, failed or killed; a mailbox restore goes back to the queue.</summary>
[Cmdlet(VerbsLifecycle.Resume, "RestoreRequest", SupportsShouldProcess = true)]
[OutputType(typeof(RestoreResult), typeof(RestoreRequest))]
public sealed class ResumeRestoreRequestCommand : RequestCmdlet
{
    /// <summary>The request: its GUID, its name, or Mailbox\Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RequestId", "RequestGuid"), ArgumentCompleter(typeof(RequestCompleter))]
    public RequestIdentity Identity { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);
        if (!ShouldProcess($"'{request.Identity}' ({request.Status}: {request.Counts})", "Resume"))
        {
            return;
        }

        if (request.Kind != RequestKind.MailboxRestore)
        {
            await RunAsync(session, request, WriteObject, stop);
            return;
        }

        RestoreRequest queued = await session.RequestAdministration.ResumeAsync(request, stop);
        session.Background.Start();
        WriteObject(queued);
    }
}

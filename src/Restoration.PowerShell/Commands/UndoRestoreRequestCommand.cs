using System.Management.Automation;
using Restoration.Execution;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Takes back what requests did; items that were changed since are left alone, unless -Force says otherwise.</summary>
[Cmdlet(VerbsCommon.Undo, "RestoreRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RestoreResult))]
public sealed class UndoRestoreRequestCommand : RequestCmdlet
{
    private readonly List<RestoreRequest> _requests = [];

    /// <summary>The request: its GUID, its name, or Mailbox\Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RequestId", "RequestGuid"), ArgumentCompleter(typeof(RequestCompleter))]
    public RequestIdentity Identity { get; set; } = null!;

    /// <summary>Undoes over items that were changed since.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);
        if (_requests.TrueForAll(other => other.RequestId != request.RequestId))
        {
            _requests.Add(request);
        }
    }

    // Not before the pipeline has ended: it may be the request itself that writes its results there.
    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        foreach (RestoreRequest piped in _requests)
        {
            RestoreRequest request = await session.Requests.GetAsync(piped.RequestId.ToString(), stop);
            if (await ReviewAsync(session, RequestService.DraftUndo(request, Force), stop) is { } reviewed)
            {
                await RunAsync(session, reviewed, WriteObject, stop);
            }
        }
    }
}

using System.Management.Automation;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Forgets a request, wherever it stands; what it restored stays, and can be undone no more.</summary>
[Cmdlet(VerbsCommon.Remove, "RestoreRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveRestoreRequestCommand : AsyncCmdlet
{
    /// <summary>The request: its GUID, its name, or Mailbox\Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RequestId", "RequestGuid"), ArgumentCompleter(typeof(RequestCompleter))]
    public RequestIdentity Identity { get; set; } = null!;

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);
        if ((Force && !IsWhatIf) || ShouldProcess($"{request.Identity} ({request.Status}: {request.Counts})", "Remove"))
        {
            await session.RequestAdministration.RemoveAsync(request, stop);
        }
    }
}

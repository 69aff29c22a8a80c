using System.Management.Automation;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Changes limits, label, priority and expiry of a mailbox restore; a request in progress heeds them at its next batch.</summary>
[Cmdlet(VerbsCommon.Set, "RestoreRequest", SupportsShouldProcess = true)]
[OutputType(typeof(RestoreRequest))]
public sealed class SetRestoreRequestCommand : RequestSettingsCmdlet
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
        if (ShouldProcess(request.Identity, "Change settings"))
        {
            WriteObject(await session.RequestAdministration.SetAsync(request, Apply(request.Settings), stop));
        }
    }
}

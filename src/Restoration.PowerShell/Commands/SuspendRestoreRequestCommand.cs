using System.Management.Automation;
using Restoration.Hosting;
using Restoration.PowerShell.Parameters;
using Restoration.Requests;

namespace Restoration.PowerShell.Commands;

/// <summary>Suspends a mailbox restore: at once, or at the next item if a worker runs it.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "RestoreRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RestoreRequest))]
public sealed class SuspendRestoreRequestCommand : AsyncCmdlet
{
    /// <summary>The request: its GUID, its name, or Mailbox\Name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RequestId", "RequestGuid"), ArgumentCompleter(typeof(RequestCompleter))]
    public RequestIdentity Identity { get; set; } = null!;

    /// <summary>Why; the statistics show it as Message.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public string? SuspendComment { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestoreRequest request = await session.Requests.GetAsync(Identity.ToString(), stop);
        if (ShouldProcess($"{request.Identity} ({request.Status})", "Suspend"))
        {
            WriteObject(await session.RequestAdministration.SuspendAsync(request, SuspendComment, stop));
        }
    }
}

using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Requests.MailboxRestores;

namespace Restoration.PowerShell.Commands;

/// <summary>Says whether a mailbox can be restored as asked, how much that is, and what to mind. Nothing is stored.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RestoreRequest")]
[OutputType(typeof(RestoreValidation), typeof(bool))]
public sealed class TestRestoreRequestCommand : MailboxRestoreCmdlet
{
    /// <summary>Writes only whether it can be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        RestoreValidation check = await session.MailboxRestores.CheckAsync(Read(), stop);
        WriteObject(Quiet ? check.IsValid : check);
    }
}

using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Removes a mailbox: one with content stays as SoftDeleted, or as Inactive if it is on hold; an empty one is gone.</summary>
[Cmdlet(VerbsCommon.Remove, "RestorationMailbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void), typeof(Mailbox))]
public sealed class RemoveRestorationMailboxCommand : AsyncCmdlet
{
    /// <summary>The mailbox: its address, user principal name, alias, display name or GUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Mailbox", "Address", "PrimarySmtpAddress"), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Identity { get; set; } = "";

    /// <summary>Writes the mailbox as it is now, if it stays.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        Mailbox mailbox = await session.Mailboxes.GetAsync(Identity, stop);
        if (ShouldProcess($"{mailbox.Address} ({mailbox.Kind})", "Remove mailbox")
            && await session.Mailboxes.RemoveAsync(mailbox, stop) is { } left && PassThru)
        {
            WriteObject(left);
        }
    }
}

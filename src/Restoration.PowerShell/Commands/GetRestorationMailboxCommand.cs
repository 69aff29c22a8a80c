using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the mailboxes of the store.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationMailbox")]
[OutputType(typeof(Mailbox))]
public sealed class GetRestorationMailboxCommand : AsyncCmdlet
{
    /// <summary>Only this mailbox, or those that fit: address, user principal name, alias, display name or GUID.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true), Alias("Mailbox", "Address")]
    [SupportsWildcards, ValidateNotNullOrEmpty, ArgumentCompleter(typeof(MailboxCompleter))]
    public string? Identity { get; set; }

    /// <summary>Only mailboxes of these kinds.</summary>
    [Parameter, ValidateNotNullOrEmpty]
    public MailboxKind[]? Kind { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        IReadOnlyList<Mailbox> mailboxes = await session.Mailboxes.ListAsync(Identity, stop);
        WriteObject(mailboxes.Where(mailbox => Kind is null || Kind.Contains(mailbox.Kind)), enumerateCollection: true);
    }
}

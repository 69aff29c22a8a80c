using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the mailboxes of the store.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationMailbox", DefaultParameterSetName = "Filter")]
[OutputType(typeof(Mailbox))]
public sealed class GetRestorationMailboxCommand : AsyncCmdlet
{
    /// <summary>Only this mailbox, or those that fit: address, user principal name, alias, display name or GUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Identity")]
    [Alias("Mailbox", "Address", "PrimarySmtpAddress"), SupportsWildcards, ArgumentCompleter(typeof(MailboxCompleter))]
    public string Identity { get; set; } = "";

    /// <summary>Only mailboxes of these kinds.</summary>
    [Parameter(ParameterSetName = "Filter"), ValidateNotNullOrEmpty]
    public MailboxKind[]? Kind { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        IReadOnlyList<Mailbox> mailboxes = await session.Mailboxes.ListAsync(ParameterSetName == "Identity" ? Identity : null, stop);
        WriteObject(mailboxes.Where(mailbox => Kind is null || Kind.Contains(mailbox.Kind)), enumerateCollection: true);
    }
}

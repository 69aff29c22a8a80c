using System.Management.Automation;
using Restoration.Hosting;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.PowerShell.Parameters;

namespace Restoration.PowerShell.Commands;

/// <summary>Lists the folders of a mailbox, with what is in them.</summary>
[Cmdlet(VerbsCommon.Get, "RestorationMailboxFolder")]
[OutputType(typeof(MailboxFolder))]
public sealed class GetRestorationMailboxFolderCommand : AsyncCmdlet
{
    /// <summary>The mailbox: its address, user principal name, alias, display name or GUID.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Mailbox", "Address", "PrimarySmtpAddress"), ArgumentCompleter(typeof(MailboxCompleter))]
    public string Identity { get; set; } = "";

    /// <summary>Only folders whose path fits.</summary>
    [Parameter(Position = 1), SupportsWildcards, ValidateNotNullOrEmpty]
    public string? Folder { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken stop)
    {
        RestorationSession session = await OpenAsync(stop);
        IReadOnlyList<MailboxFolder> folders = await session.Mailboxes.ListFoldersAsync(Identity, stop);
        WriteObject(folders.Where(folder => Folder is null || Wildcard.IsMatch(Folder, folder.Path)), enumerateCollection: true);
    }
}

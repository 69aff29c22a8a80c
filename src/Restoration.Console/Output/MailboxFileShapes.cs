using Restoration.Mailboxes;

namespace Restoration.Console.Output;

/// <summary>How mailboxes in files are printed. Other programs read the JSON: members are added, never changed.</summary>
internal static class MailboxFileShapes
{
    public static Shape<ExportedMailbox> Exported { get; } = new(
    [
        new("mailbox", mailbox => mailbox.Mailbox, "Mailbox"),
        new("path", mailbox => mailbox.Path, "Path"),
        new("format", mailbox => mailbox.Format, "Format"),
        new("folderCount", mailbox => mailbox.FolderCount, "Folders"),
        new("itemCount", mailbox => mailbox.ItemCount, "Items"),
        new("size", mailbox => mailbox.Size, "Bytes"),
    ]);
}

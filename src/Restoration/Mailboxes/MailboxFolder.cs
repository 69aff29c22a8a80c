using Restoration.Requests;

namespace Restoration.Mailboxes;

/// <summary>A folder of a mailbox, with what is in it.</summary>
/// <param name="Mailbox">The mailbox's address.</param>
/// <param name="Path">The path below the top of the mailbox.</param>
/// <param name="WellKnown">Which of the folders that every mailbox has it is; null for all others.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="ItemCount">How many items are in it, those of its subfolders not counted.</param>
/// <param name="Size">The size of their contents.</param>
public sealed record MailboxFolder(string Mailbox, string Path, WellKnownFolder? WellKnown, FolderKind Kind, long ItemCount, ByteQuantifiedSize Size)
{
    internal static MailboxFolder Of(Folder folder)
        => new(folder.Mailbox, folder.Path.ToString(), folder.WellKnown, folder.Kind, folder.ItemCount, new ByteQuantifiedSize(folder.Size));
}

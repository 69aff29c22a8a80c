using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Sources;

/// <summary>What a mailbox in a file hands on: an item and its folder, or something to say about the file.</summary>
public sealed record MailboxEntry
{
    /// <summary>The names of the folders from the top down; empty if the file does not say where the item was.</summary>
    public IReadOnlyList<string> Folder { get; init; } = [];

    /// <summary>The item, with its content.</summary>
    public Item? Item { get; init; }

    /// <summary>The finding; with an item, something that is to be known of it.</summary>
    public Finding? Finding { get; init; }
}

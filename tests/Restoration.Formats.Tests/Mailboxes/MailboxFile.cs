using System.Text;
using Restoration.Failures;
using Restoration.Formats.Mailboxes;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Mailboxes;

/// <summary>What reading a mailbox gave.</summary>
internal sealed record MailboxFile(IReadOnlyList<MailboxEntry> Entries)
{
    public static MailboxFormats Formats { get; } = new();

    public IReadOnlyList<Item> Items => [.. Entries.Select(entry => entry.Item).OfType<Item>()];

    public IReadOnlyList<Finding> Findings => [.. Entries.Select(entry => entry.Finding).OfType<Finding>()];

    /// <summary>Each item with its folder, and all that a restore would bring back of it.</summary>
    public IReadOnlyList<string> Summary =>
    [
        .. Entries.Where(entry => entry.Item is not null)
            .Select(entry => $"{(entry.Folder.Count == 0 ? "Inbox" : string.Join('/', entry.Folder))}: {entry.Item!.ItemClass} {entry.Item.Subject} {entry.Item.Key.Uid} {entry.Item.ComparisonHash}"),
    ];

    public static MailboxFile Read(MemoryTree tree, string? format = null, ReadLimits? limits = null) => ReadAsync(tree, format, limits).GetAwaiter().GetResult();

    public static MailboxFile Read(string path, string text, string? format = null, bool isSingle = false)
    {
        MemoryTree tree = new() { IsSingleFile = isSingle };
        tree[path] = Encoding.Latin1.GetBytes(text);
        return Read(tree, format);
    }

    public static MemoryTree Write(string format, IEnumerable<(string Folder, Item Item)> items, string path = "out")
        => WriteAsync(format, items, path).GetAwaiter().GetResult();

    private static async Task<MailboxFile> ReadAsync(MemoryTree tree, string? format, ReadLimits? limits)
    {
        List<MailboxEntry> entries = [];
        await foreach (MailboxEntry entry in Formats.ReadAsync(tree, new MailboxReadOptions { Format = format, Limits = limits ?? ReadLimits.Default }, CancellationToken.None))
        {
            entries.Add(entry);
        }

        return new MailboxFile(entries);
    }

    private static async Task<MemoryTree> WriteAsync(string format, IEnumerable<(string Folder, Item Item)> items, string path)
    {
        MemoryTree tree = new() { IsSingleFile = Formats.FindSingleFile(format, path) is not null };
        MailboxInfo info = new("alice@contoso.com", DateTimeOffset.UnixEpoch);
        await using IMailboxWriter writer = Formats.OpenWriter(format, tree, info, Formats.FindSingleFile(format, path));
        foreach (IGrouping<string, (string Folder, Item Item)> folder in items.GroupBy(item => item.Folder))
        {
            await writer.BeginFolderAsync(FolderPath.Parse(folder.Key), CancellationToken.None);
            foreach ((_, Item item) in folder)
            {
                await writer.WriteAsync(item, CancellationToken.None);
            }
        }

        await writer.CompleteAsync(CancellationToken.None);
        return tree;
    }
}

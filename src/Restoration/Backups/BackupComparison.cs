using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Backups;

/// <summary>Holds two states of a calendar against each other: two backups, or a backup and the calendar as it is.</summary>
public sealed class BackupComparison(Workspace workspace)
{
    /// <summary>What has changed since a backup was taken.</summary>
    /// <param name="before">The backup.</param>
    /// <param name="after">A later one; null for the calendar as it is now.</param>
    /// <param name="cancellation">Stops the comparison.</param>
    /// <returns>The differences; items that are the same are left out.</returns>
    public async IAsyncEnumerable<BackupDifference> CompareAsync(
        Backup before, Backup? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<(string?, string?), Item> old = [];
        await foreach (Item item in ReadAsync(before, cancellation).ConfigureAwait(false))
        {
            old[Key(item)] = item;
        }

        IAsyncEnumerable<Item> now = after is null
            ? await ReadCalendarAsync(before, cancellation).ConfigureAwait(false)
            : ReadAsync(after, cancellation);
        await foreach (Item item in now.ConfigureAwait(false))
        {
            if (!old.Remove(Key(item), out Item? earlier))
            {
                yield return new BackupDifference(DifferenceKind.Added, item, []);
            }
            else if (earlier.ComparisonHash != item.ComparisonHash)
            {
                yield return new BackupDifference(DifferenceKind.Changed, item, await FieldsAsync(earlier, item, cancellation).ConfigureAwait(false));
            }
        }

        foreach (Item gone in old.Values)
        {
            yield return new BackupDifference(DifferenceKind.Removed, gone, []);
        }
    }

    private static (string? Id, string? Occurrence) Key(Item item) => (item.Key.Uid ?? item.Key.NaturalKey.ToString(), item.Key.RecurrenceId);

    private ValueTask<IReadOnlyList<string>> FieldsAsync(Item earlier, Item later, CancellationToken cancellation)
        => workspace.ReadAsync(
            async transaction =>
            {
                IReadOnlyList<Item> loaded = await transaction.Contents.LoadAsync([earlier, later], cancellation).ConfigureAwait(false);
                return workspace.Codec.Compare(loaded[0], loaded[1]);
            },
            cancellation);

    private async IAsyncEnumerable<Item> ReadAsync(Backup backup, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IAsyncEnumerable<BackupItem> items = StorePages.ReadAsync(
            workspace.Store,
            (transaction, after, limit, token) => transaction.Backups.ReadAsync(backup.BackupId, after, limit, token),
            item => item.Ordinal,
            cancellation);
        await foreach (BackupItem item in items.ConfigureAwait(false))
        {
            yield return item.Item;
        }
    }

    private async ValueTask<IAsyncEnumerable<Item>> ReadCalendarAsync(Backup backup, CancellationToken cancellation)
    {
        Folder folder = await workspace.ReadAsync(
            transaction => MailboxDirectory.GetFolderAsync(transaction, backup.Mailbox, backup.Folder, cancellation), cancellation).ConfigureAwait(false);
        return Items(StorePages.ReadAsync(
            workspace.Store,
            (transaction, after, limit, token) => transaction.Items.ReadAsync(folder.Id, after, limit, token),
            item => item.Id,
            cancellation));

        static async IAsyncEnumerable<Item> Items(IAsyncEnumerable<StoredItem> items)
        {
            await foreach (StoredItem item in items.ConfigureAwait(false))
            {
                yield return item.Item;
            }
        }
    }
}

/// <summary>One item that differs between two states of a calendar.</summary>
/// <param name="Kind">How.</param>
/// <param name="Item">The item: the later version, or the one that is gone.</param>
/// <param name="Fields">The parts that differ, such as <c>End</c>.</param>
public sealed record BackupDifference(DifferenceKind Kind, Item Item, IReadOnlyList<string> Fields)
{
    /// <summary>The UID.</summary>
    public string? Uid => Item.Key.Uid;

    /// <summary>Which occurrence, for an override.</summary>
    public string? RecurrenceId => Item.Key.RecurrenceId;

    /// <summary>The subject.</summary>
    public string Subject => Item.Subject;

    /// <summary>When it starts.</summary>
    public CalendarTime? Start => Item.Start;

    /// <summary>When it ends.</summary>
    public CalendarTime? End => Item.End;
}

/// <summary>How an item differs.</summary>
public enum DifferenceKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Removed,

    /// <summary>It is another version.</summary>
    Changed,
}

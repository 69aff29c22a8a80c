using Restoration.Backups;
using Restoration.Destinations;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>One folder of a mailbox that is read: as it is now, or as a backup has it.</summary>
internal abstract class MailboxPart
{
    /// <summary>Its number among the parts of the mailbox; the same each time that the mailbox is read, and rising.</summary>
    public abstract long Number { get; }

    /// <summary>Its path.</summary>
    public abstract FolderPath Path { get; }

    /// <summary>How many items it has.</summary>
    public abstract long ItemCount { get; }

    /// <summary>How many bytes they have.</summary>
    public abstract long Size { get; }

    /// <summary>What tells it from one with other content; nothing for a folder that lives on.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>The next items, by rising numbers, without content.</summary>
    public abstract ValueTask<IReadOnlyList<NumberedItem>> ReadAsync(IStoreTransaction transaction, long after, int limit, CancellationToken cancellation);

    /// <summary>Which of these UIDs it has.</summary>
    public abstract ValueTask<IEnumerable<string>> FindUidsAsync(IStoreTransaction transaction, IReadOnlyList<string> uids, CancellationToken cancellation);
}

/// <summary>An item of a part.</summary>
/// <param name="Number">Its number in the part.</param>
/// <param name="Item">The item.</param>
internal readonly record struct NumberedItem(long Number, Item Item);

/// <summary>A folder of the store as it is now.</summary>
internal sealed class FolderPart(Folder folder) : MailboxPart
{
    public override long Number => folder.Id;

    public override FolderPath Path => folder.Path;

    public override long ItemCount => folder.ItemCount;

    public override long Size => folder.Size;

    public override string Fingerprint => "";

    public override async ValueTask<IReadOnlyList<NumberedItem>> ReadAsync(IStoreTransaction transaction, long after, int limit, CancellationToken cancellation)
    {
        IReadOnlyList<StoredItem> items = await transaction.Items.ReadAsync(folder.Id, after, limit, cancellation).ConfigureAwait(false);
        return [.. items.Select(item => new NumberedItem(item.Id, item.Item))];
    }

    public override async ValueTask<IEnumerable<string>> FindUidsAsync(IStoreTransaction transaction, IReadOnlyList<string> uids, CancellationToken cancellation)
    {
        IReadOnlyList<Match> matches = await transaction.Items
            .FindAsync(folder.Id, [.. uids.Select(uid => new ItemKey { Uid = uid })], cancellation).ConfigureAwait(false);
        return uids.Where((_, i) => matches[i] is { Rung: MatchRung.Uid, Items.Count: > 0 });
    }
}

/// <summary>A folder as a backup has it.</summary>
internal sealed class BackupPart(long number, Backup backup) : MailboxPart
{
    public override long Number => number;

    public override FolderPath Path => backup.Folder;

    public override long ItemCount => backup.ItemCount;

    public override long Size => backup.Size;

    public override string Fingerprint => $"{backup.BackupId} {backup.RootHash}";

    public override async ValueTask<IReadOnlyList<NumberedItem>> ReadAsync(IStoreTransaction transaction, long after, int limit, CancellationToken cancellation)
    {
        IReadOnlyList<BackupItem> items = await transaction.Backups.ReadAsync(backup.BackupId, after, limit, cancellation).ConfigureAwait(false);
        return [.. items.Select(item => new NumberedItem(item.Ordinal, item.Item))];
    }

    public override async ValueTask<IEnumerable<string>> FindUidsAsync(IStoreTransaction transaction, IReadOnlyList<string> uids, CancellationToken cancellation)
        => await transaction.Backups.FindUidsAsync([backup.BackupId], uids, cancellation).ConfigureAwait(false);
}

using Restoration.Backups;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Stores;

/// <summary>Point-in-time backups.</summary>
public interface IBackupStore
{
    /// <summary>Keeps a folder as it is now: its items by their content hashes, nothing copied.</summary>
    ValueTask<Backup> AddAsync(Folder folder, Guid backupId, DateTimeOffset takenAt, string createdBy, CancellationToken cancellation);

    /// <summary>A backup by its id; null if there is none.</summary>
    ValueTask<Backup?> GetAsync(Guid backupId, CancellationToken cancellation);

    /// <summary>The backups of a mailbox, or of all, newest first.</summary>
    ValueTask<IReadOnlyList<Backup>> ListAsync(string? mailbox, CancellationToken cancellation);

    /// <summary>The next items of a backup, in their order, without content.</summary>
    ValueTask<IReadOnlyList<BackupItem>> ReadAsync(Guid backupId, long afterOrdinal, int limit, CancellationToken cancellation);

    /// <summary>The items of a backup that have one of these immutable ids or UIDs, in the order of the backup, without content.</summary>
    ValueTask<IReadOnlyList<Item>> FindAsync(Guid backupId, IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>Which of these UIDs one of the backups has.</summary>
    ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<Guid> backupIds, IReadOnlyCollection<string> uids, CancellationToken cancellation);

    /// <summary>Says whether a backup is to stay.</summary>
    ValueTask SetHoldAsync(Guid backupId, bool isHeld, CancellationToken cancellation);

    /// <summary>Removes a backup, and the content that nothing else needs any more.</summary>
    /// <returns>The bytes of content that were freed.</returns>
    ValueTask<long> RemoveAsync(Guid backupId, CancellationToken cancellation);
}

/// <summary>An item of a backup.</summary>
/// <param name="Ordinal">Its place in the backup, counted from 1 without gaps.</param>
/// <param name="Item">The item, without content.</param>
public sealed record BackupItem(long Ordinal, Item Item);

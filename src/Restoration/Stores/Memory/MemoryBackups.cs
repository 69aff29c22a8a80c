using System.Collections.Immutable;
using System.Security.Cryptography;
using Restoration.Backups;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Stores.Memory;

internal sealed class MemoryBackups(MemoryTransaction transaction) : IBackupStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask<Backup> AddAsync(Folder folder, Guid backupId, DateTimeOffset takenAt, string createdBy, CancellationToken cancellation)
    {
        ImmutableArray<ContentHash> items = [.. State.Items.Values.Where(item => item.FolderId == folder.Id).Select(item => item.Content)];
        Backup backup = new()
        {
            BackupId = backupId,
            Mailbox = folder.Mailbox,
            Folder = folder.Path,
            TakenAt = takenAt,
            CreatedBy = createdBy,
            ItemCount = items.Length,
            Size = items.Sum(hash => State.Contents[hash].Size),
            RootHash = new ContentHash(SHA256.HashData([.. items.SelectMany(hash => hash.ToArray())])),
        };
        State = State with { Backups = State.Backups.Add((backup, items)) };
        return ValueTask.FromResult(backup);
    }

    public ValueTask<Backup?> GetAsync(Guid backupId, CancellationToken cancellation)
        => ValueTask.FromResult(State.Backups.FirstOrDefault(entry => entry.Backup.BackupId == backupId).Backup)!;

    public ValueTask<IReadOnlyList<Backup>> ListAsync(string? mailbox, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<Backup>>(
        [
            .. State.Backups.Select(entry => entry.Backup).Reverse()
                .Where(backup => mailbox is null || string.Equals(backup.Mailbox, mailbox, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(backup => backup.TakenAt),
        ]);

    public ValueTask<IReadOnlyList<BackupItem>> ReadAsync(Guid backupId, long afterOrdinal, int limit, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<BackupItem>>(
            [.. Hashes(backupId).Select((hash, i) => new BackupItem(i + 1, Find(hash))).Skip((int)afterOrdinal).Take(limit)]);

    public ValueTask<IReadOnlyList<Item>> FindAsync(Guid backupId, IReadOnlyCollection<string> ids, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<Item>>(
        [
            .. Hashes(backupId).Select(Find).Where(item => (item.Key.Uid is { } uid && ids.Contains(uid))
                || (item.Key.ImmutableId is { } id && ids.Contains(id))),
        ]);

    public ValueTask<IReadOnlySet<string>> FindUidsAsync(
        IReadOnlyCollection<Guid> backupIds, IReadOnlyCollection<string> uids, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlySet<string>>(
            backupIds.SelectMany(id => Hashes(id)).Select(hash => Find(hash).Key.Uid).OfType<string>().Intersect(uids, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal));

    public ValueTask SetHoldAsync(Guid backupId, bool isHeld, CancellationToken cancellation)
    {
        State = State with
        {
            Backups = [.. State.Backups.Select(entry => entry.Backup.BackupId == backupId ? (entry.Backup with { IsHeld = isHeld }, entry.Items) : entry)],
        };
        return ValueTask.CompletedTask;
    }

    public ValueTask<long> RemoveAsync(Guid backupId, CancellationToken cancellation)
    {
        State = State with
        {
            Backups = State.Backups.RemoveAll(entry => entry.Backup.BackupId == backupId),
            BackupCopies = State.BackupCopies.RemoveAll(copy => copy.BackupId == backupId),
        };
        HashSet<ContentHash> needed =
        [
            .. State.Items.Values.Select(item => item.Content),
            .. State.Backups.SelectMany(entry => entry.Items),
            .. State.Frozen.Values.SelectMany(entries => entries.Values).Select(entry => entry.Item?.ContentHash).OfType<ContentHash>(),
            .. State.Journal.Values.SelectMany(entries => entries.Values).Select(entry => entry.Before).OfType<ContentHash>(),
        ];
        ContentHash[] orphans = [.. State.Contents.Keys.Where(hash => !needed.Contains(hash))];
        long freed = orphans.Sum(hash => State.Contents[hash].Size);
        State = State with { Contents = State.Contents.RemoveRange(orphans) };
        return ValueTask.FromResult(freed);
    }

    private ImmutableArray<ContentHash> Hashes(Guid backupId)
        => State.Backups.FirstOrDefault(entry => entry.Backup.BackupId == backupId) is { Backup: not null } found ? found.Items : [];

    private Item Find(ContentHash hash) => State.Contents[hash] with { Content = default };
}

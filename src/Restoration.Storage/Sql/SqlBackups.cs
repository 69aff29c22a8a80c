using System.Data.Common;
using System.Security.Cryptography;
using Restoration.Backups;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The tables backups and backup_items.</summary>
internal sealed class SqlBackups(SqlSession session) : IBackupStore
{
    private const string Columns = "guid, mailbox, path, taken_at, created_by, item_count, size, root_hash, is_held";

    // Content stays as long as a calendar, a backup, a waiting request, the journal or the audit trail may want it.
    private const string Orphans = """
        FROM contents WHERE NOT EXISTS (SELECT 1 FROM items i WHERE i.content_id = contents.id)
          AND NOT EXISTS (SELECT 1 FROM backup_items b WHERE b.content_id = contents.id)
          AND NOT EXISTS (SELECT 1 FROM request_entries r WHERE r.content_id = contents.id)
          AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.before_hash = contents.hash)
        """;

    private readonly string _find = $"""
        SELECT b.ordinal, {ItemRows.Columns}
        FROM {session.Dialect.TextTable("@1")} u CROSS JOIN contents c CROSS JOIN backup_items b
        WHERE COLUMN = u.v AND b.content_id = c.id AND b.backup_id = (SELECT id FROM backups WHERE guid = @0)
        """;

    private readonly string _findUids = $"""
        SELECT DISTINCT u.v FROM {session.Dialect.TextTable("@1")} u CROSS JOIN contents c CROSS JOIN backup_items b
        WHERE c.uid = u.v AND b.content_id = c.id
          AND b.backup_id IN (SELECT id FROM backups WHERE guid IN (SELECT v FROM {session.Dialect.TextTable("@0")} g))
        """;

    public async ValueTask<Backup> AddAsync(Folder folder, Guid backupId, DateTimeOffset takenAt, string createdBy, CancellationToken cancellation)
    {
        Backup backup = new() { BackupId = backupId, Mailbox = folder.Mailbox, Folder = folder.Path, TakenAt = takenAt, CreatedBy = createdBy };
        long id = await session.FirstAsync(
            """
            INSERT INTO backups (guid, mailbox, mailbox_key, path, taken_at, created_by, item_count, size, root_hash)
            VALUES (@0, @1, @2, @3, @4, @5, 0, 0, @6) RETURNING id
            """,
            reader => reader.GetInt64(0),
            cancellation,
            backupId,
            folder.Mailbox,
            folder.Mailbox.ToLowerInvariant(),
            folder.Path.ToString(),
            takenAt,
            createdBy,
            default(ContentHash)).ConfigureAwait(false);
        await session.ExecuteAsync(
            """
            INSERT INTO backup_items (backup_id, ordinal, content_id)
            SELECT @0, row_number() OVER (ORDER BY id), content_id FROM items WHERE folder_id = @1
            """,
            cancellation,
            id,
            folder.Id).ConfigureAwait(false);

        using IncrementalHash root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] digest = new byte[ContentHash.Length];
        List<long> sizes = await session.QueryAsync(
            "SELECT c.hash, c.size FROM backup_items b JOIN contents c ON c.id = b.content_id WHERE b.backup_id = @0 ORDER BY b.ordinal",
            reader =>
            {
                SqlDialect.ReadHash(reader, 0).CopyTo(digest);
                root.AppendData(digest);
                return reader.GetInt64(1);
            },
            cancellation,
            id).ConfigureAwait(false);
        backup = backup with { ItemCount = sizes.Count, Size = sizes.Sum(), RootHash = new ContentHash(root.GetHashAndReset()) };
        await session.ExecuteAsync(
            "UPDATE backups SET item_count = @1, size = @2, root_hash = @3 WHERE id = @0",
            cancellation,
            id,
            backup.ItemCount,
            backup.Size,
            backup.RootHash).ConfigureAwait(false);
        return backup;
    }

    public ValueTask<Backup?> GetAsync(Guid backupId, CancellationToken cancellation)
        => session.FirstAsync($"SELECT {Columns} FROM backups WHERE guid = @0", Read, cancellation, backupId);

    public async ValueTask<IReadOnlyList<Backup>> ListAsync(string? mailbox, CancellationToken cancellation)
        => await session.QueryAsync(
            $"SELECT {Columns} FROM backups WHERE @0 = '' OR mailbox_key = @0 ORDER BY taken_at DESC, id DESC",
            Read,
            cancellation,
            mailbox?.ToLowerInvariant() ?? "").ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<BackupItem>> ReadAsync(Guid backupId, long afterOrdinal, int limit, CancellationToken cancellation)
        => await session.QueryAsync(
            $"""
            SELECT b.ordinal, {ItemRows.Columns}
            FROM backups k JOIN backup_items b ON b.backup_id = k.id JOIN contents c ON c.id = b.content_id
            WHERE k.guid = @0 AND b.ordinal > @1 ORDER BY b.ordinal LIMIT @2
            """,
            ReadItem,
            cancellation,
            backupId,
            afterOrdinal,
            (long)limit).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<Item>> FindAsync(Guid backupId, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        List<BackupItem> found = [];
        foreach (string column in new[] { "c.uid", "c.immutable_id" })
        {
            string sql = _find.Replace("COLUMN", column, StringComparison.Ordinal);
            found.AddRange(await session.QueryAsync(sql, ReadItem, cancellation, backupId, ids).ConfigureAwait(false));
        }

        return [.. found.DistinctBy(item => item.Ordinal).OrderBy(item => item.Ordinal).Select(item => item.Item)];
    }

    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(
        IReadOnlyCollection<Guid> backupIds, IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        IReadOnlyCollection<string> guids = [.. backupIds.Select(id => id.ToString())];
        List<string> found = await session.QueryAsync(_findUids, reader => reader.GetString(0), cancellation, guids, uids).ConfigureAwait(false);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    public async ValueTask SetHoldAsync(Guid backupId, bool isHeld, CancellationToken cancellation)
        => await session.ExecuteAsync("UPDATE backups SET is_held = @1 WHERE guid = @0", cancellation, backupId, isHeld).ConfigureAwait(false);

    public async ValueTask<long> RemoveAsync(Guid backupId, CancellationToken cancellation)
    {
        await session.ExecuteAsync("DELETE FROM backups WHERE guid = @0", cancellation, backupId).ConfigureAwait(false);
        long freed = await session
            .FirstAsync($"SELECT COALESCE(sum(size), 0) {Orphans}", reader => reader.GetInt64(0), cancellation).ConfigureAwait(false);
        await session.ExecuteAsync($"DELETE {Orphans}", cancellation).ConfigureAwait(false);
        return freed;
    }

    private BackupItem ReadItem(DbDataReader reader) => new(reader.GetInt64(0), ItemRows.Read(reader, session.Dialect, 1));

    private Backup Read(DbDataReader reader) => new()
    {
        BackupId = session.Dialect.ReadGuid(reader, 0),
        Mailbox = reader.GetString(1),
        Folder = FolderPath.Parse(reader.GetString(2)),
        TakenAt = session.Dialect.ReadTime(reader, 3),
        CreatedBy = reader.GetString(4),
        ItemCount = reader.GetInt64(5),
        Size = reader.GetInt64(6),
        RootHash = SqlDialect.ReadHash(reader, 7),
        IsHeld = session.Dialect.ReadBoolean(reader, 8),
    };
}

using System.Data.Common;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The tables restore_requests and request_entries.</summary>
internal sealed class SqlRequests(SqlSession session, SqlContents contents) : IRequestStore
{
    private const int BatchSize = 500;

    private static readonly string Columns = string.Join(", ", RequestRows.Columns);
    private static readonly string Settings = string.Join(", ", RequestRows.SettingsColumns);

    public async ValueTask AddAsync(RestoreRequest request, CancellationToken cancellation)
        => await session.ExecuteAsync(
            $"INSERT INTO restore_requests ({Columns}, {Settings}) VALUES ({string.Join(", ", Enumerable.Range(0, RequestRows.Count).Select(i => $"@{i}"))})",
            cancellation,
            [.. RequestRows.ValuesOf(request), .. RequestRows.ValuesOf(request.Settings)]).ConfigureAwait(false);

    public async ValueTask UpdateAsync(RestoreRequest request, CancellationToken cancellation)
    {
        string sets = string.Join(", ", RequestRows.Columns.Select((column, i) => $"{column} = @{i}").Skip(1));
        await session.ExecuteAsync($"UPDATE restore_requests SET {sets} WHERE guid = @0", cancellation, RequestRows.ValuesOf(request)).ConfigureAwait(false);
    }

    public async ValueTask SetAsync(Guid requestId, RequestSettings settings, CancellationToken cancellation)
    {
        string sets = string.Join(", ", RequestRows.SettingsColumns.Select((column, i) => $"{column} = @{i + 1}"));
        await session.ExecuteAsync(
            $"UPDATE restore_requests SET {sets} WHERE guid = @0", cancellation, [requestId, .. RequestRows.ValuesOf(settings)]).ConfigureAwait(false);
    }

    public async ValueTask RemoveAsync(Guid requestId, CancellationToken cancellation)
        => await session.ExecuteAsync("DELETE FROM restore_requests WHERE guid = @0", cancellation, requestId).ConfigureAwait(false);

    public ValueTask<RestoreRequest?> GetAsync(Guid requestId, CancellationToken cancellation)
        => session.FirstAsync($"SELECT {Columns}, {Settings} FROM restore_requests WHERE guid = @0", Read, cancellation, requestId);

    public async ValueTask<IReadOnlyList<RestoreRequest>> ListAsync(CancellationToken cancellation)
        => await session.QueryAsync($"SELECT {Columns}, {Settings} FROM restore_requests ORDER BY id DESC", Read, cancellation).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<RestoreRequest>> ListQueueAsync(CancellationToken cancellation)
        => await session.QueryAsync(
            $"""
            SELECT {Columns}, {Settings} FROM restore_requests
            WHERE kind = 'MailboxRestore' AND status IN ('Queued', 'InProgress') ORDER BY priority DESC, queued_at, id
            """,
            Read,
            cancellation).ConfigureAwait(false);

    public async ValueTask FreezeAsync(Guid requestId, IReadOnlyList<SourceItem> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return;
        }

        long id = await session.FirstAsync(
            "SELECT id FROM restore_requests WHERE guid = @0", reader => reader.GetInt64(0), cancellation, requestId).ConfigureAwait(false);
        foreach (SourceItem[] batch in entries.Chunk(BatchSize))
        {
            foreach (Item item in batch.Select(entry => entry.Item).OfType<Item>())
            {
                await contents.AddAsync(item, cancellation).ConfigureAwait(false);
            }

            object?[][] rows = [.. batch.Select(entry => new object?[] { id, entry.Ordinal, FrozenEntries.Write(entry), entry.Item?.ContentHash ?? entry.Kept })];
            int written = await session.ExecuteAllAsync(
                "INSERT INTO request_entries (request_id, ordinal, entry, content_id) SELECT @0, @1, @2, id FROM contents WHERE hash = @3",
                [.. rows.Where(row => row[3] is not null)],
                cancellation).ConfigureAwait(false);
            written += await session.ExecuteAllAsync(
                "INSERT INTO request_entries (request_id, ordinal, entry) VALUES (@0, @1, @2)",
                [.. rows.Where(row => row[3] is null).Select(row => row[..3])],
                cancellation).ConfigureAwait(false);
            if (written != rows.Length)
            {
                throw new RestorationException(
                    FailureCode.BackupNotFound, "A backup that items were found in was removed in the meantime. Start the restore again.", requestId.ToString());
            }
        }
    }

    public async ValueTask<IReadOnlyList<SourceItem>> ReadFrozenAsync(Guid requestId, long afterOrdinal, int limit, CancellationToken cancellation)
    {
        FrozenEntries entries = new();
        return await session.QueryAsync(
            $"""
            SELECT e.ordinal, e.entry, {ItemRows.Columns}
            FROM restore_requests r JOIN request_entries e ON e.request_id = r.id LEFT JOIN contents c ON c.id = e.content_id
            WHERE r.guid = @0 AND e.ordinal > @1 ORDER BY e.ordinal LIMIT @2
            """,
            reader => entries.Read(reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : ItemRows.Read(reader, session.Dialect, 2)),
            cancellation,
            requestId,
            afterOrdinal,
            (long)limit).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlySet<string>> FindFrozenUidsAsync(Guid requestId, IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        List<string> found = await session.QueryAsync(
            $"""
            SELECT DISTINCT u.v FROM {session.Dialect.TextTable("@1")} u CROSS JOIN contents c CROSS JOIN request_entries e
            WHERE c.uid = u.v AND e.content_id = c.id AND e.request_id = (SELECT id FROM restore_requests WHERE guid = @0)
            """,
            reader => reader.GetString(0),
            cancellation,
            requestId,
            uids).ConfigureAwait(false);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    private RestoreRequest Read(DbDataReader reader) => RequestRows.Read(reader, session.Dialect);
}

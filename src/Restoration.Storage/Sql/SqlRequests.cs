using System.Data.Common;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The tables restore_requests and request_entries.</summary>
internal sealed class SqlRequests(SqlSession session, SqlContents contents) : IRequestStore
{
    private const int BatchSize = 500;

    private const string Columns =
        "guid, name, mailbox, kind, status, source, destination, conflict_resolution, user_name, undo_of, options, fingerprint, position, total, "
        + "created_count, replaced_count, updated_count, deleted_count, skipped_count, failed_count, conflict_count, bytes_transferred, "
        + "created_locations, queued_at, started_at, updated_at, completed_at, duration_ticks, failure, message, configuration_id";

    public async ValueTask AddAsync(RestoreRequest request, CancellationToken cancellation)
        => await session.ExecuteAsync(
            $"INSERT INTO restore_requests ({Columns}) VALUES ({string.Join(", ", Enumerable.Range(0, 31).Select(i => $"@{i}"))})",
            cancellation,
            Values(request)).ConfigureAwait(false);

    public async ValueTask UpdateAsync(RestoreRequest request, CancellationToken cancellation)
    {
        string sets = string.Join(", ", Columns.Split(", ").Select((column, i) => $"{column} = @{i}").Skip(1));
        await session.ExecuteAsync($"UPDATE restore_requests SET {sets} WHERE guid = @0", cancellation, Values(request)).ConfigureAwait(false);
    }

    public ValueTask<RestoreRequest?> GetAsync(Guid requestId, CancellationToken cancellation)
        => session.FirstAsync($"SELECT {Columns} FROM restore_requests WHERE guid = @0", Read, cancellation, requestId);

    public async ValueTask<IReadOnlyList<RestoreRequest>> ListAsync(CancellationToken cancellation)
        => await session.QueryAsync($"SELECT {Columns} FROM restore_requests ORDER BY id DESC", Read, cancellation).ConfigureAwait(false);

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

    private static object?[] Values(RestoreRequest request) =>
    [
        request.RequestId, request.Name, request.Mailbox, request.Kind, request.Status, request.Source, request.Destination,
        request.ConflictResolutionOption, request.User, request.UndoOf, request.Options, request.Fingerprint, request.Position, request.Total,
        request.Counts.Created, request.Counts.Replaced, request.Counts.Updated, request.Counts.Deleted, request.Counts.Skipped,
        request.Counts.Failed, request.Counts.Conflicts, request.BytesTransferred, StoredJson.Write(request.CreatedLocations),
        request.QueuedAt, request.StartedAt, request.UpdatedAt, request.CompletedAt, request.Duration.Ticks, request.Failure, request.Message,
        request.ConfigurationId,
    ];

    private RestoreRequest Read(DbDataReader reader) => new()
    {
        RequestId = session.Dialect.ReadGuid(reader, 0),
        Name = reader.GetString(1),
        Mailbox = ItemRows.ReadText(reader, 2),
        Kind = Enum.Parse<RequestKind>(reader.GetString(3)),
        Status = Enum.Parse<RequestStatus>(reader.GetString(4)),
        Source = reader.GetString(5),
        Destination = reader.GetString(6),
        ConflictResolutionOption = Enum.Parse<ConflictResolutionOption>(reader.GetString(7)),
        User = reader.GetString(8),
        UndoOf = reader.IsDBNull(9) ? null : session.Dialect.ReadGuid(reader, 9),
        Options = ItemRows.ReadText(reader, 10),
        Fingerprint = ItemRows.ReadText(reader, 11),
        Position = reader.GetInt64(12),
        Total = reader.IsDBNull(13) ? null : reader.GetInt64(13),
        Counts = ReadCounts(reader, 14),
        BytesTransferred = reader.GetInt64(21),
        CreatedLocations = StoredJson.ReadTexts(reader.GetString(22)),
        QueuedAt = session.Dialect.ReadTime(reader, 23),
        StartedAt = ReadTime(reader, 24),
        UpdatedAt = session.Dialect.ReadTime(reader, 25),
        CompletedAt = ReadTime(reader, 26),
        Duration = new TimeSpan(reader.GetInt64(27)),
        Failure = reader.IsDBNull(28) ? null : Enum.Parse<FailureCode>(reader.GetString(28)),
        Message = ItemRows.ReadText(reader, 29),
        ConfigurationId = reader.IsDBNull(30) ? null : reader.GetInt64(30),
    };

    private static RestoreCounts ReadCounts(DbDataReader reader, int first)
    {
        long[] counts = [.. Enumerable.Range(first, 7).Select(reader.GetInt64)];
        return new RestoreCounts(counts[..6].Sum(), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    private DateTimeOffset? ReadTime(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : session.Dialect.ReadTime(reader, column);
}

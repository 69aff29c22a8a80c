using System.Data.Common;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The table journal.</summary>
internal sealed class SqlJournal(SqlSession session) : IJournalStore
{
    private const string Columns =
        "j.ordinal, j.action, j.reason, j.matched_by, j.is_done, j.target_id, j.location, j.before_hash, j.after_hash, "
        + "j.uid, j.recurrence_id, j.subject, j.start_time, j.end_time, j.is_all_day, j.failure, j.detail, j.record, j.written_at";

    private static readonly string Names = Columns.Replace("j.", "", StringComparison.Ordinal);

    private static readonly string Insert = $"""
        INSERT INTO journal (request_id, {Names})
        VALUES (@0, {string.Join(", ", Enumerable.Range(1, 19).Select(i => $"@{i}"))})
        ON CONFLICT (request_id, ordinal) DO UPDATE SET
          {string.Join(", ", Names.Split(", ").Skip(1).Select(name => $"{name} = excluded.{name}"))}
        """;

    public async ValueTask WriteAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return;
        }

        long request = await session.FirstAsync(
            "SELECT id FROM restore_requests WHERE guid = @0", reader => reader.GetInt64(0), cancellation, entries[0].RequestId).ConfigureAwait(false);
        await session.ExecuteAllAsync(Insert, [.. entries.Select(entry => Values(request, entry))], cancellation).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Guid requestId, long afterOrdinal, int limit, CancellationToken cancellation)
        => await session.QueryAsync(
            $"SELECT {Columns} FROM restore_requests r JOIN journal j ON j.request_id = r.id WHERE r.guid = @0 AND j.ordinal > @1 ORDER BY j.ordinal LIMIT @2",
            reader => Read(reader, requestId),
            cancellation,
            requestId,
            afterOrdinal,
            (long)limit).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadEffectsBackwardsAsync(
        Guid requestId, long beforeOrdinal, int limit, CancellationToken cancellation)
        => await session.QueryAsync(
            $"""
            SELECT {Columns} FROM restore_requests r JOIN journal j ON j.request_id = r.id
            WHERE r.guid = @0 AND j.ordinal < @1 AND j.is_done AND j.action NOT IN ('Skip', 'Fail') ORDER BY j.ordinal DESC LIMIT @2
            """,
            reader => Read(reader, requestId),
            cancellation,
            requestId,
            beforeOrdinal,
            (long)limit).ConfigureAwait(false);

    public async ValueTask<IReadOnlyDictionary<string, int>> FindRepeatedTargetsAsync(Guid requestId, CancellationToken cancellation)
    {
        List<(string Target, int Effects)> rows = await session.QueryAsync(
            """
            SELECT j.target_id, count(*) FROM restore_requests r JOIN journal j ON j.request_id = r.id
            WHERE r.guid = @0 AND j.is_done AND j.action NOT IN ('Skip', 'Fail') GROUP BY j.target_id HAVING count(*) > 1
            """,
            reader => (reader.GetString(0), (int)reader.GetInt64(1)),
            cancellation,
            requestId).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Target, row => row.Effects, StringComparer.Ordinal);
    }

    public async ValueTask ConfirmAsync(Guid requestId, CancellationToken cancellation)
        => await session.ExecuteAsync(
            "UPDATE journal SET is_done = TRUE WHERE NOT is_done AND request_id = (SELECT id FROM restore_requests WHERE guid = @0)",
            cancellation,
            requestId).ConfigureAwait(false);

    private static object?[] Values(long request, JournalEntry entry) =>
    [
        request, entry.Ordinal, entry.Action, entry.Reason, entry.MatchedBy, entry.IsDone, entry.TargetId, entry.Location, entry.Before, entry.After,
        entry.Uid, entry.RecurrenceId, entry.Subject, entry.Start?.ToString(), entry.End?.ToString(), entry.IsAllDay, entry.Failure, entry.Detail,
        RecordJson.Write(entry.Record), entry.At,
    ];

    private JournalEntry Read(DbDataReader reader, Guid requestId) => new()
    {
        RequestId = requestId,
        Ordinal = reader.GetInt64(0),
        Action = Enum.Parse<ItemAction>(reader.GetString(1)),
        Reason = Enum.Parse<ActionReason>(reader.GetString(2)),
        MatchedBy = reader.IsDBNull(3) ? null : Enum.Parse<MatchRung>(reader.GetString(3)),
        IsDone = session.Dialect.ReadBoolean(reader, 4),
        TargetId = ItemRows.ReadText(reader, 5),
        Location = ItemRows.ReadText(reader, 6),
        Before = ItemRows.ReadHash(reader, 7),
        After = ItemRows.ReadHash(reader, 8),
        Uid = ItemRows.ReadText(reader, 9),
        RecurrenceId = ItemRows.ReadText(reader, 10),
        Subject = reader.GetString(11),
        Start = ItemRows.ReadCalendarTime(reader, 12),
        End = ItemRows.ReadCalendarTime(reader, 13),
        IsAllDay = session.Dialect.ReadBoolean(reader, 14),
        Failure = reader.IsDBNull(15) ? null : Enum.Parse<FailureCode>(reader.GetString(15)),
        Detail = ItemRows.ReadText(reader, 16),
        Record = RecordJson.Read(ItemRows.ReadText(reader, 17)),
        At = session.Dialect.ReadTime(reader, 18),
    };
}

using System.Data.Common;
using Restoration.Auditing;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>The tables audit_log and audit_head.</summary>
internal sealed class SqlAudit(SqlSession session) : IAuditStore
{
    private const string Columns =
        "sequence, written_at, actor, operation, request_id, target, item_id, uid, subject, before_hash, after_hash, outcome, duration_ticks, detail, hash";

    private const string Head = "SELECT sequence, hash FROM audit_head";

    private const string Insert = $"INSERT INTO audit_log ({Columns}) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)";

    public async ValueTask AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return;
        }

        AuditHead head = await session.FirstAsync(Head + session.Dialect.ForUpdate, ReadHead, cancellation).ConfigureAwait(false);
        object?[][] rows = new object?[entries.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            AuditEntry linked = AuditChain.Link(AsKept(entries[i]), head.Sequence + 1, head.Hash);
            rows[i] = Values(linked);
            head = new AuditHead(linked.Sequence, linked.Hash);
        }

        await session.ExecuteAllAsync(Insert, rows, cancellation).ConfigureAwait(false);
        await session.ExecuteAsync("UPDATE audit_head SET sequence = @0, hash = @1", cancellation, head.Sequence, head.Hash).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAsync(AuditFilter filter, long afterSequence, int limit, CancellationToken cancellation)
    {
        List<AuditEntry> fitting = [];
        long after = afterSequence;
        while (fitting.Count < limit)
        {
            List<AuditEntry> page = await session.QueryAsync(
                $"""
                SELECT {Columns} FROM audit_log WHERE sequence > @0 AND (CAST(@1 AS TEXT) IS NULL OR written_at >= @1)
                  AND (CAST(@2 AS TEXT) IS NULL OR written_at < @2)
                  AND (CAST(@3 AS TEXT) IS NULL OR request_id = @3) ORDER BY sequence LIMIT @4
                """,
                Read,
                cancellation,
                after,
                filter.After,
                filter.Before,
                filter.RequestId,
                (long)limit).ConfigureAwait(false);
            fitting.AddRange(page.Where(filter.Accepts));
            if (page.Count < limit)
            {
                break;
            }

            after = page[^1].Sequence;
        }

        return fitting;
    }

    public ValueTask<AuditHead> GetHeadAsync(CancellationToken cancellation) => session.FirstAsync(Head, ReadHead, cancellation);

    // The link covers what is read again.
    private static AuditEntry AsKept(AuditEntry entry) => entry with
    {
        Actor = StoredText.Of(entry.Actor),
        Target = StoredText.Of(entry.Target),
        ItemId = AsKept(entry.ItemId),
        Uid = AsKept(entry.Uid),
        Subject = AsKept(entry.Subject),
        Detail = AsKept(entry.Detail),
    };

    private static string? AsKept(string? text) => text is null ? null : StoredText.Of(text);

    private static object?[] Values(AuditEntry entry) =>
    [
        entry.Sequence, entry.At, entry.Actor, entry.Operation, entry.RequestId, entry.Target, entry.ItemId, entry.Uid, entry.Subject, entry.Before,
        entry.After, entry.Outcome, entry.Duration?.Ticks, entry.Detail, entry.Hash,
    ];

    private static AuditHead ReadHead(DbDataReader reader) => new(reader.GetInt64(0), SqlDialect.ReadHash(reader, 1));

    private AuditEntry Read(DbDataReader reader) => new()
    {
        Sequence = reader.GetInt64(0),
        At = session.Dialect.ReadTime(reader, 1),
        Actor = reader.GetString(2),
        Operation = reader.GetString(3),
        RequestId = reader.IsDBNull(4) ? null : session.Dialect.ReadGuid(reader, 4),
        Target = reader.GetString(5),
        ItemId = ItemRows.ReadText(reader, 6),
        Uid = ItemRows.ReadText(reader, 7),
        Subject = ItemRows.ReadText(reader, 8),
        Before = ItemRows.ReadHash(reader, 9),
        After = ItemRows.ReadHash(reader, 10),
        Outcome = Enum.Parse<AuditOutcome>(reader.GetString(11)),
        Duration = reader.IsDBNull(12) ? null : new TimeSpan(reader.GetInt64(12)),
        Detail = ItemRows.ReadText(reader, 13),
        Hash = SqlDialect.ReadHash(reader, 14),
    };
}

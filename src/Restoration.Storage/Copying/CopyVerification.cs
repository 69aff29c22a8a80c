using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Storage.Sql;
using Restoration.Stores;

namespace Restoration.Storage.Copying;

/// <summary>Looks at a copy before it is committed: every row against what was read, every content against its hash, every link of the audit trail.</summary>
internal sealed class CopyVerification(SqlSession session, string store)
{
    private const int Page = 1000;

    /// <summary>Reads a table again.</summary>
    public async ValueTask CheckTableAsync(string table, (long Rows, ContentHash Digest) expected, CancellationToken cancellation)
    {
        (long Rows, ContentHash Digest) found = await new TableRows(session, table).ReadAsync(_ => ValueTask.CompletedTask, cancellation).ConfigureAwait(false);
        if (found != expected)
        {
            throw Failure($"the rows of the table {table} are not those that were read ({found.Rows} of {expected.Rows})");
        }
    }

    /// <summary>Computes the hash of every content again.</summary>
    /// <returns>How many there are.</returns>
    public async ValueTask<long> CheckContentsAsync(CancellationToken cancellation)
    {
        long count = 0;
        await session.ReadAsync(
            "SELECT hash, content FROM contents",
            row =>
            {
                count++;
                ContentHash hash = SqlDialect.ReadHash(row, 0);
                return ContentHash.Of((byte[])row.GetValue(1)) == hash ? ValueTask.CompletedTask : throw Failure($"the content {hash} is damaged");
            },
            cancellation).ConfigureAwait(false);
        return count;
    }

    /// <summary>Computes every link of the audit trail again.</summary>
    /// <returns>How many there are.</returns>
    public async ValueTask<long> CheckAuditTrailAsync(CancellationToken cancellation)
    {
        SqlAudit audit = new(session);
        AuditHead end = default;
        while (await audit.ReadAsync(AuditFilter.All, end.Sequence, Page, cancellation).ConfigureAwait(false) is { Count: > 0 } entries)
        {
            foreach (AuditEntry entry in entries)
            {
                end = entry.Sequence == end.Sequence + 1 && AuditChain.Compute(entry, end.Hash) == entry.Hash
                    ? new AuditHead(entry.Sequence, entry.Hash)
                    : throw Failure($"entry {end.Sequence + 1} of the audit trail is not what was written");
            }
        }

        return end == await audit.GetHeadAsync(cancellation).ConfigureAwait(false)
            ? end.Sequence
            : throw Failure($"the audit trail does not end at entry {end.Sequence}, as it should");
    }

    private RestorationException Failure(string what) => new(
        FailureCode.VerificationFailed, $"The copy in '{store}' was given up, since {what}. Verify the store that it was made from.", store);
}

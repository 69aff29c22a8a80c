using Restoration.Auditing;

namespace Restoration.Stores.Memory;

internal sealed class MemoryAudit(MemoryTransaction transaction) : IAuditStore
{
    public ValueTask AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        foreach (AuditEntry entry in entries)
        {
            AuditHead head = transaction.State.AuditHead;
            AuditEntry linked = AuditChain.Link(entry, head.Sequence + 1, head.Hash);
            transaction.State = transaction.State with
            {
                Audit = transaction.State.Audit.Add(linked),
                AuditHead = new AuditHead(linked.Sequence, linked.Hash),
            };
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<AuditEntry>> ReadAsync(AuditFilter filter, long afterSequence, int limit, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<AuditEntry>>(
            [.. transaction.State.Audit.Where(entry => entry.Sequence > afterSequence && filter.Accepts(entry)).Take(limit)]);

    public ValueTask<AuditHead> GetHeadAsync(CancellationToken cancellation) => ValueTask.FromResult(transaction.State.AuditHead);
}

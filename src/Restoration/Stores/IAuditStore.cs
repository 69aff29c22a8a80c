using Restoration.Auditing;

namespace Restoration.Stores;

/// <summary>The audit trail. It can be added to and read; nothing else.</summary>
public interface IAuditStore
{
    /// <summary>Adds entries to the end of the trail, in order, and links them.</summary>
    ValueTask AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellation);

    /// <summary>The next entries that fit, oldest first.</summary>
    ValueTask<IReadOnlyList<AuditEntry>> ReadAsync(AuditFilter filter, long afterSequence, int limit, CancellationToken cancellation);

    /// <summary>The number of entries and the link of the last, as the store keeps them beside the trail.</summary>
    ValueTask<AuditHead> GetHeadAsync(CancellationToken cancellation);
}

/// <summary>The end of the trail.</summary>
/// <param name="Sequence">The last entry's place; 0 for an empty trail.</param>
/// <param name="Hash">The last entry's link.</param>
public readonly record struct AuditHead(long Sequence, Items.ContentHash Hash);

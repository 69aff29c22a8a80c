using Restoration.Execution;

namespace Restoration.Stores;

/// <summary>The write-ahead record of what requests do.</summary>
public interface IJournalStore
{
    /// <summary>Adds entries, or puts them in the place of those of the same request and ordinal.</summary>
    ValueTask WriteAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation);

    /// <summary>The next entries of a request, in order.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Guid requestId, long afterOrdinal, int limit, CancellationToken cancellation);

    /// <summary>The next entries that had an effect, from the last to the first.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadEffectsBackwardsAsync(Guid requestId, long beforeOrdinal, int limit, CancellationToken cancellation);

    /// <summary>The ids of items that the request had more than one effect on, with the number of effects.</summary>
    ValueTask<IReadOnlyDictionary<string, int>> FindRepeatedTargetsAsync(Guid requestId, CancellationToken cancellation);

    /// <summary>Says of all intended entries of a request that they are done.</summary>
    ValueTask ConfirmAsync(Guid requestId, CancellationToken cancellation);
}

using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Stores;

/// <summary>Restore requests, and the entries of sources that cannot be read a second time.</summary>
public interface IRequestStore
{
    /// <summary>Adds a request.</summary>
    ValueTask AddAsync(RestoreRequest request, CancellationToken cancellation);

    /// <summary>Keeps a request as it is now, but not its settings: those are not its run's to write.</summary>
    ValueTask UpdateAsync(RestoreRequest request, CancellationToken cancellation);

    /// <summary>Keeps the settings of a request as they are now, and nothing else of it.</summary>
    ValueTask SetAsync(Guid requestId, RequestSettings settings, CancellationToken cancellation);

    /// <summary>Forgets a request, with its journal and its entries.</summary>
    ValueTask RemoveAsync(Guid requestId, CancellationToken cancellation);

    /// <summary>A request by its id; null if there is none.</summary>
    ValueTask<RestoreRequest?> GetAsync(Guid requestId, CancellationToken cancellation);

    /// <summary>All requests, newest first.</summary>
    ValueTask<IReadOnlyList<RestoreRequest>> ListAsync(CancellationToken cancellation);

    /// <summary>The mailbox restores that wait or are in progress: by priority, then by age.</summary>
    ValueTask<IReadOnlyList<RestoreRequest>> ListQueueAsync(CancellationToken cancellation);

    /// <summary>Keeps entries of a source for the request, so that it can be resumed.</summary>
    ValueTask FreezeAsync(Guid requestId, IReadOnlyList<SourceItem> entries, CancellationToken cancellation);

    /// <summary>The next entries that were kept.</summary>
    ValueTask<IReadOnlyList<SourceItem>> ReadFrozenAsync(Guid requestId, long afterOrdinal, int limit, CancellationToken cancellation);

    /// <summary>Which of these UIDs the items of the entries have that were kept.</summary>
    ValueTask<IReadOnlySet<string>> FindFrozenUidsAsync(Guid requestId, IReadOnlyCollection<string> uids, CancellationToken cancellation);
}

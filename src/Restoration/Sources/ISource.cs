using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Sources;

/// <summary>Anything that items can be restored from.</summary>
public interface ISource : IAsyncDisposable
{
    /// <summary>The source's name in plans, requests and the audit trail.</summary>
    Location Location { get; }

    /// <summary>How many items it has, if that is known beforehand.</summary>
    ValueTask<long?> CountAsync(CancellationToken cancellation);

    /// <summary>
    /// A text that changes when the content does, so that a request which is resumed can tell that the source is another one.
    /// </summary>
    ValueTask<string> GetFingerprintAsync(CancellationToken cancellation);

    /// <summary>
    /// Reads all items, from the first, in an order that is the same each time.
    /// An item may come without content if the store has it under its content hash.
    /// </summary>
    /// <exception cref="RestorationException">The source cannot be read.</exception>
    IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellation);

    /// <summary>
    /// Which of these UIDs the source has as items of their own. An item of the destination that is one of them is not taken
    /// for the restored copy of another item, however alike they look.
    /// </summary>
    ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation);
}

using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Destinations;

/// <summary>
/// Anything that items can be restored to. Only the executor calls what changes it; planning only looks things up.
/// A failure that concerns one item is a <see cref="RestorationException"/> and leaves that item as it was.
/// </summary>
public interface IDestination : IAsyncDisposable
{
    /// <summary>The destination's name in plans, requests and the audit trail.</summary>
    Location Location { get; }

    /// <summary>When an effect is there to stay.</summary>
    Durability Durability { get; }

    /// <summary>Whether items must come with their content; false if their content hash is enough.</summary>
    bool NeedsContent { get; }

    /// <summary>
    /// The places that had to be made for this run, such as <c>store:alice@contoso.com/Recovered</c> or
    /// <c>mailbox:alice@contoso.com</c>; an undo takes them away again if nothing else came into them.
    /// </summary>
    IReadOnlyList<string> CreatedLocations => [];

    /// <summary>Where an item goes to; items are held against each other within one place only.</summary>
    Location PlaceOf(SourceItem item) => Location;

    /// <summary>Makes all further calls part of a transaction of the store; destinations outside the store need not care.</summary>
    void Enlist(IStoreTransaction transaction)
    {
    }

    /// <summary>
    /// Finds what is there for each item of a batch, by the ladder of <see cref="Policies.MatchRung"/>: the first rung that hits decides.
    /// An unreadable destination is an error, never an empty answer.
    /// </summary>
    /// <returns>One match an item, in the same order.</returns>
    ValueTask<IReadOnlyList<Match>> FindAsync(IReadOnlyList<SourceItem> items, CancellationToken cancellation);

    /// <summary>Finds items by their ids; null for each that is not there any more.</summary>
    ValueTask<IReadOnlyList<ExistingItem?>> GetAsync(IReadOnlyList<string> ids, CancellationToken cancellation);

    /// <summary>All that is there, for duplicate detection by likeness. Their content need not be loaded.</summary>
    /// <param name="origin">Where an item was, for a destination that puts each item back where it came from.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.NotSupported"/>: this destination cannot list what it has.</exception>
    IAsyncEnumerable<ExistingItem> ReadAsync(Location? origin, CancellationToken cancellation) => throw new RestorationException(
        FailureCode.NotSupported, $"'{Location}' cannot be searched for items that are alike. Use the duplicate detection Exact.", Location.ToString());

    /// <summary>Loads the content of an item that is there.</summary>
    ValueTask<Item> LoadAsync(ExistingItem existing, CancellationToken cancellation);

    /// <summary>Makes the destination ready to be written to, once, before the first change: creates what is missing.</summary>
    ValueTask PrepareAsync(CancellationToken cancellation);

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="id">The id to give it, if it once was there under one and the destination can choose; else null.</param>
    /// <param name="cancellation">Stops before the change, not in it.</param>
    ValueTask<ExistingItem> CreateAsync(SourceItem item, string? id, CancellationToken cancellation);

    /// <summary>Puts an item in the place of another: the new one is there and whole before the old one goes.</summary>
    ValueTask<ExistingItem> ReplaceAsync(ExistingItem existing, Item item, CancellationToken cancellation);

    /// <summary>Changes an item in place; it keeps its id.</summary>
    ValueTask<ExistingItem> UpdateAsync(ExistingItem existing, Item item, CancellationToken cancellation);

    /// <summary>Takes an item away.</summary>
    ValueTask DeleteAsync(ExistingItem existing, CancellationToken cancellation);

    /// <summary>Makes what was written durable, once, after the last change. A file appears now, whole, or not at all.</summary>
    ValueTask CompleteAsync(CancellationToken cancellation);
}

using Restoration.Destinations;
using Restoration.Items;

namespace Restoration.Stores;

/// <summary>The items in the folders.</summary>
public interface IItemStore
{
    /// <summary>What a folder has for each key, by the ladder: immutable id, UID, natural key; the first rung that hits decides.</summary>
    /// <returns>One match a key, in the same order; the ids are those of <see cref="StoredItem.Id"/>.</returns>
    ValueTask<IReadOnlyList<Match>> FindAsync(long folderId, IReadOnlyList<ItemKey> keys, CancellationToken cancellation);

    /// <summary>Items by their ids; null for each that is not there.</summary>
    ValueTask<IReadOnlyList<StoredItem?>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellation);

    /// <summary>The next items of a folder in the order in which they came, without content.</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="afterId">The id of the last item of the page before; 0 for the first page.</param>
    /// <param name="limit">The size of the page.</param>
    /// <param name="cancellation">Stops the reading.</param>
    ValueTask<IReadOnlyList<StoredItem>> ReadAsync(long folderId, long afterId, int limit, CancellationToken cancellation);

    /// <summary>Adds an item to a folder, and its content if the store does not have it yet.</summary>
    /// <param name="folderId">The folder.</param>
    /// <param name="item">The item; without content only if the store has it under its hash.</param>
    /// <param name="id">The id of an item that comes back; null for a new one.</param>
    /// <param name="cancellation">Stops before the change.</param>
    /// <returns>The item's id.</returns>
    ValueTask<long> AddAsync(long folderId, Item item, long? id, CancellationToken cancellation);

    /// <summary>Puts another version in the place of the one that an item has; it keeps its id.</summary>
    ValueTask SetAsync(long id, Item item, CancellationToken cancellation);

    /// <summary>Removes an item; its content stays for backups and journal.</summary>
    ValueTask DeleteAsync(long id, CancellationToken cancellation);
}

/// <summary>An item in a folder.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="FolderId">The folder.</param>
/// <param name="Item">The item.</param>
public sealed record StoredItem(long Id, long FolderId, Item Item);

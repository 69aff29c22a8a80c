namespace Restoration.Items;

/// <summary>Where the content of items is kept under its hash.</summary>
public interface IContents
{
    /// <summary>
    /// The same items with their content: those that come with one stay as they are, the others are looked up, all in one go.
    /// </summary>
    /// <exception cref="Failures.RestorationException"><see cref="Failures.FailureCode.StoreCorrupt"/>: a content is not there or not what its hash says.</exception>
    ValueTask<IReadOnlyList<Item>> LoadAsync(IReadOnlyList<Item> items, CancellationToken cancellation);

    /// <summary>The items, without content, by content hash; null where there is none.</summary>
    ValueTask<IReadOnlyList<Item?>> FindAsync(IReadOnlyList<ContentHash> hashes, CancellationToken cancellation);

    /// <summary>Keeps the content of an item; nothing happens if it is there already.</summary>
    ValueTask AddAsync(Item item, CancellationToken cancellation);
}

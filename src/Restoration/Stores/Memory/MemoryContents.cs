using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Stores.Memory;

internal sealed class MemoryContents(MemoryTransaction transaction) : IContents
{
    public ValueTask<IReadOnlyList<Item>> LoadAsync(IReadOnlyList<Item> items, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<Item>>([.. items.Select(Load)]);

    public ValueTask<IReadOnlyList<Item?>> FindAsync(IReadOnlyList<ContentHash> hashes, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<Item?>>(
            [.. hashes.Select(hash => transaction.State.Contents.TryGetValue(hash, out Item? item) ? item with { Content = default } : null)]);

    public ValueTask AddAsync(Item item, CancellationToken cancellation)
    {
        if (!item.Content.IsEmpty && !transaction.State.Contents.ContainsKey(item.ContentHash))
        {
            transaction.State = transaction.State with { Contents = transaction.State.Contents.Add(item.ContentHash, item) };
        }

        return ValueTask.CompletedTask;
    }

    private Item Load(Item item)
    {
        if (!item.Content.IsEmpty)
        {
            return item;
        }

        return transaction.State.Contents.TryGetValue(item.ContentHash, out Item? stored)
            ? item with { Content = stored.Content }
            : throw new RestorationException(
                FailureCode.StoreCorrupt, $"The content of '{item.Subject}' ({item.ContentHash}) is missing. Verify the backups to see what else is damaged.", item.Key.Uid);
    }
}

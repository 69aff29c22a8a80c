using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Execution;

/// <summary>
/// As many items of a source as a policy allows, out of those that its filter lets through. Reads the source once to choose,
/// keeping one number and one time an item that it takes, then again to hand them on, in the order of the source.
/// </summary>
internal sealed class LimitedSource(ISource source, ItemFilter filter, ItemOrder order, int limit, IStore store, IItemCodec codec) : ISource
{
    private HashSet<long>? _chosen;

    public Location Location => source.Location;

    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult<long?>(null);

    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation) => source.GetFingerprintAsync(cancellation);

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        _chosen ??= await ChooseAsync(cancellation).ConfigureAwait(false);
        await foreach (SourceItem entry in source.ReadAsync(cancellation).ConfigureAwait(false))
        {
            // What could not be read is told of however few are asked for.
            if (entry.Item is null || _chosen.Contains(entry.Ordinal))
            {
                yield return entry;
            }
        }
    }

    public ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
        => source.FindUidsAsync(uids, cancellation);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async ValueTask<HashSet<long>> ChooseAsync(CancellationToken cancellation)
    {
        // The worst of those that are taken so far is the first to give way.
        PriorityQueue<long, (long Rank, long Ordinal)> best = new(Comparer<(long Rank, long Ordinal)>.Create((left, right) => right.CompareTo(left)));
        await foreach (IReadOnlyList<SourceItem> batch in SourceBatches.ReadAsync(source, SourceBatches.UsualSize, cancellation).ConfigureAwait(false))
        {
            foreach (SourceItem entry in await FilterAsync(batch, cancellation).ConfigureAwait(false))
            {
                if (entry.Item is { } item)
                {
                    best.Enqueue(entry.Ordinal, (RankOf(item), entry.Ordinal));
                    if (best.Count > limit)
                    {
                        best.Dequeue();
                    }
                }
            }
        }

        return [.. best.UnorderedItems.Select(taken => taken.Element)];
    }

    private long RankOf(Item item) => order switch
    {
        ItemOrder.StartAscending => item.Start?.SortKey.UtcTicks ?? long.MaxValue,
        ItemOrder.StartDescending => -(item.Start?.SortKey.UtcTicks ?? 0),
        _ => 0,
    };

    private async ValueTask<IReadOnlyList<SourceItem>> FilterAsync(IReadOnlyList<SourceItem> batch, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await SourceBatches.FilterAsync(batch, filter, codec, transaction.Contents, cancellation).ConfigureAwait(false);
        }
    }
}

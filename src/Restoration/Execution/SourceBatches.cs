using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Execution;

/// <summary>A source, a batch at a time.</summary>
internal static class SourceBatches
{
    public static async IAsyncEnumerable<IReadOnlyList<SourceItem>> ReadAsync(
        RestoreRun run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int size = run.BatchSize;
        List<SourceItem> batch = new(size);
        await foreach (SourceItem entry in run.Source.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (run.Declined.Contains(entry.Ordinal))
            {
                continue;
            }

            batch.Add(entry);
            if (batch.Count == size)
            {
                yield return batch;
                batch = new(size);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>The entries of a batch that the filter lets through; content is loaded only for those it has to see.</summary>
    public static async ValueTask<IReadOnlyList<SourceItem>> FilterAsync(
        IReadOnlyList<SourceItem> batch, ItemFilter filter, IItemCodec codec, IContents contents, CancellationToken cancellation)
    {
        if (filter.IsEmpty)
        {
            return batch;
        }

        List<SourceItem> accepted = new(batch.Count);
        foreach (SourceItem entry in batch)
        {
            if (entry.Item is not { } item)
            {
                accepted.Add(entry);
            }
            else if (filter.AcceptsOutside(item))
            {
                Item seen = filter.NeedsContent(item) ? (await contents.LoadAsync([item], cancellation).ConfigureAwait(false))[0] : item;
                if (filter.Accepts(seen, codec))
                {
                    accepted.Add(entry);
                }
            }
        }

        return accepted;
    }
}

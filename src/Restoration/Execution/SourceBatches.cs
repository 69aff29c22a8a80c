using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Execution;

/// <summary>A source, a batch at a time.</summary>
internal static class SourceBatches
{
    /// <summary>How many items are looked at together where nobody says otherwise.</summary>
    public const int UsualSize = 500;

    // Messages come with their content, and some are large: a batch is what fits into memory besides everything else.
    private const long LargestBatch = 32 << 20;

    /// <summary>The source of a run, without what was declined.</summary>
    public static IAsyncEnumerable<IReadOnlyList<SourceItem>> ReadAsync(RestoreRun run, CancellationToken cancellation)
        => ReadAsync(run.Source, run.BatchSize, entry => !run.Declined.Contains(entry.Ordinal), cancellation);

    /// <summary>A whole source.</summary>
    public static IAsyncEnumerable<IReadOnlyList<SourceItem>> ReadAsync(ISource source, int size, CancellationToken cancellation)
        => ReadAsync(source, size, _ => true, cancellation);

    private static async IAsyncEnumerable<IReadOnlyList<SourceItem>> ReadAsync(
        ISource source, int size, Predicate<SourceItem> isTaken, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<SourceItem> batch = new(size);
        long bytes = 0;
        await foreach (SourceItem entry in source.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (!isTaken(entry))
            {
                continue;
            }

            batch.Add(entry);
            bytes += entry.Item?.Content.Length ?? 0;
            if (batch.Count == size || bytes >= LargestBatch)
            {
                yield return batch;
                batch = new(size);
                bytes = 0;
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

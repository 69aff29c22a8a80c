using System.Runtime.CompilerServices;
using Restoration.Execution;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>What a request did, from its last effect to its first, as a source of what is to be taken back.</summary>
public sealed class JournalSource(IStore store, RestoreRequest request) : ISource
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public Location Location { get; } = Location.OfRequest(request.RequestId);

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation)
    {
        RestoreCounts counts = request.Counts;
        return ValueTask.FromResult<long?>(counts.Created + counts.Replaced + counts.Updated + counts.Deleted);
    }

    /// <inheritdoc/>
    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation) => ValueTask.FromResult(request.RequestId.ToString());

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<string, RepeatedTarget> repeated = await FindRepeatedAsync(cancellation).ConfigureAwait(false);
        long ordinal = 0;
        long before = long.MaxValue;
        while (await ReadPageAsync(before, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach ((JournalEntry entry, Item? old) in page)
            {
                before = entry.Ordinal;
                ContentHash? after = entry.After;
                if (repeated.TryGetValue(entry.TargetId!, out RepeatedTarget? target))
                {
                    after = target.Visit(entry);
                    if (target.Left > 0)
                    {
                        continue;
                    }
                }

                yield return ToEntry(++ordinal, entry, old, after);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlySet<string>>(new HashSet<string>());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SourceItem ToEntry(long ordinal, JournalEntry entry, Item? old, ContentHash? after) => new()
    {
        Ordinal = ordinal,
        Item = old,
        Origin = Location.Parse(entry.Location ?? request.Destination),
        Reversal = new Reversal(entry.TargetId!, old, after, ActionReason.Undo) { HasTwin = entry.Reason == ActionReason.Duplicate },
        Subject = entry.Subject,
    };

    private async ValueTask<Dictionary<string, RepeatedTarget>> FindRepeatedAsync(CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            IReadOnlyDictionary<string, int> repeated = await transaction.Journal
                .FindRepeatedTargetsAsync(request.RequestId, cancellation).ConfigureAwait(false);
            return repeated.ToDictionary(pair => pair.Key, pair => new RepeatedTarget(pair.Value), StringComparer.Ordinal);
        }
    }

    private async ValueTask<IReadOnlyList<(JournalEntry Entry, Item? Before)>> ReadPageAsync(long before, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            IReadOnlyList<JournalEntry> entries = await transaction.Journal
                .ReadEffectsBackwardsAsync(request.RequestId, before, PageSize, cancellation).ConfigureAwait(false);
            ContentHash[] hashes = [.. entries.Select(entry => entry.Before).OfType<ContentHash>()];
            IReadOnlyList<Item?> items = await transaction.Contents.FindAsync(hashes, cancellation).ConfigureAwait(false);
            Queue<Item?> queue = new(items);
            return [.. entries.Select(entry => (entry, entry.Before is null ? null : queue.Dequeue()))];
        }
    }

    /// <summary>Several effects on one item are one to take back: from what the last left behind to what was there before the first.</summary>
    private sealed class RepeatedTarget(int effects)
    {
        private bool _visited;
        private ContentHash? _after;

        public int Left { get; private set; } = effects;

        public ContentHash? Visit(JournalEntry entry)
        {
            _after = _visited ? _after : entry.After;
            _visited = true;
            Left--;
            return _after;
        }
    }
}

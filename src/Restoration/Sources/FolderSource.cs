using System.Globalization;
using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>A calendar of the store as it is now: to copy it, or to remove items of it.</summary>
/// <param name="store">The store.</param>
/// <param name="folder">The calendar.</param>
/// <param name="removes">Whether its items are to be removed.</param>
/// <param name="only">The duplicates, by their numbers in the store, that are to be removed; null for all items.</param>
public sealed class FolderSource(IStore store, Folder folder, bool removes, IReadOnlySet<long>? only = null) : ISource
{
    /// <inheritdoc/>
    public Location Location => folder.Location;

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult<long?>(removes ? null : folder.ItemCount);

    /// <inheritdoc/>
    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation)
        => ValueTask.FromResult(string.Create(CultureInfo.InvariantCulture, $"{folder.Id} {(removes ? 0 : folder.ItemCount)}"));

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        IAsyncEnumerable<StoredItem> items = StorePages.ReadAsync(
            store,
            (transaction, after, limit, token) => transaction.Items.ReadAsync(folder.Id, after, limit, token),
            item => item.Id,
            cancellation);
        await foreach (StoredItem item in items.ConfigureAwait(false))
        {
            if (only?.Contains(item.Id) == false)
            {
                continue;
            }

            // The number of the item serves as its place: it rises, and it does not move when others are removed.
            yield return new SourceItem
            {
                Ordinal = item.Id,
                Item = item.Item,
                Origin = folder.Location,
                Reversal = removes
                    ? new Reversal(item.Id.ToString(CultureInfo.InvariantCulture), null, item.Item.ContentHash, only is null ? ActionReason.Requested : ActionReason.Duplicate)
                    : null,
            };
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            string[] wanted = [.. uids];
            IReadOnlyList<Destinations.Match> matches = await transaction.Items
                .FindAsync(folder.Id, [.. wanted.Select(uid => new ItemKey { Uid = uid })], cancellation).ConfigureAwait(false);
            return wanted.Where((_, i) => matches[i] is { Rung: MatchRung.Uid, Items.Count: > 0 }).ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>Entries that were found beforehand.</summary>
/// <param name="location">The source's name.</param>
/// <param name="entries">The entries.</param>
/// <param name="store">The store.</param>
/// <param name="backups">The backups that the entries come from.</param>
public sealed class ListSource(Location location, IReadOnlyList<SourceItem> entries, IStore store, IReadOnlyCollection<Guid> backups) : ISource
{
    private const int BatchSize = 500;

    /// <inheritdoc/>
    public Location Location => location;

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult<long?>(entries.Count);

    /// <inheritdoc/>
    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation) => ValueTask.FromResult("");

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (SourceItem[] batch in entries.Chunk(BatchSize))
        {
            foreach (SourceItem entry in await FindAsync(batch, cancellation).ConfigureAwait(false))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            HashSet<string> found = [.. await transaction.Backups.FindUidsAsync(backups, uids, cancellation).ConfigureAwait(false)];
            found.UnionWith(entries.Select(entry => entry.Item?.Key.Uid).OfType<string>().Where(uids.Contains));
            return found;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<IReadOnlyList<SourceItem>> FindAsync(SourceItem[] batch, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await KeptEntries.FindAsync(batch, transaction.Contents, cancellation).ConfigureAwait(false);
        }
    }
}

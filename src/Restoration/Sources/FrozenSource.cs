using Restoration.Items;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>The entries that a request keeps for itself, because where they came from cannot be read again.</summary>
/// <param name="store">The store.</param>
/// <param name="requestId">The request.</param>
/// <param name="location">The source's name.</param>
/// <param name="count">How many entries there are.</param>
/// <param name="backups">The backups that the entries come from.</param>
public sealed class FrozenSource(IStore store, Guid requestId, Location location, long? count, IReadOnlyCollection<Guid> backups) : ISource
{
    /// <inheritdoc/>
    public Location Location => location;

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult(count);

    /// <inheritdoc/>
    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation) => ValueTask.FromResult(requestId.ToString());

    /// <inheritdoc/>
    public IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellation) => StorePages.ReadAsync(
        store,
        (transaction, after, limit, token) => transaction.Requests.ReadFrozenAsync(requestId, after, limit, token),
        entry => entry.Ordinal,
        cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            HashSet<string> found = [.. await transaction.Backups.FindUidsAsync(backups, uids, cancellation).ConfigureAwait(false)];
            found.UnionWith(await transaction.Requests.FindFrozenUidsAsync(requestId, uids, cancellation).ConfigureAwait(false));
            return found;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.Runtime.CompilerServices;
using Restoration.Backups;
using Restoration.Items;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>Point-in-time backups of the store, one after the other, as one source.</summary>
public sealed class BackupSource(IStore store, IReadOnlyList<Backup> backups) : ISource
{
    /// <inheritdoc/>
    public Location Location { get; } = backups[0].Location;

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation) => ValueTask.FromResult<long?>(backups.Sum(backup => backup.ItemCount));

    /// <inheritdoc/>
    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation)
        => ValueTask.FromResult(string.Join(';', backups.Select(backup => $"{backup.BackupId} {backup.RootHash}")));

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        long ordinal = 0;
        foreach (Backup backup in backups)
        {
            Location origin = Location.OfStore(backup.Mailbox, backup.Folder);
            IAsyncEnumerable<BackupItem> items = StorePages.ReadAsync(
                store,
                (transaction, after, limit, token) => transaction.Backups.ReadAsync(backup.BackupId, after, limit, token),
                item => item.Ordinal,
                cancellation);
            await foreach (BackupItem item in items.ConfigureAwait(false))
            {
                yield return new SourceItem { Ordinal = ++ordinal, Item = item.Item, Origin = origin };
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await transaction.Backups
                .FindUidsAsync([.. backups.Select(backup => backup.BackupId)], uids, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

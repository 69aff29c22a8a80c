using System.Runtime.CompilerServices;
using Restoration.Backups;
using Restoration.Items;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Losses;

/// <summary>A backup in the store.</summary>
internal sealed class StoredBackup(IStore store, Backup backup) : IBackupContent
{
    public string Name => backup.Location.ToString();

    public DateTimeOffset TakenAt => backup.TakenAt;

    public string? Mailbox => backup.Mailbox;

    public FolderPath? Folder => backup.Folder;

    public Guid? BackupId => backup.BackupId;

    public async ValueTask<IReadOnlyList<Item>> FindAsync(IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await transaction.Backups.FindAsync(backup.BackupId, ids, cancellation).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<Item> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        IAsyncEnumerable<BackupItem> items = StorePages.ReadAsync(
            store,
            (transaction, after, limit, token) => transaction.Backups.ReadAsync(backup.BackupId, after, limit, token),
            item => item.Ordinal,
            cancellation);
        await foreach (BackupItem item in items.ConfigureAwait(false))
        {
            yield return item.Item;
        }
    }
}

using Restoration.Items;

namespace Restoration.Stores;

/// <summary>A transaction of the store, by its parts. Without <see cref="CommitAsync"/> nothing of it has happened.</summary>
public interface IStoreTransaction : IAsyncDisposable
{
    /// <summary>Content by hash.</summary>
    IContents Contents { get; }

    /// <summary>Mailboxes and their folders.</summary>
    IFolderStore Folders { get; }

    /// <summary>The items in the folders.</summary>
    IItemStore Items { get; }

    /// <summary>Point-in-time backups.</summary>
    IBackupStore Backups { get; }

    /// <summary>Backup plans.</summary>
    IBackupPlanStore BackupPlans { get; }

    /// <summary>Leases.</summary>
    ILeaseStore Leases { get; }

    /// <summary>Restore requests.</summary>
    IRequestStore Requests { get; }

    /// <summary>What the requests did.</summary>
    IJournalStore Journal { get; }

    /// <summary>Who did what.</summary>
    IAuditStore Audit { get; }

    /// <summary>Who works with the store.</summary>
    IUserStore Users { get; }

    /// <summary>Saved restores.</summary>
    IConfigurationStore Configurations { get; }

    /// <summary>Makes everything since the beginning durable.</summary>
    ValueTask CommitAsync(CancellationToken cancellation);

    /// <summary>Sets a mark that <see cref="RevertAsync"/> goes back to; there is one at a time, until one of the two below.</summary>
    ValueTask MarkAsync(CancellationToken cancellation);

    /// <summary>Keeps everything since the mark, and forgets the mark.</summary>
    ValueTask ReleaseAsync(CancellationToken cancellation);

    /// <summary>Takes back everything since the mark, and forgets the mark; the transaction goes on.</summary>
    ValueTask RevertAsync(CancellationToken cancellation);
}

using Restoration.Backups.Plans;

namespace Restoration.Stores;

/// <summary>Backup plans, and what they have made.</summary>
public interface IBackupPlanStore
{
    /// <summary>Adds a plan.</summary>
    ValueTask AddAsync(BackupPlan plan, CancellationToken cancellation);

    /// <summary>Keeps a plan as it is now.</summary>
    ValueTask UpdateAsync(BackupPlan plan, CancellationToken cancellation);

    /// <summary>A plan by its id; null if there is none.</summary>
    ValueTask<BackupPlan?> GetAsync(Guid planId, CancellationToken cancellation);

    /// <summary>All plans, by name.</summary>
    ValueTask<IReadOnlyList<BackupPlan>> ListAsync(CancellationToken cancellation);

    /// <summary>The active plans that are due at a moment or before, the longest due first.</summary>
    ValueTask<IReadOnlyList<BackupPlan>> ListDueAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Removes a plan; what it has made stays, as backups of nobody's plan.</summary>
    ValueTask RemoveAsync(Guid planId, CancellationToken cancellation);

    /// <summary>Notes what a plan has made.</summary>
    /// <returns>The copy with its number.</returns>
    ValueTask<BackupCopy> AddCopyAsync(BackupCopy copy, CancellationToken cancellation);

    /// <summary>Notes that a copy was found whole.</summary>
    ValueTask VerifyCopyAsync(long copyId, DateTimeOffset verifiedAt, CancellationToken cancellation);

    /// <summary>What a plan has made and not removed, newest first. A backup that was removed otherwise is not among it.</summary>
    ValueTask<IReadOnlyList<BackupCopy>> ListCopiesAsync(Guid planId, CancellationToken cancellation);

    /// <summary>Forgets a copy that was removed.</summary>
    ValueTask RemoveCopyAsync(long copyId, CancellationToken cancellation);
}

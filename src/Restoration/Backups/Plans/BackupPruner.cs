using Restoration.Auditing;
using Restoration.Backups.Retention;
using Restoration.Destinations;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Backups.Plans;

/// <summary>Removes what a plan's retention lets go. Only what the plan itself has made, and only where it is still what it was.</summary>
internal sealed class BackupPruner(Workspace workspace)
{
    /// <summary>Removes the copies of one calendar that no rule keeps. To be called only when a newer one was verified.</summary>
    /// <returns>What was removed.</returns>
    public async ValueTask<IReadOnlyList<Location>> PruneAsync(BackupPlan plan, BackupCopy newest, CancellationToken cancellation)
    {
        IReadOnlyList<BackupCopy> copies = await workspace.ReadAsync(
            transaction => transaction.BackupPlans.ListCopiesAsync(plan.PlanId, cancellation), cancellation).ConfigureAwait(false);
        Dictionary<long, BackupCopy> here = copies
            .Where(copy => copy.Folder == newest.Folder && string.Equals(copy.Mailbox, newest.Mailbox, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(copy => copy.Id);
        IReadOnlyList<RetentionVerdict> verdicts = RetentionDecision.Decide(
            here.Values.Select(copy => new RetentionCandidate(copy.Id, copy.TakenAt, copy.VerifiedAt is not null, copy.IsHeld)),
            plan.Retention,
            workspace.Clock.GetUtcNow(),
            plan.TimeZone,
            workspace.TimeZones);
        List<Location> removed = [];
        foreach (BackupCopy copy in verdicts.Where(verdict => !verdict.IsKept).Select(verdict => here[verdict.Candidate.Id]))
        {
            if (await RemoveAsync(copy, cancellation).ConfigureAwait(false))
            {
                removed.Add(copy.Location);
            }
        }

        return removed;
    }

    private async ValueTask<bool> RemoveAsync(BackupCopy copy, CancellationToken cancellation)
    {
        if (copy.File is not { } path)
        {
            await ForgetAsync(copy, "let go by its plan", cancellation).ConfigureAwait(false);
            return true;
        }

        // What somebody put in its place is theirs.
        bool isOurs = File.Exists(path) && InputFile.Fingerprint(path) == copy.Fingerprint;
        if (isOurs)
        {
            AtomicFile.Guard(path, () =>
            {
                File.Delete(path);
                return true;
            });
        }

        await ForgetAsync(copy, isOurs ? "let go by its plan" : "left alone: it is not the file that was written any more", cancellation).ConfigureAwait(false);
        return isOurs;
    }

    private async ValueTask ForgetAsync(BackupCopy copy, string detail, CancellationToken cancellation) => await workspace.WriteAsync(
        async transaction =>
        {
            if (copy.BackupId is { } backup)
            {
                await transaction.Backups.RemoveAsync(backup, cancellation).ConfigureAwait(false);
            }

            await transaction.BackupPlans.RemoveCopyAsync(copy.Id, cancellation).ConfigureAwait(false);
            await AuditTrail.WriteAsync(workspace, transaction, "BackupRemove", copy.Location.ToString(), detail, cancellation).ConfigureAwait(false);
            return true;
        },
        cancellation).ConfigureAwait(false);
}

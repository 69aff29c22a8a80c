using Restoration.Auditing;
using Restoration.Backups.Retention;
using Restoration.Destinations;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Backups.Plans;

/// <summary>Removes what a plan's retention lets go. Only what the plan itself has made, and only where it is still what it was.</summary>
internal sealed class BackupPruner(Workspace workspace)
{
    /// <summary>Removes the copies of one calendar that no rule keeps. To be called only when the newest one was verified.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="copies">All copies of the calendar that the plan has made, with the newest.</param>
    /// <param name="cancellation">Stops before the next removal.</param>
    /// <returns>What was removed.</returns>
    public async ValueTask<IReadOnlyList<Location>> PruneAsync(BackupPlan plan, IEnumerable<BackupCopy> copies, CancellationToken cancellation)
    {
        Dictionary<long, BackupCopy> all = copies.ToDictionary(copy => copy.Id);
        IReadOnlyList<RetentionVerdict> verdicts = RetentionDecision.Decide(
            all.Values.Select(copy => new RetentionCandidate(copy.Id, copy.TakenAt, copy.VerifiedAt is not null, copy.IsHeld)),
            plan.Retention,
            workspace.Clock.GetUtcNow(),
            plan.TimeZone,
            workspace.TimeZones);
        List<Location> removed = [];
        foreach (BackupCopy copy in verdicts.Where(verdict => !verdict.IsKept).Select(verdict => all[verdict.Candidate.Id]))
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
            return await ForgetAsync(copy, "let go by its plan", cancellation).ConfigureAwait(false);
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

    private ValueTask<bool> ForgetAsync(BackupCopy copy, string detail, CancellationToken cancellation) => workspace.WriteAsync(
        async transaction =>
        {
            if (copy.BackupId is { } backup)
            {
                // Somebody may have taken hold of it, or removed it, since the copies were listed.
                if (await transaction.Backups.GetAsync(backup, cancellation).ConfigureAwait(false) is not { IsHeld: false })
                {
                    return false;
                }

                await transaction.Backups.RemoveAsync(backup, cancellation).ConfigureAwait(false);
            }

            await transaction.BackupPlans.RemoveCopyAsync(copy.Id, cancellation).ConfigureAwait(false);
            await AuditTrail.WriteAsync(workspace, transaction, "BackupRemove", copy.Location.ToString(), detail, cancellation).ConfigureAwait(false);
            return true;
        },
        cancellation);
}

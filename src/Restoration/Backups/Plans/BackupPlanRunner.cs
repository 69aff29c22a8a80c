using System.Globalization;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Schedules;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Backups.Plans;

/// <summary>
/// Runs a plan once: each calendar is copied, the copy noted, read back, and only then what it takes the place of is let go. One
/// runner at a time, by a lease in the store. A calendar that fails costs that calendar only.
/// </summary>
public sealed class BackupPlanRunner(Workspace workspace)
{
    private readonly BackupCopier _copier = new(workspace);
    private readonly BackupPruner _pruner = new(workspace);

    /// <summary>Runs a plan now, due or not.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: the plan is being run by somebody else.</exception>
    public async ValueTask<BackupPlanRun> RunNowAsync(BackupPlan plan, IProgress<BackupPlanStep>? progress, CancellationToken cancellation)
        => await UnderLeaseAsync(plan, stop => RunAsync(plan, progress, stop), cancellation).ConfigureAwait(false) ?? throw new RestorationException(
            FailureCode.InvalidState, $"The backup plan '{plan.Name}' is being run already. Wait until that run has ended.", plan.Name);

    /// <summary>Runs a plan if it is due; null if it is not any more, or if somebody else is running it.</summary>
    internal ValueTask<BackupPlanRun?> RunIfDueAsync(BackupPlan plan, IProgress<BackupPlanStep>? progress, CancellationToken cancellation) => UnderLeaseAsync(
        plan,
        async stop =>
        {
            // Another runner may have made this run while the lease was waited for.
            BackupPlan? now = await workspace.ReadAsync(
                transaction => transaction.BackupPlans.GetAsync(plan.PlanId, stop), stop).ConfigureAwait(false);
            return now is { IsActive: true } && now.NextRunAt <= workspace.Clock.GetUtcNow()
                ? await RunAsync(now, progress, stop).ConfigureAwait(false)
                : null;
        },
        cancellation);

    private async ValueTask<BackupPlanRun?> UnderLeaseAsync(
        BackupPlan plan, Func<CancellationToken, ValueTask<BackupPlanRun?>> work, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.CreateBackup, $"plan:{plan.Name}", null, cancellation).ConfigureAwait(false);
        HeldLease? lease = await HeldLease.TakeAsync(workspace, $"plan:{plan.PlanId}", cancellation).ConfigureAwait(false);
        if (lease is null)
        {
            return null;
        }

        await using (lease.ConfigureAwait(false))
        {
            try
            {
                return await work(lease.Stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException cause) when (!cancellation.IsCancellationRequested)
            {
                throw new RestorationException(
                    FailureCode.StoreUnavailable,
                    $"The store could not be reached in time to keep the run of '{plan.Name}' for this process, so it was stopped. What was backed up stays.",
                    plan.Name,
                    cause);
            }
        }
    }

    private async ValueTask<BackupPlanRun?> RunAsync(BackupPlan plan, IProgress<BackupPlanStep>? progress, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = workspace.Clock.GetUtcNow();
        List<BackupPlanStep> steps = [];
        List<Location> removed = [];
        CalendarPattern[] patterns = [.. plan.Calendars.Select(CalendarPattern.Parse)];
        IReadOnlyList<Folder> folders = await workspace.ReadAsync(
            transaction => transaction.Folders.ListAsync(null, cancellation), cancellation).ConfigureAwait(false);
        foreach (CalendarPattern pattern in patterns.Where(pattern => !folders.Any(pattern.Matches)))
        {
            Add(new BackupPlanStep(pattern.ToString(), BackupOutcome.Failed)
            {
                Failure = FailureCode.CalendarNotFound,
                Detail = $"The store has no calendar '{pattern}'. List the calendars to see what there is.",
            });
        }

        ILookup<(string, FolderPath), BackupCopy> older = (await workspace.ReadAsync(
            transaction => transaction.BackupPlans.ListCopiesAsync(plan.PlanId, cancellation), cancellation).ConfigureAwait(false))
            .ToLookup(copy => (copy.Mailbox.ToUpperInvariant(), copy.Folder));
        foreach (Folder folder in folders.Where(folder => patterns.Any(pattern => pattern.Matches(folder))))
        {
            Add(await RunAsync(plan, folder, older[(folder.Mailbox.ToUpperInvariant(), folder.Path)], removed, cancellation).ConfigureAwait(false));
        }

        BackupPlanStatus status = steps.TrueForAll(step => step.Outcome != BackupOutcome.Failed) ? BackupPlanStatus.Succeeded
            : steps.Exists(step => step.Outcome == BackupOutcome.Verified) ? BackupPlanStatus.PartiallySucceeded
            : BackupPlanStatus.Failed;
        BackupPlanRun run = new(plan.PlanId, plan.Name, status, startedAt, workspace.Clock.GetUtcNow(), steps, removed);
        await NoteAsync(run, cancellation).ConfigureAwait(false);
        return run;

        void Add(BackupPlanStep step)
        {
            steps.Add(step);
            progress?.Report(step);
        }
    }

    private async ValueTask<BackupPlanStep> RunAsync(
        BackupPlan plan, Folder folder, IEnumerable<BackupCopy> older, List<Location> removed, CancellationToken cancellation)
    {
        string name = $"{folder.Mailbox}/{folder.Path}";
        Location? made = null;
        try
        {
            if (await _copier.CopyAsync(plan, folder, cancellation).ConfigureAwait(false) is not { } copy)
            {
                return new BackupPlanStep(name, BackupOutcome.Empty) { Detail = "The calendar has no items; no backup was made, and the older ones were kept." };
            }

            made = copy.Location;
            BackupCopy verified = await _copier.VerifyAsync(plan, copy, cancellation).ConfigureAwait(false);
            removed.AddRange(await _pruner.PruneAsync(plan, older.Append(verified), cancellation).ConfigureAwait(false));
            return new BackupPlanStep(name, BackupOutcome.Verified) { Location = copy.Location, ItemCount = copy.ItemCount, Size = copy.Size };
        }
        catch (RestorationException failure)
        {
            return new BackupPlanStep(name, BackupOutcome.Failed) { Location = made, Failure = failure.Code, Detail = failure.Message };
        }
    }

    // Only how it went is written: the plan may have been changed while it ran.
    private async ValueTask NoteAsync(BackupPlanRun run, CancellationToken cancellation) => await workspace.WriteAsync(
        async transaction =>
        {
            if (await transaction.BackupPlans.GetAsync(run.PlanId, cancellation).ConfigureAwait(false) is { } plan)
            {
                BackupPlanStep[] failed = [.. run.Steps.Where(step => step.Outcome == BackupOutcome.Failed)];
                bool isScheduled = plan is { IsActive: true, Schedule: not null };
                await transaction.BackupPlans.UpdateAsync(
                    plan with
                    {
                        Status = run.Status,
                        LastRunAt = run.StartedAt,
                        LastSuccessAt = run.Status == BackupPlanStatus.Succeeded ? run.EndedAt : plan.LastSuccessAt,
                        LastError = failed.Length == 0 ? null : ErrorOf(failed, run.Steps.Count),
                        NextRunAt = isScheduled
                            ? Schedule.Parse(plan.Schedule!, plan.TimeZone, workspace.TimeZones).NextAfter(run.EndedAt, workspace.TimeZones)
                            : null,
                    },
                    cancellation).ConfigureAwait(false);
            }

            return true;
        },
        cancellation).ConfigureAwait(false);

    private static string ErrorOf(BackupPlanStep[] failed, int all) => failed.Length == 1 && all == 1
        ? failed[0].Detail!
        : string.Create(CultureInfo.InvariantCulture, $"{failed.Length} of {all} calendars failed; first {failed[0].Calendar}: {failed[0].Detail}");
}

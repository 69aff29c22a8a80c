using Restoration.Backups.Plans;

namespace Restoration.Stores.Memory;

internal sealed class MemoryBackupPlans(MemoryTransaction transaction) : IBackupPlanStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask AddAsync(BackupPlan plan, CancellationToken cancellation)
    {
        State = State with { BackupPlans = State.BackupPlans.Add(plan) };
        return ValueTask.CompletedTask;
    }

    public ValueTask UpdateAsync(BackupPlan plan, CancellationToken cancellation)
    {
        int index = State.BackupPlans.FindIndex(existing => existing.PlanId == plan.PlanId);
        State = index < 0 ? State : State with { BackupPlans = State.BackupPlans.SetItem(index, plan) };
        return ValueTask.CompletedTask;
    }

    public ValueTask<BackupPlan?> GetAsync(Guid planId, CancellationToken cancellation)
        => ValueTask.FromResult(State.BackupPlans.Find(plan => plan.PlanId == planId));

    public ValueTask<IReadOnlyList<BackupPlan>> ListAsync(CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<BackupPlan>>([.. State.BackupPlans.OrderBy(plan => plan.Name.ToLowerInvariant(), StringComparer.Ordinal)]);

    public ValueTask<IReadOnlyList<BackupPlan>> ListDueAsync(DateTimeOffset now, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<BackupPlan>>(
            [.. State.BackupPlans.Where(plan => plan.IsActive && plan.NextRunAt <= now).OrderBy(plan => plan.NextRunAt)]);

    public ValueTask RemoveAsync(Guid planId, CancellationToken cancellation)
    {
        State = State with
        {
            BackupPlans = State.BackupPlans.RemoveAll(plan => plan.PlanId == planId),
            BackupCopies = State.BackupCopies.RemoveAll(copy => copy.PlanId == planId),
        };
        return ValueTask.CompletedTask;
    }

    public ValueTask<BackupCopy> AddCopyAsync(BackupCopy copy, CancellationToken cancellation)
    {
        BackupCopy added = copy with { Id = State.LastId + 1 };
        State = State with { LastId = added.Id, BackupCopies = State.BackupCopies.Add(added) };
        return ValueTask.FromResult(added);
    }

    public ValueTask VerifyCopyAsync(long copyId, DateTimeOffset verifiedAt, CancellationToken cancellation)
    {
        State = State with
        {
            BackupCopies = [.. State.BackupCopies.Select(copy => copy.Id == copyId ? copy with { VerifiedAt = verifiedAt } : copy)],
        };
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<BackupCopy>> ListCopiesAsync(Guid planId, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<BackupCopy>>(
        [
            .. State.BackupCopies.Where(copy => copy.PlanId == planId).Reverse().OrderByDescending(copy => copy.TakenAt)
                .Select(copy => copy with { IsHeld = State.Backups.Any(entry => entry.Backup.BackupId == copy.BackupId && entry.Backup.IsHeld) }),
        ]);

    public ValueTask RemoveCopyAsync(long copyId, CancellationToken cancellation)
    {
        State = State with { BackupCopies = State.BackupCopies.RemoveAll(copy => copy.Id == copyId) };
        return ValueTask.CompletedTask;
    }
}

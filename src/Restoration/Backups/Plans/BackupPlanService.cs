using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Schedules;
using Restoration.Schedules.Exports;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Backups.Plans;

/// <summary>Backup plans: made, looked up, changed, removed. A plan that could not run is refused when it is made.</summary>
public sealed class BackupPlanService(Workspace workspace)
{
    private const int LongestName = 100;

    /// <summary>A plan with what every plan has, not stored yet; the rest is said with <c>with</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="calendars">The calendars; see <see cref="CalendarPattern"/>.</param>
    /// <param name="timeZone">The zone of its schedule.</param>
    public BackupPlan Draft(string name, IReadOnlyList<string> calendars, string timeZone)
    {
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        return new BackupPlan
        {
            PlanId = workspace.Identifiers.NewId(),
            Name = name.Trim(),
            Calendars = calendars,
            TimeZone = timeZone,
            User = workspace.User,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Stores a new plan.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.AlreadyExists"/>, <see cref="FailureCode.InvalidArgument"/>, <see cref="FailureCode.InvalidLocation"/>,
    /// <see cref="FailureCode.TimeZoneNotFound"/> or <see cref="FailureCode.UnsupportedFormat"/>.
    /// </exception>
    public async ValueTask<BackupPlan> AddAsync(BackupPlan plan, CancellationToken cancellation)
    {
        await DemandAsync(plan.Name, null, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            async transaction =>
            {
                BackupPlan valid = Validate(plan) with { User = workspace.User };
                await CheckNameAsync(transaction, valid, cancellation).ConfigureAwait(false);
                await transaction.BackupPlans.AddAsync(valid, cancellation).ConfigureAwait(false);
                await AuditAsync(transaction, "BackupPlanCreate", valid, cancellation).ConfigureAwait(false);
                return valid;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Changes a plan to what is given; whose it is, and how it has gone so far, stays as the store has it.</summary>
    /// <exception cref="RestorationException">As <see cref="AddAsync"/>; <see cref="FailureCode.BackupPlanNotFound"/>.</exception>
    public async ValueTask<BackupPlan> UpdateAsync(BackupPlan plan, CancellationToken cancellation)
    {
        await DemandOwnAsync(plan, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            async transaction =>
            {
                BackupPlan stored = await StoredAsync(transaction, plan, cancellation).ConfigureAwait(false);
                BackupPlan valid = Validate(plan with
                {
                    User = stored.User,
                    CreatedAt = stored.CreatedAt,
                    UpdatedAt = workspace.Clock.GetUtcNow(),
                    Status = stored.Status,
                    LastRunAt = stored.LastRunAt,
                    LastSuccessAt = stored.LastSuccessAt,
                    LastError = stored.LastError,
                });
                await CheckNameAsync(transaction, valid, cancellation).ConfigureAwait(false);
                bool isAsDue = (valid.Schedule, valid.TimeZone, valid.IsActive) == (stored.Schedule, stored.TimeZone, stored.IsActive);
                valid = isAsDue ? valid with { NextRunAt = stored.NextRunAt } : valid;
                await transaction.BackupPlans.UpdateAsync(valid, cancellation).ConfigureAwait(false);
                await AuditAsync(transaction, "BackupPlanUpdate", valid, cancellation).ConfigureAwait(false);
                return valid;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a plan. The backups that it made stay.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.BackupPlanNotFound"/>.</exception>
    public async ValueTask RemoveAsync(BackupPlan plan, CancellationToken cancellation)
    {
        await DemandOwnAsync(plan, cancellation).ConfigureAwait(false);
        await workspace.WriteAsync(
            async transaction =>
            {
                await transaction.BackupPlans.RemoveAsync(plan.PlanId, cancellation).ConfigureAwait(false);
                await AuditAsync(transaction, "BackupPlanRemove", plan, cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>The one plan of this name or id.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.BackupPlanNotFound"/> or <see cref="FailureCode.InvalidArgument"/>.</exception>
    public async ValueTask<BackupPlan> GetAsync(string identity, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(identity))
        {
            throw new RestorationException(FailureCode.InvalidArgument, "A backup plan is named by its name or id; an empty identity is none.");
        }

        IReadOnlyList<BackupPlan> plans = await ListAsync(null, cancellation).ConfigureAwait(false);
        return plans.FirstOrDefault(plan => Guid.TryParse(identity, out Guid id) && plan.PlanId == id)
            ?? plans.FirstOrDefault(plan => string.Equals(plan.Name, identity.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw NotFound(identity);
    }

    /// <summary>The plans whose names fit, by name.</summary>
    /// <param name="name">A name or a pattern; null for all.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<BackupPlan>> ListAsync(string? name, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.ReadCalendar, "plan:*", null, cancellation).ConfigureAwait(false);
        IReadOnlyList<BackupPlan> plans = await workspace.ReadAsync(
            transaction => transaction.BackupPlans.ListAsync(cancellation), cancellation).ConfigureAwait(false);
        return [.. plans.Where(plan => name is null || Wildcard.IsMatch(name, plan.Name))];
    }

    /// <summary>What a plan has made and not removed, newest first.</summary>
    public ValueTask<IReadOnlyList<BackupCopy>> ListCopiesAsync(BackupPlan plan, CancellationToken cancellation)
        => workspace.ReadAsync(transaction => transaction.BackupPlans.ListCopiesAsync(plan.PlanId, cancellation), cancellation);

    /// <summary>The schedule of a plan in the words of another scheduler.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="program">The program that it is to run.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidState"/>: the plan has no schedule; <see cref="FailureCode.NotSupported"/>: that scheduler cannot keep it.
    /// </exception>
    public string Export(BackupPlan plan, SchedulerKind scheduler, string program, IReadOnlyList<string> arguments)
    {
        Schedule schedule = ScheduleOf(plan) ?? throw new RestorationException(
            FailureCode.InvalidState, $"The backup plan '{plan.Name}' has no schedule. Give it one, such as 'daily at 22:30'.", plan.Name);
        return ScheduleExport.Write(new ScheduledCommand(plan.Name, schedule, program, arguments), scheduler);
    }

    private Schedule? ScheduleOf(BackupPlan plan) => plan.Schedule is null ? null : Schedule.Parse(plan.Schedule, plan.TimeZone, workspace.TimeZones);

    private BackupPlan Validate(BackupPlan plan)
    {
        if (string.IsNullOrWhiteSpace(plan.Name) || plan.Name.Length > LongestName || plan.Name.Any(char.IsControl) || Wildcard.HasWildcard(plan.Name))
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"'{plan.Name}' cannot name a plan. Write 1 to {LongestName} characters without '*' and '?'.", plan.Name);
        }

        if (plan.Calendars.Count == 0)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"The plan '{plan.Name}' names no calendar. Name at least one, such as alice@contoso.com/Calendar.", plan.Name);
        }

        string[] calendars = [.. plan.Calendars.Select(calendar => CalendarPattern.Parse(calendar).ToString())];
        if (plan.FilePattern is { } pattern)
        {
            BackupFileName.Validate(pattern);
            _ = workspace.Formats.ForKeeping(plan.Format, pattern);
        }

        plan.Retention.Validate();
        Schedule? schedule = ScheduleOf(plan);
        string zone = workspace.TimeZones.FindIanaName(plan.TimeZone) ?? throw new RestorationException(
            FailureCode.TimeZoneNotFound, $"'{plan.TimeZone}' is no time zone. Write a name such as Europe/Berlin, 'W. Europe Standard Time' or UTC.", plan.TimeZone);
        return plan with
        {
            Calendars = calendars,
            TimeZone = zone,
            NextRunAt = plan.IsActive ? schedule?.NextAfter(workspace.Clock.GetUtcNow(), workspace.TimeZones) : null,
        };
    }

    private static async ValueTask CheckNameAsync(IStoreTransaction transaction, BackupPlan plan, CancellationToken cancellation)
    {
        IReadOnlyList<BackupPlan> plans = await transaction.BackupPlans.ListAsync(cancellation).ConfigureAwait(false);
        if (plans.Any(other => other.PlanId != plan.PlanId && string.Equals(other.Name, plan.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RestorationException(FailureCode.AlreadyExists, $"There is a backup plan '{plan.Name}' already. Give this one another name.", plan.Name);
        }
    }

    // Whose it is, is what the store says, not what came with the plan.
    private async ValueTask DemandOwnAsync(BackupPlan plan, CancellationToken cancellation)
    {
        BackupPlan stored = await workspace.ReadAsync(
            transaction => StoredAsync(transaction, plan, cancellation), cancellation).ConfigureAwait(false);
        await DemandAsync(stored.Name, stored.User, cancellation).ConfigureAwait(false);
    }

    private ValueTask DemandAsync(string name, string? owner, CancellationToken cancellation)
        => workspace.Access.DemandAsync(Permission.ManageBackupPlan, $"plan:{name}", owner, cancellation);

    private static async ValueTask<BackupPlan> StoredAsync(IStoreTransaction transaction, BackupPlan plan, CancellationToken cancellation)
        => await transaction.BackupPlans.GetAsync(plan.PlanId, cancellation).ConfigureAwait(false) ?? throw NotFound(plan.Name);

    private ValueTask AuditAsync(IStoreTransaction transaction, string operation, BackupPlan plan, CancellationToken cancellation)
        => AuditTrail.WriteAsync(workspace, transaction, operation, $"plan:{plan.Name}", string.Join(", ", plan.Calendars), cancellation);

    private static RestorationException NotFound(string identity) => new(
        FailureCode.BackupPlanNotFound, $"There is no backup plan '{identity}'. List the plans to see what there is.", identity);
}

using System.Globalization;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Backups.Plans;

/// <summary>What one run of a plan came to.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">How it went.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Steps">What became of each calendar.</param>
/// <param name="Removed">The backups that the plan's retention let go.</param>
public sealed record BackupPlanRun(
    Guid PlanId,
    string Name,
    BackupPlanStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    IReadOnlyList<BackupPlanStep> Steps,
    IReadOnlyList<Location> Removed);

/// <summary>What a run did for one calendar.</summary>
/// <param name="Calendar">The calendar, or the pattern that fits none.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record BackupPlanStep(string Calendar, BackupOutcome Outcome)
{
    /// <summary>The backup; null if none was made.</summary>
    public Location? Location { get; init; }

    /// <summary>How many items it holds.</summary>
    public long ItemCount { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>What failed; null if nothing did.</summary>
    public FailureCode? Failure { get; init; }

    /// <summary>What there is to say.</summary>
    public string? Detail { get; init; }

    /// <summary>The step for people.</summary>
    public override string ToString() => Outcome == BackupOutcome.Verified
        ? string.Create(CultureInfo.InvariantCulture, $"{Calendar}: {ItemCount} items, verified")
        : $"{Calendar}: {Outcome}. {Detail}";
}

/// <summary>What became of a calendar in a run of a plan.</summary>
public enum BackupOutcome
{
    /// <summary>It was backed up, and the backup was read back and is whole.</summary>
    Verified,

    /// <summary>It has no items: a backup of it would one day take the place of a good one, so none was made.</summary>
    Empty,

    /// <summary>It was not backed up, or what was written is not whole.</summary>
    Failed,
}

using Restoration.Backups.Retention;

namespace Restoration.Backups.Plans;

/// <summary>Which calendars are backed up, where to, when, and how long the backups stay; and how that has gone so far.</summary>
public sealed record BackupPlan
{
    /// <summary>Its id.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Its name, unique without case.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The calendars: <c>mailbox/calendar</c>, both with wildcards; a mailbox alone means its default calendar.</summary>
    public required IReadOnlyList<string> Calendars { get; init; }

    /// <summary>
    /// Where the backups go: null for the store, or the name of a file in which <c>{mailbox}</c>, <c>{calendar}</c>, <c>{date}</c>,
    /// <c>{time}</c> and <c>{plan}</c> are replaced.
    /// </summary>
    public string? FilePattern { get; init; }

    /// <summary>The format of the files, if their name does not say it.</summary>
    public string? Format { get; init; }

    /// <summary>Whether files get what only this program reads.</summary>
    public bool IncludeMetadata { get; init; } = true;

    /// <summary>When it is due, as it was written; null for a plan that runs only when it is told to.</summary>
    public string? Schedule { get; init; }

    /// <summary>The zone of the schedule, of the days that retention counts, and of the dates in file names.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Which of its backups stay.</summary>
    public RetentionRules Retention { get; init; } = RetentionRules.KeepAll;

    /// <summary>Whether its schedule holds.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Who made it.</summary>
    public required string User { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How it stands.</summary>
    public BackupPlanStatus Status { get; init; }

    /// <summary>When it last began to run.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>When it last ran without a failure.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When it is due; in the past for a run that was missed. Null if it is not active or has no schedule.</summary>
    public DateTimeOffset? NextRunAt { get; init; }

    /// <summary>What went wrong in the last run; null if nothing did.</summary>
    public string? LastError { get; init; }
}

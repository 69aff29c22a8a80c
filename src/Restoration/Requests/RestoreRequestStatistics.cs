using Restoration.Failures;
using Restoration.Policies;

namespace Restoration.Requests;

/// <summary>
/// How far a request has come and what became of it, in the terms of Exchange's Get-MailboxRestoreRequestStatistics.
/// Everything is computed from counted items, nothing from the last exception.
/// </summary>
public sealed record RestoreRequestStatistics
{
    /// <summary>The request's name.</summary>
    public required string Name { get; init; }

    /// <summary>How scripts name it.</summary>
    public required string Identity { get; init; }

    /// <summary>Its id.</summary>
    public required Guid RequestGuid { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>What it is doing, or how it ended.</summary>
    public required string StatusDetail { get; init; }

    /// <summary>Whether it is stopped and can be resumed.</summary>
    public bool Suspend { get; init; }

    /// <summary>Where the items come from.</summary>
    public required string Source { get; init; }

    /// <summary>Where they go to.</summary>
    public required string Destination { get; init; }

    /// <summary>The alias of the mailbox; null if there is no one mailbox.</summary>
    public string? TargetAlias { get; init; }

    /// <summary>What is done on a match.</summary>
    public ConflictResolutionOption ConflictResolutionOption { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset QueuedTimeStamp { get; init; }

    /// <summary>When it was first run.</summary>
    public DateTimeOffset? StartTimeStamp { get; init; }

    /// <summary>When it last made progress.</summary>
    public DateTimeOffset LastUpdateTimeStamp { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletionTimestamp { get; init; }

    /// <summary>When it was stopped.</summary>
    public DateTimeOffset? SuspendTimeStamp { get; init; }

    /// <summary>From when it was asked for until it ended, or until now.</summary>
    public TimeSpan OverallDuration { get; init; }

    /// <summary>The time before it was first run.</summary>
    public TimeSpan TotalQueuedDuration { get; init; }

    /// <summary>The time that it has spent running.</summary>
    public TimeSpan TotalInProgressDuration { get; init; }

    /// <summary>How many items the source has; null if that is not known.</summary>
    public long? EstimatedTransferItemCount { get; init; }

    /// <summary>How many items were written.</summary>
    public long ItemsTransferred { get; init; }

    /// <summary>How many items were looked at.</summary>
    public long ItemsFound { get; init; }

    /// <summary>How many items were created.</summary>
    public long ItemsCreated { get; init; }

    /// <summary>How many items were put in the place of others.</summary>
    public long ItemsReplaced { get; init; }

    /// <summary>How many items were patched.</summary>
    public long ItemsUpdated { get; init; }

    /// <summary>How many items were taken away.</summary>
    public long ItemsDeleted { get; init; }

    /// <summary>How many items needed nothing, or were left alone.</summary>
    public long ItemsSkipped { get; init; }

    /// <summary>How many of those skipped are in conflict.</summary>
    public long ConflictsEncountered { get; init; }

    /// <summary>How many items could not be done, other than for want of content.</summary>
    public long BadItemsEncountered { get; init; }

    /// <summary>How many items had no content in any backup.</summary>
    public long MissingItemsEncountered { get; init; }

    /// <summary>The content that was written.</summary>
    public ByteQuantifiedSize BytesTransferred { get; init; }

    /// <summary>The content that was written in a minute of running.</summary>
    public ByteQuantifiedSize BytesTransferredPerMinute { get; init; }

    /// <summary>The share of the items that is done, 0 to 100; null if nobody knows how many there are.</summary>
    public int? PercentComplete { get; init; }

    /// <summary>The verdict: Perfect, Good, Investigate or Poor.</summary>
    public required string DataConsistencyScore { get; init; }

    /// <summary>What the verdict is made of.</summary>
    public required string DataConsistencyScoringFactors { get; init; }

    /// <summary>Why it failed as a whole.</summary>
    public FailureCode? FailureCode { get; init; }

    /// <summary>When it failed.</summary>
    public DateTimeOffset? FailureTimestamp { get; init; }

    /// <summary>The failure's message, or why it was stopped.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the request is as it should be: its counts add up.</summary>
    public bool IsValid { get; init; }

    /// <summary>Why it is not valid.</summary>
    public string? ValidationMessage { get; init; }

    /// <summary>What happened, entry by entry; only if it was asked for.</summary>
    public IReadOnlyList<ReportEntry> Report { get; init; } = [];
}

/// <summary>One entry of a request's report.</summary>
/// <param name="CreationTime">When it was written.</param>
/// <param name="Type">Informational, Warning or Error.</param>
/// <param name="Message">What happened.</param>
public sealed record ReportEntry(DateTimeOffset CreationTime, string Type, string Message)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => FormattableString.Invariant($"{CreationTime.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z [{Type}] {Message}");
}

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

    /// <summary>How far along it is, in fewer words.</summary>
    public required string SyncStage { get; init; }

    /// <summary>Which of the waiting requests is run first.</summary>
    public RequestPriority Priority { get; init; }

    /// <summary>Its place among those that wait; null unless it waits.</summary>
    public string? PositionInQueue { get; init; }

    /// <summary>The label that several requests may share.</summary>
    public string? BatchName { get; init; }

    /// <summary>Whether it is stopped and can be resumed.</summary>
    public bool Suspend { get; init; }

    /// <summary>Where the items come from.</summary>
    public required string Source { get; init; }

    /// <summary>Where they go to.</summary>
    public required string Destination { get; init; }

    /// <summary>The GUID of the mailbox that a mailbox restore reads.</summary>
    public Guid? SourceExchangeGuid { get; init; }

    /// <summary>The folder below which everything is that is read; null for the top.</summary>
    public string? SourceRootFolder { get; init; }

    /// <summary>The GUID of the mailbox that a mailbox restore writes to.</summary>
    public Guid? TargetExchangeGuid { get; init; }

    /// <summary>The address of that mailbox.</summary>
    public string? TargetMailboxIdentity { get; init; }

    /// <summary>Whether it is an archive.</summary>
    public bool TargetIsArchive { get; init; }

    /// <summary>Primary or Archive.</summary>
    public string? TargetType { get; init; }

    /// <summary>The folder that everything goes below of; null for the top.</summary>
    public string? TargetRootFolder { get; init; }

    /// <summary>The folders that are read; empty for all.</summary>
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    /// <summary>The folders that are left out.</summary>
    public IReadOnlyList<string> ExcludeFolders { get; init; } = [];

    /// <summary>Whether Recoverable Items are left out.</summary>
    public bool ExcludeDumpster { get; init; }

    /// <summary>Which items; null for all.</summary>
    public string? ContentFilter { get; init; }

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

    /// <summary>When it will be forgotten; null for never, or not as it stands.</summary>
    public DateTimeOffset? RequestExpiryTimestamp { get; init; }

    /// <summary>How long it is kept once it is completed.</summary>
    public AgeLimit CompletedRequestAgeLimit { get; init; }

    /// <summary>When it may be done at this pace; null unless it runs and has a pace.</summary>
    public DateTimeOffset? EstimatedCompletionTimestamp { get; init; }

    /// <summary>From when it was asked for until it ended, or until now.</summary>
    public TimeSpan OverallDuration { get; init; }

    /// <summary>The time that it has waited to be run.</summary>
    public TimeSpan TotalQueuedDuration { get; init; }

    /// <summary>The time that it has spent running.</summary>
    public TimeSpan TotalInProgressDuration { get; init; }

    /// <summary>The time that somebody has kept it suspended.</summary>
    public TimeSpan TotalSuspendedDuration { get; init; }

    /// <summary>The time that it has stood failed.</summary>
    public TimeSpan TotalFailedDuration { get; init; }

    /// <summary>The time that it has waited for others; nothing that this program restores to makes it wait.</summary>
    public TimeSpan TotalTransientFailureDuration { get; init; }

    /// <summary>The size of what the source has; null if that is not known.</summary>
    public ByteQuantifiedSize? EstimatedTransferSize { get; init; }

    /// <summary>The subject of the last item; null before the first.</summary>
    public string? CurrentItem { get; init; }

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

    /// <summary>How many items may be bad or missing.</summary>
    public ItemLimit BadItemLimit { get; init; }

    /// <summary>How many items may be too large for the target.</summary>
    public ItemLimit LargeItemLimit { get; init; }

    /// <summary>How many items were too large for the target.</summary>
    public long LargeItemsEncountered { get; init; }

    /// <summary>How many items could not be done, other than for want of content or for their size.</summary>
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

    /// <summary>The failure's code as a word.</summary>
    public string? FailureType { get; init; }

    /// <summary>Source or Target, where the failure says it.</summary>
    public string? FailureSide { get; init; }

    /// <summary>What was being done when it failed.</summary>
    public string? FailureContext { get; init; }

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

    /// <summary>What was not written, item by item; only if it was asked for.</summary>
    public IReadOnlyList<SkippedItem> SkippedItems { get; init; } = [];
}

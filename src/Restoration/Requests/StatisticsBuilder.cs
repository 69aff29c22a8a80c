using Restoration.Auditing;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests.MailboxRestores;
using Restoration.Requests.Queue;
using Restoration.Stores;

namespace Restoration.Requests;

/// <summary>Computes statistics from a request and its journal.</summary>
internal sealed class StatisticsBuilder(Workspace workspace)
{
    private const int PageSize = 500;

    public ValueTask<RestoreRequestStatistics> BuildAsync(
        RestoreRequest request, bool includeReport, bool includeSkippedItems, CancellationToken cancellation)
        => workspace.ReadAsync(
            async transaction =>
            {
                long counted = 0;
                long missing = 0;
                List<ReportEntry> report = includeReport ? await ReportAsync(transaction, request, cancellation).ConfigureAwait(false) : [];
                List<SkippedItem> skipped = [];
                string? current = null;
                long after = 0;
                while (await transaction.Journal.ReadAsync(request.RequestId, after, PageSize, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
                {
                    counted += page.Count;
                    missing += page.Count(entry => entry.Reason == ActionReason.ContentNotFound);
                    if (includeReport)
                    {
                        report.AddRange(page.Where(entry => entry.Action is ItemAction.Fail || entry.Reason is ActionReason.Conflict or ActionReason.Ambiguous).Select(Describe));
                    }

                    if (includeSkippedItems)
                    {
                        skipped.AddRange(page.Where(entry => !entry.HasEffect).Select(SkippedItem.Of));
                    }

                    current = page[^1].Subject;
                    after = page[^1].Ordinal;
                }

                RestoreRequestStatistics built = Build(request, counted, missing) with
                {
                    CurrentItem = current,
                    Report = [.. report.OrderBy(entry => entry.CreationTime)],
                    SkippedItems = skipped,
                };
                return request.Kind == RequestKind.MailboxRestore
                    ? await MailboxStatistics.AddAsync(built, request, transaction, cancellation).ConfigureAwait(false)
                    : built;
            },
            cancellation);

    private RestoreRequestStatistics Build(RestoreRequest request, long counted, long missing)
    {
        RestoreCounts counts = request.Counts;
        DateTimeOffset end = request.CompletedAt ?? (request.Status == RequestStatus.Failed ? request.UpdatedAt : workspace.Clock.GetUtcNow());
        RequestDurations durations = request.StatusSince is { } since
            ? request.Durations.With(request.Status, workspace.Clock.GetUtcNow() - since)
            : new RequestDurations((request.StartedAt ?? end) - request.QueuedAt, default, default);
        long transferred = counts.Created + counts.Replaced + counts.Updated;
        return new RestoreRequestStatistics
        {
            Name = request.Name,
            Identity = request.Identity,
            RequestGuid = request.RequestId,
            Status = request.Status,
            StatusDetail = Detail(request),
            SyncStage = Stage(request),
            Priority = request.Settings.Priority,
            BatchName = request.Settings.BatchName,
            Suspend = request.Settings.Suspend || request.Status is RequestStatus.Suspended or RequestStatus.Failed,
            Source = request.Source,
            Destination = request.Destination,
            TargetAlias = request.Mailbox,
            ConflictResolutionOption = request.ConflictResolutionOption,
            QueuedTimeStamp = request.QueuedAt,
            StartTimeStamp = request.StartedAt,
            LastUpdateTimeStamp = request.UpdatedAt,
            CompletionTimestamp = request.CompletedAt,
            SuspendTimeStamp = request.Status == RequestStatus.Suspended ? request.UpdatedAt : null,
            RequestExpiryTimestamp = RequestAgeing.ExpiryOf(request),
            CompletedRequestAgeLimit = request.Settings.CompletedRequestAgeLimit,
            EstimatedCompletionTimestamp = Completion(request),
            OverallDuration = end - request.QueuedAt,
            TotalQueuedDuration = durations.Queued,
            TotalSuspendedDuration = durations.Suspended,
            TotalFailedDuration = durations.Failed,
            TotalInProgressDuration = request.Duration,
            EstimatedTransferItemCount = request.Total,
            EstimatedTransferSize = request.TotalBytes is { } bytes ? new ByteQuantifiedSize(bytes) : null,
            ItemsTransferred = transferred,
            ItemsFound = counts.Found,
            ItemsCreated = counts.Created,
            ItemsReplaced = counts.Replaced,
            ItemsUpdated = counts.Updated,
            ItemsDeleted = counts.Deleted,
            ItemsSkipped = counts.Skipped,
            ConflictsEncountered = counts.Conflicts,
            BadItemLimit = request.Settings.BadItemLimit,
            LargeItemLimit = request.Settings.LargeItemLimit,
            LargeItemsEncountered = request.LargeItems,
            BadItemsEncountered = counts.Failed - missing - request.LargeItems,
            MissingItemsEncountered = missing,
            BytesTransferred = new ByteQuantifiedSize(request.BytesTransferred),
            BytesTransferredPerMinute = new ByteQuantifiedSize(
                request.Duration > TimeSpan.Zero ? (long)(request.BytesTransferred / request.Duration.TotalMinutes) : 0),
            PercentComplete = RequestStates.IsEnded(request.Status) ? 100 : new RestoreProgress(counts, request.Total, "", default).PercentComplete,
            DataConsistencyScore = Score(counts),
            DataConsistencyScoringFactors = FormattableString.Invariant(
                $"{counts.Failed - missing - request.LargeItems} bad, {request.LargeItems} too large, {missing} missing, {counts.Conflicts} in conflict of {counts.Found} items"),
            FailureCode = request.Failure,
            FailureType = request.Failure?.ToString(),
            FailureSide = request.Failure is { } failure ? Side(failure) : null,
            FailureContext = request.Status == RequestStatus.Failed
                ? FormattableString.Invariant($"{Detail(request with { Status = RequestStatus.InProgress })} after {counts.Found} items")
                : null,
            FailureTimestamp = request.Status == RequestStatus.Failed ? request.UpdatedAt : null,
            Message = request.Message ?? request.Settings.SuspendComment,
            IsValid = counted == counts.Found,
            ValidationMessage = counted == counts.Found
                ? null
                : FormattableString.Invariant($"The journal has {counted} entries, the counts say {counts.Found}."),
        };
    }

    /// <summary>What a request is doing, or how it ended, in Exchange's words.</summary>
    public static string Detail(RestoreRequest request) => request.Status switch
    {
        RequestStatus.InProgress => request.Counts.Found == 0 ? "LoadingMessages" : "CopyingMessages",
        RequestStatus.CompletedWithWarning => "CompletedWithWarnings",
        RequestStatus.Failed => request.Failure == FailureCode.BadItemLimitExceeded ? "FailedBadItemLimit" : "FailedOther",
        _ => request.Status.ToString(),
    };

    private static string Stage(RestoreRequest request) => request.Status switch
    {
        RequestStatus.Completed or RequestStatus.CompletedWithWarning => "SyncFinished",
        RequestStatus.Failed => "Error",
        _ when request.StartedAt is null => "None",
        _ => request.Counts.Found == 0 ? "LoadingMessages" : "CopyingMessages",
    };

    private static string? Side(FailureCode failure) => failure switch
    {
        FailureCode.SourceChanged or FailureCode.BackupNotFound or FailureCode.BadItemLimitExceeded => "Source",
        FailureCode.InvalidState or FailureCode.DiskFull => "Target",
        _ => null,
    };

    // The pace of this run, and of those before it.
    private DateTimeOffset? Completion(RestoreRequest request)
    {
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        return request.Status == RequestStatus.InProgress && request.StatusSince is { } since
            && new RestoreProgress(request.Counts, request.Total, "", request.Duration + (now - since)).Remaining is { } left
                ? now + left
                : null;
    }

    // Exchange's four words, over the share of items that are not as they should be.
    private static string Score(RestoreCounts counts)
    {
        double share = counts.Found == 0 ? 0 : (counts.Failed + counts.Conflicts) / (double)counts.Found;
        return share switch
        {
            0 => "Perfect",
            <= 0.01 => "Good",
            <= 0.1 => "Investigate",
            _ => "Poor",
        };
    }

    private static async ValueTask<List<ReportEntry>> ReportAsync(IStoreTransaction transaction, RestoreRequest request, CancellationToken cancellation)
    {
        AuditFilter filter = new() { RequestId = request.RequestId, Operations = [request.Kind.ToString(), "RequestSet", "RequestSuspend", "RequestResume"] };
        IReadOnlyList<AuditEntry> entries = await transaction.Audit.ReadAsync(filter, 0, PageSize, cancellation).ConfigureAwait(false);
        return
        [
            .. entries.Select(entry => new ReportEntry(
                entry.At,
                entry.Outcome is AuditOutcome.Failed ? "Error" : entry.Outcome is AuditOutcome.PartiallySucceeded ? "Warning" : "Informational",
                Say(request, entry))),
        ];
    }

    private static string Say(RestoreRequest request, AuditEntry entry)
    {
        string what = entry.Operation == request.Kind.ToString() ? entry.Outcome.ToString() : entry.Operation;
        return entry.Detail is null ? what : $"{what}: {entry.Detail}";
    }

    private static ReportEntry Describe(JournalEntry entry) => new(
        entry.At,
        entry.Action == ItemAction.Fail ? "Error" : "Warning",
        $"'{entry.Subject}' ({entry.Uid ?? entry.Record?.RecordId ?? "no UID"}): {entry.Reason}. {entry.Detail}".TrimEnd());
}

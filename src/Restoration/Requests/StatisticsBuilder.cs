using Restoration.Auditing;
using Restoration.Execution;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Requests;

/// <summary>Computes statistics from a request and its journal.</summary>
internal sealed class StatisticsBuilder(Workspace workspace)
{
    private const int PageSize = 500;

    public ValueTask<RestoreRequestStatistics> BuildAsync(RestoreRequest request, bool includeReport, CancellationToken cancellation)
        => workspace.ReadAsync(
            async transaction =>
            {
                long counted = 0;
                long missing = 0;
                List<ReportEntry> report = includeReport ? await ReportAsync(transaction, request, cancellation).ConfigureAwait(false) : [];
                long after = 0;
                while (await transaction.Journal.ReadAsync(request.RequestId, after, PageSize, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
                {
                    counted += page.Count;
                    missing += page.Count(entry => entry.Reason == ActionReason.ContentNotFound);
                    if (includeReport)
                    {
                        report.AddRange(page.Where(entry => entry.Action is ItemAction.Fail || entry.Reason is ActionReason.Conflict or ActionReason.Ambiguous).Select(Describe));
                    }

                    after = page[^1].Ordinal;
                }

                return Build(request, counted, missing) with { Report = [.. report.OrderBy(entry => entry.CreationTime)] };
            },
            cancellation);

    private RestoreRequestStatistics Build(RestoreRequest request, long counted, long missing)
    {
        RestoreCounts counts = request.Counts;
        DateTimeOffset end = request.CompletedAt ?? (request.Status == RequestStatus.Failed ? request.UpdatedAt : workspace.Clock.GetUtcNow());
        long transferred = counts.Created + counts.Replaced + counts.Updated;
        return new RestoreRequestStatistics
        {
            Name = request.Name,
            Identity = request.Identity,
            RequestGuid = request.RequestId,
            Status = request.Status,
            StatusDetail = Detail(request),
            Suspend = request.Status is RequestStatus.Suspended or RequestStatus.Failed,
            Source = request.Source,
            Destination = request.Destination,
            TargetAlias = request.Mailbox,
            ConflictResolutionOption = request.ConflictResolutionOption,
            QueuedTimeStamp = request.QueuedAt,
            StartTimeStamp = request.StartedAt,
            LastUpdateTimeStamp = request.UpdatedAt,
            CompletionTimestamp = request.CompletedAt,
            SuspendTimeStamp = request.Status == RequestStatus.Suspended ? request.UpdatedAt : null,
            OverallDuration = end - request.QueuedAt,
            TotalQueuedDuration = (request.StartedAt ?? end) - request.QueuedAt,
            TotalInProgressDuration = request.Duration,
            EstimatedTransferItemCount = request.Total,
            ItemsTransferred = transferred,
            ItemsFound = counts.Found,
            ItemsCreated = counts.Created,
            ItemsReplaced = counts.Replaced,
            ItemsUpdated = counts.Updated,
            ItemsDeleted = counts.Deleted,
            ItemsSkipped = counts.Skipped,
            ConflictsEncountered = counts.Conflicts,
            BadItemsEncountered = counts.Failed - missing,
            MissingItemsEncountered = missing,
            BytesTransferred = new ByteQuantifiedSize(request.BytesTransferred),
            BytesTransferredPerMinute = new ByteQuantifiedSize(
                request.Duration > TimeSpan.Zero ? (long)(request.BytesTransferred / request.Duration.TotalMinutes) : 0),
            PercentComplete = RequestStates.IsEnded(request.Status) ? 100 : new RestoreProgress(counts, request.Total, "", default).PercentComplete,
            DataConsistencyScore = Score(counts),
            DataConsistencyScoringFactors = FormattableString.Invariant(
                $"{counts.Failed - missing} bad, {missing} missing, {counts.Conflicts} in conflict of {counts.Found} items"),
            FailureCode = request.Failure,
            FailureTimestamp = request.Status == RequestStatus.Failed ? request.UpdatedAt : null,
            Message = request.Message,
            IsValid = counted == counts.Found,
            ValidationMessage = counted == counts.Found
                ? null
                : FormattableString.Invariant($"The journal has {counted} entries, the counts say {counts.Found}."),
        };
    }

    private static string Detail(RestoreRequest request) => request.Status switch
    {
        RequestStatus.InProgress => "CopyingMessages",
        RequestStatus.CompletedWithWarning => "CompletedWithWarnings",
        RequestStatus.Failed => "FailedOther",
        _ => request.Status.ToString(),
    };

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
        AuditFilter filter = new() { RequestId = request.RequestId, Operations = [request.Kind.ToString()] };
        IReadOnlyList<AuditEntry> entries = await transaction.Audit.ReadAsync(filter, 0, PageSize, cancellation).ConfigureAwait(false);
        return
        [
            .. entries.Select(entry => new ReportEntry(
                entry.At,
                entry.Outcome is AuditOutcome.Failed ? "Error" : entry.Outcome is AuditOutcome.PartiallySucceeded ? "Warning" : "Informational",
                entry.Detail is null ? entry.Outcome.ToString() : $"{entry.Outcome}: {entry.Detail}")),
        ];
    }

    private static ReportEntry Describe(JournalEntry entry) => new(
        entry.At,
        entry.Action == ItemAction.Fail ? "Error" : "Warning",
        $"'{entry.Subject}' ({entry.Uid ?? entry.Record?.RecordId ?? "no UID"}): {entry.Reason}. {entry.Detail}".TrimEnd());
}

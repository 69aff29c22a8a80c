using Restoration.Auditing;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Execution;

/// <summary>What the audit trail says of a request and of each of its items.</summary>
internal static class ItemAudit
{
    public static AuditEntry Of(RestoreRequest request, JournalEntry entry) => new()
    {
        At = entry.At,
        Actor = request.User,
        Operation = $"Item{entry.Action}",
        RequestId = request.RequestId,
        Target = entry.Location ?? request.Destination,
        ItemId = entry.TargetId,
        Uid = entry.Uid,
        Subject = entry.Subject,
        Before = entry.Before,
        After = entry.After,
        Outcome = entry.Action switch
        {
            ItemAction.Skip => AuditOutcome.Skipped,
            ItemAction.Fail => AuditOutcome.Failed,
            _ => AuditOutcome.Succeeded,
        },
        Detail = entry.Detail is null ? entry.Reason.ToString() : $"{entry.Reason}: {entry.Detail}",
    };

    public static AuditEntry Of(RestoreRequest request, AuditOutcome outcome, DateTimeOffset at, TimeSpan? duration, string? detail) => new()
    {
        At = at,
        Actor = request.User,
        Operation = request.Kind.ToString(),
        RequestId = request.RequestId,
        Target = request.Destination,
        Outcome = outcome,
        Duration = duration,
        Detail = detail,
    };
}

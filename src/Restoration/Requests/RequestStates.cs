using Restoration.Failures;

namespace Restoration.Requests;

/// <summary>The table of statuses: which may follow which.</summary>
public static class RequestStates
{
    private static readonly IReadOnlyDictionary<RequestStatus, RequestStatus[]> Successors = new Dictionary<RequestStatus, RequestStatus[]>
    {
        [RequestStatus.Planned] = [],
        [RequestStatus.Queued] = [RequestStatus.InProgress, RequestStatus.Suspended, RequestStatus.Failed],
        [RequestStatus.InProgress] =
        [
            // A process that was killed leaves its request in progress; resuming starts there.
            RequestStatus.InProgress, RequestStatus.Suspended, RequestStatus.Completed, RequestStatus.CompletedWithWarning, RequestStatus.Failed,

            // A worker that ends gives it back.
            RequestStatus.Queued,
        ],
        [RequestStatus.Suspended] = [RequestStatus.Queued, RequestStatus.InProgress, RequestStatus.Failed],
        [RequestStatus.Failed] = [RequestStatus.Queued, RequestStatus.InProgress],
        [RequestStatus.Completed] = [],
        [RequestStatus.CompletedWithWarning] = [],
    };

    /// <summary>Whether a request that stands at one status may go on to the other.</summary>
    public static bool MayFollow(RequestStatus from, RequestStatus to) => Successors[from].Contains(to);

    /// <summary>Whether there is nothing left to do.</summary>
    public static bool IsEnded(RequestStatus status) => Successors[status].Length == 0;

    /// <summary>The request at another status.</summary>
    /// <param name="request">The request.</param>
    /// <param name="to">The status.</param>
    /// <param name="at">The moment from which on it stands there.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: the status may not follow.</exception>
    public static RestoreRequest Move(RestoreRequest request, RequestStatus to, DateTimeOffset at) => MayFollow(request.Status, to)
        ? request with
        {
            Status = to,
            StatusSince = at,
            Durations = request.Durations.With(request.Status, at - (request.StatusSince ?? request.UpdatedAt)),
        }
        : throw new RestorationException(
            FailureCode.InvalidState,
            IsEnded(request.Status)
                ? $"The request '{request.Identity}' has ended ({request.Status}); there is nothing left to do. Start a new one: it skips what is there already."
                : $"The request '{request.Identity}' is {request.Status} and cannot become {to}.",
            request.Identity);
}

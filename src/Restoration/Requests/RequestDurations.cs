namespace Restoration.Requests;

/// <summary>How long a request has stood at the statuses at which nothing is done.</summary>
/// <param name="Queued">It waited to be run.</param>
/// <param name="Suspended">Somebody had stopped it.</param>
/// <param name="Failed">An error had stopped it.</param>
public readonly record struct RequestDurations(TimeSpan Queued, TimeSpan Suspended, TimeSpan Failed)
{
    /// <summary>The durations with the time that was spent at a status; a clock that was put back counts as none.</summary>
    public RequestDurations With(RequestStatus status, TimeSpan time)
    {
        TimeSpan spent = time < TimeSpan.Zero ? TimeSpan.Zero : time;
        return status switch
        {
            RequestStatus.Queued => this with { Queued = Queued + spent },
            RequestStatus.Suspended => this with { Suspended = Suspended + spent },
            RequestStatus.Failed => this with { Failed = Failed + spent },
            _ => this,
        };
    }
}

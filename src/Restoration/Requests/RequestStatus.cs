namespace Restoration.Requests;

/// <summary>Where a request stands (Exchange's RequestStatus, as far as it applies).</summary>
public enum RequestStatus
{
    /// <summary>Planned only; nothing was done and nothing was stored.</summary>
    Planned,

    /// <summary>Waits to be run.</summary>
    Queued,

    /// <summary>Runs, or was running when its process ended.</summary>
    InProgress,

    /// <summary>Stopped; can be resumed.</summary>
    Suspended,

    /// <summary>Everything that was to be done is done.</summary>
    Completed,

    /// <summary>Ended, with items that failed or are in conflict.</summary>
    CompletedWithWarning,

    /// <summary>Ended by an error that is not about one item; can be resumed.</summary>
    Failed,
}

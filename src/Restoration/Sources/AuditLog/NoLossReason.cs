namespace Restoration.Sources.AuditLog;

/// <summary>Why an entry of an audit log is no loss of its own.</summary>
public enum NoLossReason
{
    /// <summary>It is about something else than appointments and calendars.</summary>
    NotCalendarItem,

    /// <summary>It is about reading, sending or signing in: nothing is changed by that.</summary>
    NotAChange,

    /// <summary>The same record was there before.</summary>
    Duplicate,

    /// <summary>It is not what was asked for.</summary>
    Filtered,

    /// <summary>It was tried and did not happen.</summary>
    Failed,

    /// <summary>An appointment appeared.</summary>
    Created,

    /// <summary>An appointment was copied; it is still there.</summary>
    Copied,

    /// <summary>Someone was given rights on a calendar, or they were taken away.</summary>
    PermissionChange,

    /// <summary>A calendar was deleted with everything in it; the record does not say what that was.</summary>
    CalendarDeleted,

    /// <summary>The appointment came back, or is in another calendar of the mailbox.</summary>
    NotLost,

    /// <summary>A later record of the same appointment counts in its place.</summary>
    Superseded,

    /// <summary>A later step of a loss that is reported, such as the purge of what had been deleted.</summary>
    SameLoss,
}

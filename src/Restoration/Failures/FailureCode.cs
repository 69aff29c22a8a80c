namespace Restoration.Failures;

/// <summary>The stable ids of everything that can go wrong. Scripts match on these, never on message text.</summary>
public enum FailureCode
{
    /// <summary>An argument has a value that cannot be used.</summary>
    InvalidArgument,

    /// <summary>A location text such as <c>store:alice@contoso.com/Calendar</c> is malformed.</summary>
    InvalidLocation,

    /// <summary>A date or a date word is not understood.</summary>
    InvalidDate,

    /// <summary>A date without an offset was given and no time zone says what it means.</summary>
    TimeZoneRequired,

    /// <summary>A time zone name is known neither to the tz database nor to Windows.</summary>
    TimeZoneNotFound,

    /// <summary>A file or folder does not exist.</summary>
    FileNotFound,

    /// <summary>A file exists and may not be overwritten without being told to.</summary>
    FileExists,

    /// <summary>A file cannot be opened, read or written.</summary>
    FileAccess,

    /// <summary>A file is empty, binary, cut off or in an encoding that cannot be read.</summary>
    InvalidData,

    /// <summary>A file's content is none of the formats that can be read.</summary>
    UnsupportedFormat,

    /// <summary>One record, row, line or event of an otherwise readable file is broken.</summary>
    ParserError,

    /// <summary>An input passes a limit (line length, number of properties, nesting, total size).</summary>
    LimitExceeded,

    /// <summary>A file that is read again is not the file that the request began with.</summary>
    SourceChanged,

    /// <summary>No mailbox has this name.</summary>
    MailboxNotFound,

    /// <summary>No calendar of the mailbox has this name.</summary>
    CalendarNotFound,

    /// <summary>No appointment answers the description.</summary>
    AppointmentNotFound,

    /// <summary>No backup has this id, or none answers the description.</summary>
    BackupNotFound,

    /// <summary>No restore request has this name or id.</summary>
    RequestNotFound,

    /// <summary>No backup plan has this name or id.</summary>
    BackupPlanNotFound,

    /// <summary>No configuration has this name or number.</summary>
    ConfigurationNotFound,

    /// <summary>No user has this name.</summary>
    UserNotFound,

    /// <summary>A name fits more than one thing; say which.</summary>
    Ambiguous,

    /// <summary>Something of this name exists.</summary>
    AlreadyExists,

    /// <summary>The content that an audit record points at is in no backup.</summary>
    ContentNotFound,

    /// <summary>The destination is not as the plan or the journal expects it to be.</summary>
    Conflict,

    /// <summary>The operation does not fit the state that the request or backup is in.</summary>
    InvalidState,

    /// <summary>More items of a request went wrong than its limits allow.</summary>
    BadItemLimitExceeded,

    /// <summary>Somebody else has taken the request over, or removed it.</summary>
    LeaseLost,

    /// <summary>What was waited for has not happened in time.</summary>
    TimedOut,

    /// <summary>The acting user may not do this.</summary>
    PermissionDenied,

    /// <summary>Another process holds the store.</summary>
    StoreLocked,

    /// <summary>The server of the store cannot be reached, or the connection to it was lost.</summary>
    StoreUnavailable,

    /// <summary>The store cannot be written to.</summary>
    StoreReadOnly,

    /// <summary>The store is damaged.</summary>
    StoreCorrupt,

    /// <summary>The file is a database, but none of ours.</summary>
    StoreForeign,

    /// <summary>The store was made by a newer version of this program.</summary>
    StoreTooNew,

    /// <summary>The store has to be upgraded first.</summary>
    StoreOutdated,

    /// <summary>A migration that was applied is not the one that this program has.</summary>
    MigrationChanged,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>What was read back is not what was written.</summary>
    VerificationFailed,

    /// <summary>This source, destination or feature is not available here.</summary>
    NotSupported,

    /// <summary>A remote service is not connected.</summary>
    NotConnected,
}

using System.Management.Automation;
using Restoration.Failures;

namespace Restoration.PowerShell;

/// <summary>How failures show in PowerShell. The id of an error is the name of its code, and stays what it is.</summary>
internal static class ErrorRecords
{
    /// <summary>The error record of a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">The object that it is about; null for the failure's own subject.</param>
    public static ErrorRecord Of(RestorationException failure, object? target = null)
    {
        ErrorRecord record = new(failure, failure.Code.ToString(), CategoryOf(failure.Code), target ?? failure.Subject);
        if (HintOf(failure.Code) is { } hint)
        {
            record.ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = hint };
        }

        return record;
    }

    // The libraries say what is wrong; only the module knows what its parameters are called.
    private static string? HintOf(FailureCode code) => code switch
    {
        FailureCode.FileExists => "-Force overwrites it.",
        FailureCode.ContentNotFound => "-BackupPath names files that serve as backups, -BackupTime says of when they are.",
        FailureCode.TimeZoneRequired => "-TimeZone names the zone.",
        FailureCode.StoreOutdated => "Update-RestorationStore does that.",
        FailureCode.MailboxNotFound => "Get-RestorationMailbox shows what there is.",
        FailureCode.CalendarNotFound => "Get-Calendar shows what there is.",
        FailureCode.BackupNotFound => "Get-CalendarBackup shows what there is.",
        FailureCode.RequestNotFound => "Get-RestoreRequest shows what there is.",
        FailureCode.ConfigurationNotFound => "Get-RestorationConfiguration shows what there is.",
        FailureCode.UserNotFound => "Get-RestorationUser shows who there is.",
        _ => null,
    };

    /// <summary>The category of a failure: the one table.</summary>
    public static ErrorCategory CategoryOf(FailureCode code) => code switch
    {
        FailureCode.InvalidArgument or FailureCode.InvalidLocation or FailureCode.InvalidDate
            or FailureCode.TimeZoneRequired or FailureCode.TimeZoneNotFound => ErrorCategory.InvalidArgument,
        FailureCode.FileNotFound or FailureCode.MailboxNotFound or FailureCode.CalendarNotFound or FailureCode.AppointmentNotFound
            or FailureCode.BackupNotFound or FailureCode.RequestNotFound or FailureCode.UserNotFound or FailureCode.ConfigurationNotFound or FailureCode.BackupPlanNotFound
            or FailureCode.ContentNotFound => ErrorCategory.ObjectNotFound,
        FailureCode.FileExists or FailureCode.AlreadyExists => ErrorCategory.ResourceExists,
        FailureCode.FileAccess => ErrorCategory.OpenError,
        FailureCode.StoreReadOnly => ErrorCategory.WriteError,
        FailureCode.InvalidData or FailureCode.UnsupportedFormat or FailureCode.SourceChanged
            or FailureCode.StoreCorrupt or FailureCode.StoreForeign or FailureCode.MigrationChanged
            or FailureCode.VerificationFailed => ErrorCategory.InvalidData,
        FailureCode.ParserError => ErrorCategory.ParserError,
        FailureCode.LimitExceeded or FailureCode.BadItemLimitExceeded => ErrorCategory.LimitsExceeded,
        FailureCode.TimedOut => ErrorCategory.OperationTimeout,
        FailureCode.Ambiguous or FailureCode.Conflict or FailureCode.InvalidState or FailureCode.LeaseLost => ErrorCategory.InvalidOperation,
        FailureCode.PermissionDenied => ErrorCategory.PermissionDenied,
        FailureCode.StoreLocked => ErrorCategory.ResourceBusy,
        FailureCode.DiskFull => ErrorCategory.ResourceUnavailable,
        FailureCode.StoreTooNew or FailureCode.StoreOutdated or FailureCode.NotSupported => ErrorCategory.NotEnabled,
        FailureCode.NotConnected or FailureCode.StoreUnavailable => ErrorCategory.ConnectionError,
        _ => ErrorCategory.NotSpecified,
    };

    /// <summary>Whether there is no point in going on with the next object: the store or the disk is out of order.</summary>
    public static bool EndsPipeline(FailureCode code) => code is FailureCode.StoreLocked or FailureCode.StoreReadOnly
        or FailureCode.StoreCorrupt or FailureCode.StoreForeign or FailureCode.StoreTooNew or FailureCode.StoreOutdated
        or FailureCode.MigrationChanged or FailureCode.DiskFull or FailureCode.NotConnected or FailureCode.StoreUnavailable
        or FailureCode.InvalidDate or FailureCode.TimeZoneRequired or FailureCode.TimeZoneNotFound;
}

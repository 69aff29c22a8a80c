using Restoration.Failures;
using Restoration.Policies;

namespace Restoration.Console.Output;

/// <summary>What to type next: the libraries say what is wrong, and only this program knows what its options are called.</summary>
internal static class Hints
{
    /// <summary>What helps against a failure; null if the message says it all.</summary>
    public static string? Of(FailureCode code) => code switch
    {
        FailureCode.FileExists => "--force overwrites it.",
        FailureCode.TimeZoneRequired => "--time-zone names the zone.",
        FailureCode.MailboxNotFound => "'restoration mailbox list' does that.",
        FailureCode.BackupNotFound => "'restoration backup list' does that.",
        FailureCode.RequestNotFound => "'restoration request list' does that.",
        FailureCode.StoreOutdated => "'restoration store upgrade' does that.",
        _ => null,
    };

    /// <summary>What helps against items that were left out for a reason; null if nothing does.</summary>
    public static string? Of(ActionReason reason, bool isUndo) => reason switch
    {
        ActionReason.Ambiguous => "--include-ambiguous restores all that an ambiguous record could mean.",
        ActionReason.ContentNotFound => "--backup-path FILE looks into a file too; --allow-placeholder makes a marked placeholder.",
        ActionReason.Conflict when isUndo => "--force takes back what was changed since, too.",
        ActionReason.Conflict => "--conflict-resolution-option says what to do with items that differ.",
        _ => null,
    };
}

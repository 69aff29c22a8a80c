using System.CommandLine;

namespace Restoration.Console.Verbs.Backup;

/// <summary>How backups are named on the command line.</summary>
internal static class BackupArguments
{
    public static Argument<string> Backup() => new("backup")
    {
        Description = "The backup: its id, or mailbox/calendar for the newest, or mailbox/calendar@date for the last until then.",
        HelpName = "ID",
    };
}

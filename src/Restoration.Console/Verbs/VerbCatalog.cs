using System.CommandLine;
using System.CommandLine.Help;
using Restoration.Console.Verbs.Appointment;
using Restoration.Console.Verbs.Audit;
using Restoration.Console.Verbs.Backup;
using Restoration.Console.Verbs.Backup.Plan;
using Restoration.Console.Verbs.Calendar;
using Restoration.Console.Verbs.Config;
using Restoration.Console.Verbs.Demo;
using Restoration.Console.Verbs.File;
using Restoration.Console.Verbs.Mailbox;
using Restoration.Console.Verbs.Request;
using Restoration.Console.Verbs.Restore;
using Restoration.Console.Verbs.Store;
using Restoration.Console.Verbs.User;

namespace Restoration.Console.Verbs;

/// <summary>All verbs, by noun.</summary>
internal static class VerbCatalog
{
    /// <summary>The program's command line.</summary>
    public static Command CreateRoot()
    {
        // Not a RootCommand: that would call the program by the name of its assembly.
        Command root = new("restoration", "Gives lost appointments back: exactly what was lost, shown before anything changes, undone with one command.")
        {
            GlobalOptions.Store,
            GlobalOptions.User,
            GlobalOptions.Json,
            GlobalOptions.Yes,
            new HelpOption(),
            new VersionOption(),
        };
        foreach (Command command in Create())
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> Create() =>
    [
        new DemoVerb(),
        new InspectVerb(),
        new CheckVerb(),
        new ConvertVerb(),
        Noun(
            "store",
            "The store itself.",
            new StoreStatusVerb(),
            new StoreUpgradeVerb(),
            new StoreDowngradeVerb(),
            new StoreImportVerb(),
            new StoreCopyVerb()),
        Noun(
            "calendar",
            "Calendars of the store.",
            new CalendarListVerb(),
            new CalendarCreateVerb(),
            new CalendarRemoveVerb(),
            new CalendarImportVerb(),
            new CalendarExportVerb()),
        Noun(
            "mailbox",
            "Mailboxes of the store.",
            new MailboxListVerb(),
            new MailboxCreateVerb(),
            new MailboxFoldersVerb(),
            new MailboxRemoveVerb(),
            new MailboxImportVerb(),
            new MailboxExportVerb(),
            new MailboxBackupVerb()),
        Noun("appointment", "Appointments of a calendar.", new AppointmentListVerb(), new AppointmentRemoveVerb()),
        Noun(
            "backup",
            "Point-in-time backups.",
            new BackupCreateVerb(),
            new BackupListVerb(),
            new BackupVerifyVerb(),
            new BackupCompareVerb(),
            new BackupRemoveVerb(),
            new BackupHoldVerb(),
            new PlanScheduleVerb(),
            Noun(
                "plan",
                "Plans: which calendars are backed up, when, and what is kept.",
                new PlanListVerb(),
                new PlanShowVerb(),
                new PlanCreateVerb(),
                new PlanSetVerb(),
                new PlanRemoveVerb(),
                new PlanRunVerb(),
                new PlanExportVerb())),
        Noun("restore", "Give lost appointments back.", new RestoreAuditLogVerb(), new RestoreFileVerb(), new RestoreBackupVerb()),
        Noun(
            "config",
            "Saved restores.",
            new ConfigListVerb(),
            new ConfigShowVerb(),
            new ConfigCreateVerb(),
            new ConfigSetVerb(),
            new ConfigRemoveVerb(),
            new ConfigRunVerb(),
            new ConfigExportVerb(),
            new ConfigImportVerb()),
        Noun("user", "Who works with the store, and what they may do.", new UserListVerb(), new UserCreateVerb(), new UserSetVerb(), new UserRemoveVerb()),
        Noun(
            "request",
            "Restore requests: what was done, and how to go on or back.",
            new RequestListVerb(),
            new RequestShowVerb(),
            new RequestStatisticsVerb(),
            new RequestNewVerb(),
            new RequestSetVerb(),
            new RequestSuspendVerb(),
            new RequestResumeVerb(),
            new RequestWaitVerb(),
            new RequestWatchVerb(),
            new RequestRemoveVerb(),
            new RequestUndoVerb()),
        new WorkerVerb(),
        Noun("audit", "The audit trail.", new AuditListVerb(), new AuditVerifyVerb(), new AuditExportVerb()),
    ];

    private static Command Noun(string name, string description, params Command[] verbs)
    {
        Command noun = new(name, description);
        foreach (Command verb in verbs)
        {
            noun.Subcommands.Add(verb);
        }

        return noun;
    }
}

using System.CommandLine;

using Restoration.Hosting;
using Restoration.Items;
using Restoration.Losses;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources.AuditLog;

namespace Restoration.Console.Verbs.Restore;

/// <summary><c>restore audit-log</c>: the main job.</summary>
internal sealed class RestoreAuditLogVerb : Verb
{
    private readonly Option<string[]> _path = Paths("--path", "Exports of audit records. Without them, the store's own trail.");
    private readonly Option<string?> _start = new("--start-date") { Description = "Only what was lost on this day, or later.", HelpName = "DATE" };
    private readonly Option<string?> _end = new("--end-date") { Description = "Only what was lost on this day, or earlier.", HelpName = "DATE" };
    private readonly Option<string?> _after = new("--appointment-after") { Description = "Only appointments that overlap this day, or later.", HelpName = "DATE" };
    private readonly Option<string?> _before = new("--appointment-before") { Description = "Only appointments that overlap this day, or earlier.", HelpName = "DATE" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string[]> _mailbox = FilterOptions.Patterns("--mailbox", "Only losses in these mailboxes.");
    private readonly Option<string[]> _operation = FilterOptions.Patterns("--operation", "Only these operations, such as SoftDelete.");
    private readonly Option<string[]> _actor = FilterOptions.Patterns("--actor", "Only what these users did.");
    private readonly Option<string[]> _subject = FilterOptions.Patterns("--subject", "Only these subjects.");
    private readonly Option<string[]> _category = FilterOptions.Patterns("--category", "Only appointments with a category that fits.");
    private readonly Option<string[]> _backupPath = Paths("--backup-path", "Files that serve as backups.");
    private readonly Option<string?> _backupTime = new("--backup-time") { Description = "When those files were made, if they do not say.", HelpName = "DATE" };
    private readonly Option<string?> _destination = RestoreOptions.Destination();
    private readonly Option<string?> _format = Targets.Format();
    private readonly Option<ConflictResolutionOption> _conflict = RestoreOptions.ConflictResolution();
    private readonly Option<bool> _ambiguous = new("--include-ambiguous") { Description = "Restore all that a record could mean." };
    private readonly Option<bool> _placeholder = new("--allow-placeholder") { Description = "Make placeholders for what no backup has." };
    private readonly Option<string?> _planPath = new("--plan-path") { Description = "Save the plan to this file; with --execute and without --path, execute the plan in it.", HelpName = "FILE" };
    private readonly Option<bool> _planOnly = new("--plan-only") { Description = "Only show the plan; so does leaving out --execute." };
    private readonly Option<string?> _name = new("--request-name") { Description = "The request's name.", HelpName = "NAME" };
    private readonly Option<bool> _force = Targets.Force();
    private readonly Option<bool> _execute = Targets.Execute();

    public RestoreAuditLogVerb()
        : base("audit-log", "Restores what audit records say was lost.")
    {
        foreach (Option option in new Option[]
        {
            _path, _start, _end, _after, _before, _timeZone, _mailbox, _operation, _actor, _subject, _category, _backupPath, _backupTime,
            _destination, _format, _conflict, _ambiguous, _placeholder, _planPath, _planOnly, _name, _force, _execute,
        })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        RestorationSession session = await context.OpenAsync(cancellation);
        string? planPath = context.Parse.GetValue(_planPath);
        bool execute = context.Parse.GetValue(_execute) && !context.Parse.GetValue(_planOnly);
        bool fromPlan = planPath is not null && execute && context.Parse.GetValue(_path) is null or { Length: 0 };
        RequestDraft draft = fromPlan && planPath is not null
            ? await session.Plans.ReadAsync(planPath, cancellation)
            : (await session.AuditLog.DraftAsync(ReadOptions(context.Parse, session.Dates), new Runs.FindingLine(context.Printer), cancellation)).Request;
        if (planPath is not null && !fromPlan)
        {
            List<PlannedAction> actions = await session.Requests.PlanAsync(draft, null, cancellation).ToListAsync(cancellation);
            await session.Plans.WriteAsync(planPath, context.Parse.GetValue(_force), draft, actions, cancellation);
        }

        return execute && context.IsToExecute(execute, $"Restore {draft.Entries.Count} items?")
            ? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation)
            : await Runs.PlanAsync(context, session, draft, cancellation);
    }

    private AuditLogRestoreOptions ReadOptions(ParseResult parse, DateRange dates)
    {
        string? zone = parse.GetValue(_timeZone);
        DateWindow? lost = dates.Parse(parse.GetValue(_start), parse.GetValue(_end), zone);
        return new AuditLogRestoreOptions
        {
            Paths = FullPaths(parse, _path),
            Losses = new LossFilter
            {
                StartDate = lost?.From,
                EndDate = lost?.To,
                Mailboxes = parse.GetValue(_mailbox) ?? [],
                Operations = parse.GetValue(_operation) ?? [],
                Actors = parse.GetValue(_actor) ?? [],
                Subjects = parse.GetValue(_subject) ?? [],
            },
            Appointments = new ItemFilter
            {
                Window = dates.Parse(parse.GetValue(_after), parse.GetValue(_before), zone),
                Categories = parse.GetValue(_category) ?? [],
            },
            BackupPaths = FullPaths(parse, _backupPath),
            BackupTime = dates.Parse(parse.GetValue(_backupTime), null, zone)?.From,
            TimeZone = zone,
            Destination = parse.GetValue(_destination) is { } text ? RestoreOptions.Place(text) : Location.Original,
            Format = parse.GetValue(_format),
            Force = parse.GetValue(_force),
            ConflictResolution = parse.GetValue(_conflict),
            IncludeAmbiguous = parse.GetValue(_ambiguous),
            AllowPlaceholder = parse.GetValue(_placeholder),
            Name = parse.GetValue(_name),
        };
    }

    private static Option<string[]> Paths(string name, string description)
        => new(name) { Description = description, HelpName = "FILE", AllowMultipleArgumentsPerToken = true };

    private static string[] FullPaths(ParseResult parse, Option<string[]> option) => [.. (parse.GetValue(option) ?? []).Select(Path.GetFullPath)];
}

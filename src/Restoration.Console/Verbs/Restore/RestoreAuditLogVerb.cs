using System.CommandLine;
using Restoration.Failures;
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
    private const string Question = "Restore these appointments?";

    private readonly Option<string[]> _path = Paths("--path", "Exports of audit records. Without them, the store's own trail.");
    private readonly Option<string?> _start = new("--start-date") { Description = "Only what was lost on this day, or later.", HelpName = "DATE" };
    private readonly Option<string?> _end = new("--end-date") { Description = "Only what was lost on this day, or earlier.", HelpName = "DATE" };
    private readonly Option<string?> _after = new("--appointment-after") { Description = "Only appointments that overlap this day, or later.", HelpName = "DATE" };
    private readonly Option<string?> _before = new("--appointment-before") { Description = "Only appointments that overlap this day, or earlier.", HelpName = "DATE" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string?> _culture = Targets.Culture();
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
            _path, _start, _end, _after, _before, _timeZone, _culture, _mailbox, _operation, _actor, _subject, _category, _backupPath, _backupTime,
            _destination, _format, _conflict, _ambiguous, _placeholder, _planPath, _planOnly, _name, _force, _execute,
        })
        {
            Options.Add(option);
        }
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        string? planPath = context.Parse.GetValue(_planPath) is { } path ? FilePaths.Full(path) : null;
        bool execute = context.Parse.GetValue(_execute) && !context.Parse.GetValue(_planOnly);
        RestorationSession session = await context.OpenAsync(cancellation);
        return planPath is not null && execute && !IsGiven(context.Parse, _path)
            ? await ExecutePlanAsync(context, session, planPath, cancellation)
            : await RestoreAsync(context, session, planPath, execute, cancellation);
    }

    private async Task<int> RestoreAsync(
        VerbContext context, RestorationSession session, string? planPath, bool execute, CancellationToken cancellation)
    {
        Runs.FindingLine findings = new(context.Printer);
        AuditLogDraft found = await session.AuditLog.DraftAsync(ReadOptions(context.Parse, session.Dates), findings, cancellation);
        RequestDraft draft = found.Request;
        context.Printer.Say(found.Summary);
        IAsyncEnumerable<PlannedAction> plan = session.Requests.PlanAsync(draft, findings, cancellation);
        if (planPath is not null)
        {
            List<PlannedAction> actions = await plan.ToListAsync(cancellation);
            await session.Plans.WriteAsync(planPath, context.Parse.GetValue(_force), draft, actions, cancellation);
            context.Printer.Say($"The plan is saved. To execute it as it is: restoration restore audit-log --plan-path '{planPath}' --execute");
            plan = actions.ToAsyncEnumerable();
        }

        return await Runs.ReviewAsync(context, draft, plan, execute, Question)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }

    private async Task<int> ExecutePlanAsync(VerbContext context, RestorationSession session, string planPath, CancellationToken cancellation)
    {
        if (Options.FirstOrDefault(option => option != _planPath && option != _execute && IsGiven(context.Parse, option)) is { } other)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"A saved plan is executed as it was reviewed; leave {other.Name} out, or make a new plan.", other.Name);
        }

        RequestDraft draft = await session.Plans.ReadAsync(planPath, cancellation);
        return await Runs.ReviewAsync(context, session, draft, execute: true, Question, cancellation)
            ?? await Runs.ExecuteAsync(context, session, draft, Runs.IsNews, cancellation);
    }

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private AuditLogRestoreOptions ReadOptions(ParseResult parse, DateRange dates)
    {
        string? zone = parse.GetValue(_timeZone);
        DateWindow? lost = dates.Parse(parse.GetValue(_start), parse.GetValue(_end), zone);
        return new AuditLogRestoreOptions
        {
            Paths = FilePaths.Find(parse.GetValue(_path)),
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
            BackupPaths = FilePaths.Find(parse.GetValue(_backupPath)),
            BackupTime = dates.Parse(parse.GetValue(_backupTime), null, zone)?.From,
            TimeZone = zone,
            Culture = parse.GetValue(_culture),
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
        => new Option<string[]>(name) { Description = description, HelpName = "FILE" }.Several();
}

using System.CommandLine;
using Restoration.Backups.Plans;
using Restoration.Backups.Retention;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Console.Verbs.Backup.Plan;

/// <summary>What can be said of a plan on the command line. What is not said stays as it is.</summary>
internal sealed class PlanOptions
{
    private readonly Option<string[]> _calendars = new("--calendar", "-c") { Description = "mailbox/calendar, both with wildcards; a mailbox alone means its default calendar.", HelpName = "CALENDAR", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _description = new("--description") { Description = "What it is for.", HelpName = "TEXT" };
    private readonly Option<string?> _destination = new("--destination") { Description = "store: (the default), or file:PATTERN with {mailbox}, {calendar}, {date}, {time} and {plan}.", HelpName = "LOCATION" };
    private readonly Option<string?> _format = Targets.Format();
    private readonly Option<bool> _noMetadata = Targets.NoMetadata();
    private readonly Option<string?> _schedule = new("--schedule") { Description = "Five cron fields, or words such as 'daily at 22:30'; 'none' for no schedule.", HelpName = "SCHEDULE" };
    private readonly Option<string?> _timeZone = new("--time-zone") { Description = "The zone of the schedule. Default: that of this machine.", HelpName = "ZONE" };
    private readonly Option<int?> _last = Number("--keep-last", "Keep the last N.");
    private readonly Option<int?> _daily = Number("--keep-daily", "Keep the last of each of N days.");
    private readonly Option<int?> _weekly = Number("--keep-weekly", "Keep the last of each of N weeks.");
    private readonly Option<int?> _monthly = Number("--keep-monthly", "Keep the last of each of N months.");
    private readonly Option<int?> _yearly = Number("--keep-yearly", "Keep the last of each of N years.");
    private readonly Option<int?> _minimumAge = Number("--minimum-age", "Keep what is younger than N days.");
    private readonly Option<bool?> _active = new("--active") { Description = "Whether the schedule holds: true or false.", HelpName = "BOOL" };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
        {
            _calendars, _description, _destination, _format, _noMetadata, _schedule, _timeZone, _last, _daily, _weekly, _monthly, _yearly, _minimumAge, _active,
        })
        {
            command.Options.Add(option);
        }
    }

    public string[] Calendars(ParseResult parse) => parse.GetValue(_calendars) ?? [];

    public string TimeZone(ParseResult parse) => parse.GetValue(_timeZone) ?? TimeZoneInfo.Local.Id;

    /// <summary>The plan with what was said.</summary>
    public BackupPlan Apply(BackupPlan plan, ParseResult parse) => plan with
    {
        Calendars = Said(parse, _calendars) ? Calendars(parse) : plan.Calendars,
        Description = parse.GetValue(_description) ?? plan.Description,
        FilePattern = parse.GetValue(_destination) is { } destination ? Pattern(destination) : plan.FilePattern,
        Format = parse.GetValue(_format) ?? plan.Format,
        IncludeMetadata = Said(parse, _noMetadata) ? !parse.GetValue(_noMetadata) : plan.IncludeMetadata,
        Schedule = parse.GetValue(_schedule) is { } schedule ? (schedule == "none" ? null : schedule) : plan.Schedule,
        TimeZone = parse.GetValue(_timeZone) ?? plan.TimeZone,
        IsActive = parse.GetValue(_active) ?? plan.IsActive,
        Retention = new RetentionRules
        {
            KeepLast = parse.GetValue(_last) ?? plan.Retention.KeepLast,
            KeepDaily = parse.GetValue(_daily) ?? plan.Retention.KeepDaily,
            KeepWeekly = parse.GetValue(_weekly) ?? plan.Retention.KeepWeekly,
            KeepMonthly = parse.GetValue(_monthly) ?? plan.Retention.KeepMonthly,
            KeepYearly = parse.GetValue(_yearly) ?? plan.Retention.KeepYearly,
            MinimumAge = parse.GetValue(_minimumAge) is { } days ? TimeSpan.FromDays(days) : plan.Retention.MinimumAge,
        },
    };

    private static bool Said(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private static string? Pattern(string destination)
    {
        if (string.Equals(destination.TrimEnd(':'), "store", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Location location = RestoreOptions.Place(destination);
        return location.Kind == LocationKind.File ? location.Target : throw new RestorationException(
            FailureCode.InvalidLocation, $"A plan backs up to the store or to files, not to '{destination}'. Write store: or file:PATTERN.", destination);
    }

    private static Option<int?> Number(string name, string description) => new(name) { Description = description, HelpName = "N" };
}

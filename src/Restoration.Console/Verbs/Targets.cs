using System.CommandLine;
using Restoration.Failures;

namespace Restoration.Console.Verbs;

/// <summary>Options that several verbs share: made anew for each, named and described once.</summary>
internal static class Targets
{
    public static Option<string> Mailbox() => new("--mailbox", "-m")
    {
        Description = "The mailbox: its address, alias, display name or GUID.",
        HelpName = "MAILBOX",
        Required = true,
    };

    public static Option<string> Calendar() => new("--calendar", "--name", "-c")
    {
        Description = "The calendar: its path or name.",
        HelpName = "CALENDAR",
        DefaultValueFactory = _ => "Calendar",
    };

    public static Option<string?> AnyMailbox() => new("--mailbox", "-m") { Description = "Only this mailbox, or those that fit a pattern.", HelpName = "MAILBOX" };

    public static Option<string?> AnyCalendar() => new("--calendar", "--name", "-c") { Description = "Only this calendar, or those that fit a pattern.", HelpName = "CALENDAR" };

    public static Option<string?> TimeZone() => new("--time-zone") { Description = "What dates without an offset mean, such as Europe/Berlin.", HelpName = "ZONE" };

    /// <summary>The zone that was named; null if none was.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.TimeZoneNotFound"/>.</exception>
    public static string? ReadZone(VerbContext context, Option<string?> option)
    {
        string? zone = context.Parse.GetValue(option);
        _ = context.Files.Dates.Parse(null, null, zone);
        return zone;
    }

    public static Option<string?> Culture() => new("--culture")
    {
        Description = "The language of tables, of dates such as 03/04/2026 and of letters that are not Unicode: en-US, ja-JP …",
        HelpName = "CULTURE",
    };

    public static Option<bool> PlanOnly() => new("--plan-only") { Description = "Only say what the format cannot hold; write nothing." };

    public static Option<bool> Execute() => new("--execute") { Description = "Do it. Without this, only the plan is shown." };

    public static Option<bool> Force() => new("--force") { Description = "Overwrite what exists." };

    public static Option<string?> Format() => new("--format") { Description = "The format, if the file's name does not say it: ICS, CSV, JSON or Graph.", HelpName = "FORMAT" };

    public static Option<bool> NoMetadata() => new("--no-metadata") { Description = "Leave out what only this program reads." };
}

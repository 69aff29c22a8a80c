using System.CommandLine;
using Restoration.Policies;

namespace Restoration.Console.Verbs;

/// <summary>The options that say which appointments a verb is about.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _start = new("--start-date") { Description = "Only what overlaps this day, or later: a date, or words such as 'last 7 days'.", HelpName = "DATE" };
    private readonly Option<string?> _end = new("--end-date") { Description = "Only what overlaps this day, or earlier.", HelpName = "DATE" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string[]> _subject = Patterns("--subject", "Only subjects that fit; * and ? are wildcards.");
    private readonly Option<string[]> _category = Patterns("--category", "Only items with a category that fits.");
    private readonly Option<string[]> _uid = Patterns("--uid", "Only these UIDs.");

    public FilterOptions(Command command)
    {
        foreach (Option option in new Option[] { _start, _end, _timeZone, _subject, _category, _uid })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The filter that was asked for.</summary>
    public ItemFilter Read(ParseResult parse, DateRange dates) => new()
    {
        Window = dates.Parse(parse.GetValue(_start), parse.GetValue(_end), parse.GetValue(_timeZone)),
        Subjects = parse.GetValue(_subject) ?? [],
        Categories = parse.GetValue(_category) ?? [],
        Uids = parse.GetValue(_uid) ?? [],
    };

    /// <summary>An option that may be repeated, or take several values.</summary>
    public static Option<string[]> Patterns(string name, string description)
        => new Option<string[]>(name) { Description = description, HelpName = "TEXT" }.Several();
}

using System.CommandLine;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Console.Verbs;

/// <summary>The options of restores that say where to, which appointments, and what to do on a match.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<string?> _destination = RestoreOptions.Destination();
    private readonly Option<string?> _format = Targets.Format();
    private readonly Option<ConflictResolutionOption> _conflict = RestoreOptions.ConflictResolution();
    private readonly Option<DuplicateDetection> _duplicates = new Option<DuplicateDetection>("--duplicates")
    {
        Description = "How much alike items have to be to count as the same: exact, strict, normal, loose or none.",
        HelpName = "LEVEL",
        DefaultValueFactory = _ => DuplicateDetection.Exact,
    }.Named();

    private readonly Option<string?> _start = new("--start-date") { Description = "Only what overlaps this day, or later: a date, or words such as 'last 7 days'.", HelpName = "DATE" };
    private readonly Option<string?> _end = new("--end-date") { Description = "Only what overlaps this day, or earlier.", HelpName = "DATE" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string?> _culture = Targets.Culture();
    private readonly Option<string[]> _subject = FilterOptions.Patterns("--subject", "Only subjects that hold this text, fit a pattern with * and ?, or regex:EXPRESSION.");
    private readonly Option<string[]> _excludeSubject = FilterOptions.Patterns("--exclude-subject", "No subjects that hold this text or fit.");
    private readonly Option<string[]> _category = FilterOptions.Patterns("--category", "Only items with a category that fits.");
    private readonly Option<string[]> _excludeCategory = FilterOptions.Patterns("--exclude-category", "No items with a category that fits.");
    private readonly Option<string[]> _organizer = FilterOptions.Patterns("--organizer", "Only meetings whose organizer's name or address fits.");
    private readonly Option<string[]> _attendee = FilterOptions.Patterns("--attendee", "Only meetings with an attendee whose name or address fits.");
    private readonly Option<Sensitivity[]> _sensitivity = new Option<Sensitivity[]>("--sensitivity") { Description = $"Only these: {string.Join(", ", Enum.GetNames<Sensitivity>())}.", HelpName = "SENSITIVITY", AllowMultipleArgumentsPerToken = true }.Named();
    private readonly Option<ItemKind[]> _kind = new Option<ItemKind[]>("--item-kind") { Description = $"Only these: {string.Join(", ", Enum.GetNames<ItemKind>())}.", HelpName = "KIND", AllowMultipleArgumentsPerToken = true }.Named();
    private readonly Option<ItemStates> _only = new Option<ItemStates>("--only") { Description = "Only items that the destination is missing, or only those that have changed: missing, changed.", HelpName = "STATE" }.Named();
    private readonly Option<int?> _limit = new("--limit") { Description = "At most this many items.", HelpName = "NUMBER" };
    private readonly Option<ItemOrder> _order = new Option<ItemOrder>("--order-by") { Description = "Which come under the limit first: source, startAscending, startDescending.", HelpName = "ORDER" }.Named();
    private readonly Option<string?> _name = new("--request-name") { Description = "The request's name.", HelpName = "NAME" };
    private readonly Option<bool> _force = Targets.Force();

    public PolicyOptions(Command command)
    {
        foreach (Option option in new Option[]
        {
            _destination, _format, _conflict, _duplicates, _start, _end, _timeZone, _culture, _subject, _excludeSubject, _category, _excludeCategory,
            _organizer, _attendee, _sensitivity, _kind, _only, _limit, _order, _name, _force,
        })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for; what was not given is as it is in <paramref name="basis"/>.</summary>
    public RestoreSettings Read(ParseResult parse, DateRange dates, RestoreSettings basis)
    {
        RestoreSettings settings = basis with
        {
            Destination = parse.GetValue(_destination) is { } text ? RestoreOptions.Place(text) : basis.Destination,
            ConflictResolution = Given(parse, _conflict, basis.ConflictResolution),
            Duplicates = Given(parse, _duplicates, basis.Duplicates),
            Only = Given(parse, _only, basis.Only),
            Limit = parse.GetValue(_limit) ?? basis.Limit,
            Order = Given(parse, _order, basis.Order),
            Format = parse.GetValue(_format) ?? basis.Format,
            Force = parse.GetValue(_force) || basis.Force,
            TimeZone = parse.GetValue(_timeZone) ?? basis.TimeZone,
            Culture = parse.GetValue(_culture) ?? basis.Culture,
            Name = parse.GetValue(_name) ?? basis.Name,
        };
        return settings with { Filter = ReadFilter(parse, dates, settings.TimeZone, basis.Filter) };
    }

    private ItemFilter ReadFilter(ParseResult parse, DateRange dates, string? timeZone, ItemFilter basis) => basis with
    {
        Window = dates.Parse(parse.GetValue(_start), parse.GetValue(_end), timeZone) ?? basis.Window,
        Subjects = GivenTexts(parse, _subject)?.Select(TextPattern.Loosen).ToArray() ?? basis.Subjects,
        ExcludedSubjects = GivenTexts(parse, _excludeSubject)?.Select(TextPattern.Loosen).ToArray() ?? basis.ExcludedSubjects,
        Categories = GivenTexts(parse, _category) ?? basis.Categories,
        ExcludedCategories = GivenTexts(parse, _excludeCategory) ?? basis.ExcludedCategories,
        Organizers = GivenTexts(parse, _organizer) ?? basis.Organizers,
        Attendees = GivenTexts(parse, _attendee) ?? basis.Attendees,
        Sensitivities = Given(parse, _sensitivity, null) ?? basis.Sensitivities,
        Kinds = Given(parse, _kind, null) ?? basis.Kinds,
    };

    private static T? Given<T>(ParseResult parse, Option<T> option, T? otherwise)
        => parse.GetResult(option) is { Implicit: false } ? parse.GetValue(option) : otherwise;

    private static string[]? GivenTexts(ParseResult parse, Option<string[]> option) => Given(parse, option, null);
}

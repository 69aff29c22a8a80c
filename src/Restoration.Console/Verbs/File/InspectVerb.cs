using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Files;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Console.Verbs.File;

/// <summary><c>inspect FILE</c>: the events of a file, or when they take place.</summary>
internal sealed class InspectVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The file to look into; - for standard input." };
    private readonly Option<string?> _format = new("--from-format") { Description = "The format, if it is not to be recognised by content.", HelpName = "FORMAT" };
    private readonly Option<bool> _occurrences = new("--occurrences") { Description = "List when the events take place instead of the events." };
    private readonly Option<string?> _from = new("--from") { Description = "Only occurrences that overlap this day or moment, or later; dates without a zone are UTC.", HelpName = "DATE" };
    private readonly Option<string?> _to = new("--to") { Description = "Only occurrences that begin before this moment; a date means the day as a whole.", HelpName = "DATE" };
    private readonly Option<int> _limit = new("--limit")
    {
        Description = "The most occurrences to list: the first ones.",
        HelpName = "N",
        DefaultValueFactory = _ => OccurrenceQuery.DefaultLimit,
    };

    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string?> _culture = Targets.Culture();
    private readonly Option<bool> _all = new("--all") { Description = "List to-dos, journal entries and other components too." };

    public InspectVerb()
        : base("inspect", "Shows what a calendar file holds: every event with its fields, or, with --occurrences, every time that one takes place.")
    {
        Arguments.Add(_file);
        foreach (Option option in new Option[] { _occurrences, _from, _to, _limit, _timeZone, _culture, _all, _format })
        {
            Options.Add(option);
        }

        Validators.Add(parsed =>
        {
            Option? given = new Option[] { _from, _to, _limit }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
            if (given is not null && !parsed.GetValue(_occurrences))
            {
                parsed.AddError($"{given.Name} chooses among occurrences: name --occurrences, too.");
            }
        });
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        string name = context.Parse.GetRequiredValue(_file);
        string? zone = Targets.ReadZone(context, _timeZone);
        FileSourceOptions options = new()
        {
            Format = context.Parse.GetValue(_format),
            TimeZone = zone,
            Culture = context.Parse.GetValue(_culture),
            DisplayName = name == StandardStreams.Name ? StandardStreams.InputName : name,
        };
        FindingCounter findings = new(context.Printer);
        if (context.Parse.GetValue(_occurrences))
        {
            OccurrenceQuery query = Query(context, zone);
            string path = await context.Streams.InputAsync(name, cancellation);
            await context.Printer.ListAsync(
                await context.Files.Files.ExpandAsync(path, options, query, findings, cancellation), FileShapes.Occurrence, "Nothing takes place then.");
        }
        else
        {
            string path = await context.Streams.InputAsync(name, cancellation);
            bool isAll = context.Parse.GetValue(_all);
            IAsyncEnumerable<FileEntry> entries = context.Files.Files.InspectAsync(path, options, cancellation)
                .Where(entry => findings.Passes(entry) && (isAll || entry.Item!.ItemClass == ItemClasses.Appointment));
            await context.Printer.ListAsync(entries, FileShapes.Entry, "The file holds no event.");
        }

        return findings.ErrorCount > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    private OccurrenceQuery Query(VerbContext context, string? zone)
    {
        int limit = context.Parse.GetValue(_limit);
        if (limit < 0)
        {
            throw new RestorationException(FailureCode.InvalidArgument, $"--limit takes a number from 0, not {limit}.");
        }

        // The occurrences of a file without a store have no better zone than the one that all instants have.
        DateWindow? window = context.Files.Dates.Parse(context.Parse.GetValue(_from), context.Parse.GetValue(_to), zone ?? "UTC");
        return new OccurrenceQuery { From = window?.From, To = window?.To, Limit = limit };
    }
}

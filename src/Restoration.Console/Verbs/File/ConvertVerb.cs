using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Files;

namespace Restoration.Console.Verbs.File;

/// <summary><c>convert IN... OUT</c>: a shell puts the files that a wildcard names in its place.</summary>
internal sealed class ConvertVerb : Verb
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "The file, folder or wildcard to read, or several; - for standard input. Then the file or folder to write; - for standard output. "
            + "A name that ends in .gz is compressed.",
        HelpName = "in> <out",
        Arity = new ArgumentArity(2, 100_000),
    };

    private readonly Option<string?> _from = new("--from") { Description = "The format to read, if it is not to be recognised by content.", HelpName = "FORMAT" };
    private readonly Option<string?> _to = new("--to") { Description = "The format to write, if the file's name does not say it; a folder needs it.", HelpName = "FORMAT" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string?> _culture = Targets.Culture();
    private readonly Option<bool> _noMetadata = Targets.NoMetadata();
    private readonly Option<bool> _force = Targets.Force();
    private readonly Option<bool> _planOnly = Targets.PlanOnly();

    public ConvertVerb()
        : base("convert", "Writes calendar files in another format. Each file appears whole or not at all; one that is broken does not stop the rest.")
    {
        Arguments.Add(_paths);
        foreach (Option option in new Option[] { _from, _to, _timeZone, _culture, _noMetadata, _force, _planOnly })
        {
            Options.Add(option);
        }
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        string[] paths = context.Parse.GetRequiredValue(_paths);
        string[] sources = paths[..^1];
        string target = paths[^1];
        bool isShown = target != StandardStreams.Name;
        string to = context.Parse.GetValue(_to) ?? (isShown ? "" : "ICS");
        FindingPrinter noticed = new(context.Printer);
        ConversionOptions options = new()
        {
            From = context.Parse.GetValue(_from),
            To = to.Length > 0 ? to : null,
            TimeZone = Targets.ReadZone(context, _timeZone),
            Culture = context.Parse.GetValue(_culture),
            Force = context.Parse.GetValue(_force),
            IncludeMetadata = !context.Parse.GetValue(_noMetadata),
            PlanOnly = context.Parse.GetValue(_planOnly),
            Losses = noticed,
            DisplayName = sources is [StandardStreams.Name] ? StandardStreams.InputName : null,
        };
        string written = context.Streams.Output(target);
        IReadOnlyList<PlannedConversion> plan = await PlanAsync(context, sources, written, options.To, cancellation);
        List<ConvertedFile> outcomes = [];
        await foreach (ConvertedFile outcome in context.Files.Conversions.ConvertAsync(plan, options, cancellation))
        {
            outcomes.Add(outcome);
            foreach (Finding finding in outcome.Findings)
            {
                noticed.Report(finding);
            }
        }

        if (plan.Count == 1 && outcomes[0] is { Failure: { } code, Message: { } message })
        {
            throw new RestorationException(code, message, outcomes[0].Source);
        }

        if (isShown || options.PlanOnly)
        {
            await context.Printer.ListAsync(outcomes, FileShapes.Conversion, "There was nothing to convert.");
            if (options.PlanOnly)
            {
                context.Printer.Say("Nothing was written.");
            }
        }
        else
        {
            FindingPrinter.PrintDocument(context.Printer, [.. outcomes.SelectMany(outcome => outcome.Findings.Concat(outcome.Losses))]);
            await context.Streams.SendAsync(target, written, cancellation);
        }

        return outcomes.TrueForAll(outcome => outcome.IsWhole) ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    // Several files go into a folder.
    private static async ValueTask<IReadOnlyList<PlannedConversion>> PlanAsync(
        VerbContext context, string[] sources, string written, string? to, CancellationToken cancellation)
    {
        if (sources.Length > 1 && sources.Contains(StandardStreams.Name))
        {
            throw new RestorationException(FailureCode.InvalidArgument, "Standard input is one file: name it alone, or files without it.", StandardStreams.Name);
        }

        List<PlannedConversion> plan = [];
        foreach (string source in sources)
        {
            string place = sources.Length > 1 ? System.IO.Path.TrimEndingDirectorySeparator(written) + System.IO.Path.DirectorySeparatorChar : written;
            plan.AddRange(context.Files.Plans.Make(await context.Streams.InputAsync(source, cancellation), place, to));
        }

        return plan;
    }
}

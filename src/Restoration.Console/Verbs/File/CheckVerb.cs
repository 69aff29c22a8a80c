using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Files;
using Restoration.Sources;

namespace Restoration.Console.Verbs.File;

/// <summary><c>check FILE</c>.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<string> _file = new("file") { Description = "The file to check; - for standard input." };
    private readonly Option<string?> _format = new("--from-format", "--from") { Description = "The format, if it is not to be recognised by content.", HelpName = "FORMAT" };
    private readonly Option<string?> _timeZone = Targets.TimeZone();
    private readonly Option<string?> _culture = Targets.Culture();

    public CheckVerb()
        : base("check", "Says what is wrong with a calendar file: line, severity, rule and the section of the RFC. Ends with 3 if something of it is lost.")
    {
        Arguments.Add(_file);
        Options.Add(_format);
        Options.Add(_timeZone);
        Options.Add(_culture);
    }

    public override async Task<int> RunAsync(VerbContext context, CancellationToken cancellation)
    {
        string name = context.Parse.GetRequiredValue(_file);
        FileSourceOptions options = new()
        {
            Format = context.Parse.GetValue(_format),
            TimeZone = Targets.ReadZone(context, _timeZone),
            Culture = context.Parse.GetValue(_culture),
            DisplayName = name == StandardStreams.Name ? StandardStreams.InputName : name,
        };
        FileCheck check = await context.Files.Files.CheckAsync(await context.Streams.InputAsync(name, cancellation), options, cancellation);
        await context.Printer.ListAsync(check.Findings, FileShapes.Finding, $"{check.Path}: nothing is wrong.");
        context.Printer.Say($"{check.Format}, {check.ItemCount} items, {check.ErrorCount} errors, {check.WarningCount} warnings.");
        return check.IsValid ? ExitCodes.Done : ExitCodes.SomeFailed;
    }
}

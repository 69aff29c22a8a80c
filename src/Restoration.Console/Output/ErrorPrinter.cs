using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Encodings.Web;
using System.Text.Json;
using Restoration.Failures;

namespace Restoration.Console.Output;

/// <summary>Says on standard error what went wrong: a sentence for people, one JSON document for machines.</summary>
internal sealed class ErrorPrinter(bool isJson)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command line cannot be understood.</summary>
    public int Usage(ParseResult parse)
    {
        IEnumerable<string> names = Ancestors(parse.CommandResult).Reverse().Select(command => command.Command.Name);
        string errors = string.Join(" ", parse.Errors.Select(error => error.Message).Distinct());
        return Print("Usage", $"{errors} '{string.Join(' ', names)} --help' says what there is.", null, ExitCodes.Usage);
    }

    /// <summary>Something that is not a bug.</summary>
    public int Failure(RestorationException failure) => Print(
        failure.Code.ToString(),
        Hints.Of(failure.Code) is { } hint ? $"{failure.Message} {hint}" : failure.Message,
        failure.Subject,
        ExitCodes.Of(failure.Code));

    /// <summary>Somebody pressed Ctrl+C.</summary>
    public int Stopped(OperationCanceledException stop) => stop is RequestStoppedException { RequestId: string id }
        ? Print("Stopped", $"Stopped. What was done is journaled. To go on: restoration request resume {id}", id, ExitCodes.Error)
        : Print("Stopped", "Stopped. Nothing was left half done.", null, ExitCodes.Error);

    /// <summary>Something that nobody thought of. What was done until then is journaled all the same.</summary>
    public int Unforeseen(Exception failure) => Print(
        "Unforeseen",
        $"Something went wrong that should not: {failure.GetType().Name}: {failure.Message} What was done is journaled; 'restoration request list' shows it. Please report this.",
        null,
        ExitCodes.Error);

    private static IEnumerable<CommandResult> Ancestors(CommandResult command)
    {
        for (SymbolResult? result = command; result is CommandResult ancestor; result = result.Parent)
        {
            yield return ancestor;
        }
    }

    private int Print(string code, string message, string? subject, int exitCode)
    {
        System.Console.Error.WriteLine(isJson
            ? JsonSerializer.Serialize(new { error = new { code, message, subject } }, Options)
            : $"restoration: {Printer.Text(message)}");
        return exitCode;
    }
}

using System.CommandLine;
using System.Text.Json;
using Restoration.Console.Output;
using Restoration.Console.Verbs;
using Restoration.Failures;
using Spectre.Console;

namespace Restoration.Console;

/// <summary>The program.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        RootCommand root = new("Gives lost appointments back: exactly what was lost, shown before anything changes, undone with one command.");
        foreach (Option option in new Option[] { GlobalOptions.Store, GlobalOptions.User, GlobalOptions.Json, GlobalOptions.Yes })
        {
            root.Options.Add(option);
        }

        foreach (Command command in VerbCatalog.Create())
        {
            root.Subcommands.Add(command);
        }

        if (System.Console.IsOutputRedirected)
        {
            // A file is as wide as its lines.
            AnsiConsole.Profile.Width = 250;
        }

        ParseResult parse = root.Parse(args);
        bool isJson = parse.GetValue(GlobalOptions.Json);
        if (parse.Errors.Count > 0)
        {
            return Fail("Usage", string.Join(" ", parse.Errors.Select(error => error.Message)), null, isJson, ExitCodes.Usage);
        }

        try
        {
            // The item in flight is finished and journaled before the program ends, however long that takes.
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Timeout.InfiniteTimeSpan });
        }
        catch (RestorationException failure)
        {
            return Fail(failure.Code.ToString(), failure.Message, failure.Subject, isJson, ExitCodes.Of(failure.Code));
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped", "Stopped. What was done is journaled; 'request resume' goes on.", null, isJson, ExitCodes.Error);
        }
    }

    private static int Fail(string code, string message, string? subject, bool isJson, int exitCode)
    {
        System.Console.Error.WriteLine(isJson
            ? JsonSerializer.Serialize(new { error = new { code, message, subject } })
            : $"restoration: {message}");
        return exitCode;
    }
}

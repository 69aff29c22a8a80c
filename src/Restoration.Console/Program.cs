using System.CommandLine;
using Restoration.Console.Output;
using Restoration.Console.Verbs;
using Restoration.Failures;

namespace Restoration.Console;

/// <summary>The program.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        ParseResult parse = VerbCatalog.CreateRoot().Parse(args);
        ErrorPrinter errors = new(parse.GetValue(GlobalOptions.Json));
        if (parse.Errors.Count > 0)
        {
            return errors.Usage(parse);
        }

        try
        {
            // The item in flight is finished and journaled before the program ends, however long that takes.
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Timeout.InfiniteTimeSpan });
        }
        catch (RestorationException failure)
        {
            return errors.Failure(failure);
        }
        catch (OperationCanceledException stop)
        {
            return errors.Stopped(stop);
        }
        catch (Exception unforeseen)
        {
            return errors.Unforeseen(unforeseen);
        }
    }
}

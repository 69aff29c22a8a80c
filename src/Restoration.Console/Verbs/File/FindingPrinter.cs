using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Files;

namespace Restoration.Console.Verbs.File;

/// <summary>Says on standard error what is noticed about files; machines ask <c>check</c>.</summary>
internal static class FindingPrinter
{
    public static void Print(Printer printer, IEnumerable<Finding> findings)
    {
        if (!printer.IsJson)
        {
            foreach (Finding finding in findings)
            {
                System.Console.Error.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()}: {finding}");
            }
        }
    }
}

/// <summary>Says what is noticed, and counts what could not be used.</summary>
internal sealed class FindingCounter(Printer printer) : IProgress<Finding>
{
    public int ErrorCount { get; private set; }

    public void Report(Finding value)
    {
        ErrorCount += value.Severity == Severity.Error ? 1 : 0;
        FindingPrinter.Print(printer, [value]);
    }

    /// <summary>Takes the findings out of what a file has.</summary>
    public bool Passes(FileEntry entry)
    {
        if (entry.Finding is { } finding)
        {
            Report(finding);
        }

        return entry.Item is not null;
    }
}

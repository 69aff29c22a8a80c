using Restoration.Console.Output;
using Restoration.Failures;
using Restoration.Files;

namespace Restoration.Console.Verbs.File;

/// <summary>Says what is noticed, and counts what could not be used.</summary>
internal sealed class FindingCounter(Printer printer) : IProgress<Finding>
{
    private readonly FindingPrinter _printer = new(printer);

    public int ErrorCount { get; private set; }

    public void Report(Finding value)
    {
        ErrorCount += value.Severity == Severity.Error ? 1 : 0;
        _printer.Report(value);
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

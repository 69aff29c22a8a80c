using Restoration.Failures;

namespace Restoration.Formats.Csv;

/// <summary>What is noticed in the rows of a file.</summary>
/// <param name="fileName">The file, as the user named it.</param>
internal sealed class CsvFindings(string fileName)
{
    private const string Rule = "RFC 4180 §2";

    private bool _isLatinReported;

    /// <summary>The findings that nobody has taken yet.</summary>
    public List<Finding> Pending { get; } = [];

    /// <summary>A row has bytes that are no UTF-8; said once a file.</summary>
    public void AddLatin(long row, long line)
    {
        if (!_isLatinReported)
        {
            _isLatinReported = true;
            Add(Severity.Warning, row, line, null, "the text is not UTF-8 from here on; cells that are not are read as Windows-1252. Save the file as UTF-8 if letters look wrong.");
        }
    }

    /// <summary>A cell has text behind its closing quote.</summary>
    public void AddStrayQuote(long row, long line)
        => Add(Severity.Warning, row, line, Rule, "a cell has text behind its closing quote; it is kept as it is written, with the quotes.");

    /// <summary>A row has fewer cells than the header.</summary>
    public void AddShortRow(long row, long line, int count, int expected)
        => Add(Severity.Information, row, line, Rule, $"the row has {count} cells where the header names {expected}; the missing ones are empty.");

    /// <summary>A row has cells that the header has no name for.</summary>
    public void AddLongRow(long row, long line, int count, int expected)
        => Add(Severity.Warning, row, line, Rule, $"the row has {count} cells where the header names {expected}; those without a name are not read.");

    /// <summary>The file ends inside quotes.</summary>
    public void AddOpenQuote(long row, long line, int lines) => Add(
        Severity.Error,
        row,
        line,
        Rule,
        $"the row opens a quote that is never closed, so the {lines} lines from here to the end of the file cannot be read. "
            + "The file is cut off or a quote is missing: export it again.");

    private void Add(Severity severity, long row, long line, string? rule, string message)
        => Pending.Add(new Finding(severity, FailureCode.ParserError, message) { File = fileName, Line = line, Row = row > 0 ? row : null, Rule = rule });
}

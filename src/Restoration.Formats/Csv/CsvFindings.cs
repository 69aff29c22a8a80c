using Restoration.Failures;

namespace Restoration.Formats.Csv;

/// <summary>What is noticed in the rows of a file.</summary>
/// <param name="fileName">The file, as the user named it.</param>
internal sealed class CsvFindings(string fileName)
{
    private const string Rule = "RFC 4180 §2";
    private const string Advice = "name the language that the file was written in with -Culture (--culture), such as ja-JP, zh-CN, pl-PL or ru-RU, or save the file as UTF-8";

    private bool _isEncodingReported;

    /// <summary>The findings that nobody has taken yet.</summary>
    public List<Finding> Pending { get; } = [];

    /// <summary>A row has bytes that are no UTF-8; said once a file.</summary>
    public void AddEncoding(long row, long line, CsvEncoding encoding)
    {
        if (!_isEncodingReported)
        {
            _isEncodingReported = true;
            string name = encoding.Encoding.WebName;
            (Severity severity, string message) = encoding switch
            {
                { IsProven: true } => (Severity.Information, $"the file is not UTF-8; it is read as {name}, which its header is written in."),
                { IsNamed: true } => (Severity.Information, $"the text is not UTF-8; cells that are not are read as {name}, for the culture that was named."),
                _ => (Severity.Warning, $"the text is not UTF-8 from here on; cells that are not are read as {name}. If letters look wrong, {Advice}."),
            };
            Add(severity, row, line, null, message);
        }
    }

    /// <summary>A row is neither UTF-8 nor what was guessed.</summary>
    public void AddUnreadable(long row, long line)
        => Add(Severity.Error, row, line, null, $"the row is neither UTF-8 nor Windows-1252, so its letters cannot be told, and it was left out: {Advice}.");

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

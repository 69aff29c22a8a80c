namespace Restoration.Formats.Csv;

/// <summary>
/// Keeps spreadsheets from running cells (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe before whatever
/// would begin a formula, and before an apostrophe that stands before one, so that it can be told from ours.
/// </summary>
internal static class CsvFormula
{
    private const char Mark = '\'';

    /// <summary>The cell as it is written.</summary>
    public static string Neutralise(string cell) => IsFormula(cell.AsSpan().TrimStart(Mark)) ? Mark + cell : cell;

    /// <summary>The cell as it was.</summary>
    public static string Restore(string cell) => cell is [Mark, ..] && IsFormula(cell.AsSpan().TrimStart(Mark)) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}

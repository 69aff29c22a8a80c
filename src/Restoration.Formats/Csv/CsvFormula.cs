namespace Restoration.Formats.Csv;

/// <summary>
/// Keeps spreadsheets from running cells (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe before whatever
/// would begin a formula, and before an apostrophe that stands before one, so that it can be told from ours.
/// </summary>
internal static class CsvFormula
{
    private const char Mark = '\'';

    /// <summary>What is written before a cell; empty if no spreadsheet would run it.</summary>
    public static ReadOnlySpan<byte> MarkFor(ReadOnlySpan<byte> cell)
        => cell.TrimStart((byte)Mark) is [(byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..] ? "'"u8 : default;

    /// <summary>The cell as it was.</summary>
    public static ReadOnlySpan<byte> Restore(ReadOnlySpan<byte> cell) => cell is [(byte)Mark, ..] && !MarkFor(cell).IsEmpty ? cell[1..] : cell;
}

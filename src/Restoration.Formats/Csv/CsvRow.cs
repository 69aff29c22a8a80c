using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>
/// Finds the cells of one row (RFC 4180 §2). Only looks, so that a row that is not whole yet can be looked at again;
/// <see cref="Unquote"/> changes the text. Beyond the standard: any line end, blanks around a quoted cell,
/// and text behind a closing quote, where the cell is kept exactly as it was written.
/// </summary>
/// <param name="limits">How many cells a row may have, and how long they may be.</param>
internal sealed class CsvRow(ReadLimits limits)
{
    private const byte Quote = (byte)'"';
    private const byte CarriageReturn = (byte)'\r';
    private const byte LineFeed = (byte)'\n';

    private CsvCell[] _cells = new CsvCell[32];

    /// <summary>How many cells the row has.</summary>
    public int Count { get; private set; }

    /// <summary>The row's length with its line end, in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Whether a cell is quoted, and may hold line breaks.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>Whether a cell has text behind its closing quote.</summary>
    public bool HasStrayQuote { get; private set; }

    /// <summary>Whether the line is empty: no cell at all.</summary>
    public bool IsEmpty => Count == 1 && !HasQuotes && _cells[0].Length == 0;

    public CsvCell this[int index] => _cells[index];

    /// <summary>Looks for the row that the text begins with.</summary>
    /// <param name="text">The text from the row's first byte.</param>
    /// <param name="isFinal">Whether nothing follows the text.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    public CsvScan Scan(ReadOnlySpan<byte> text, bool isFinal, byte delimiter)
    {
        Count = 0;
        HasQuotes = false;
        HasStrayQuote = false;
        Length = 0;
        CsvMarks marks = new(text, delimiter);
        int start = 0;
        while (true)
        {
            int mark = marks.Next();
            CsvScan scan = mark < text.Length && text[mark] == Quote && IsBlank(text[start..mark])
                ? ScanQuoted(text, isFinal, ref marks, start, ref mark)
                : ScanPlain(text, isFinal, ref marks, start, ref mark);
            if (mark - start > limits.LineLength || (scan == CsvScan.Incomplete && text.Length >= limits.ItemSize))
            {
                return CsvScan.TooLong;
            }

            if (scan != CsvScan.Complete)
            {
                return scan;
            }

            if (mark == text.Length || text[mark] != delimiter)
            {
                return EndLine(text, isFinal, mark);
            }

            if (Count == limits.Properties)
            {
                return CsvScan.TooManyCells;
            }

            start = mark + 1;
        }
    }

    /// <summary>Undoubles the quotes in place.</summary>
    public void Unquote(Span<byte> text)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_cells[i].HasDoubledQuotes)
            {
                Span<byte> cell = text.Slice(_cells[i].Start, _cells[i].Length);
                _cells[i] = new CsvCell(_cells[i].Start, Undouble(cell), HasDoubledQuotes: false);
            }
        }
    }

    /// <summary>The cells as they stand in a text.</summary>
    public IReadOnlyList<byte[]> ToCells(ReadOnlySpan<byte> text)
    {
        byte[][] cells = new byte[Count][];
        for (int i = 0; i < Count; i++)
        {
            cells[i] = text.Slice(_cells[i].Start, _cells[i].Length).ToArray();
        }

        return cells;
    }

    /// <summary>The cells in UTF-8 where some are not.</summary>
    /// <param name="text">The row.</param>
    /// <param name="encoding">What they are in. Those that could be UTF-8 are, unless the encoding is proven.</param>
    public ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> text, CsvEncoding encoding)
    {
        ArrayBufferWriter<byte> decoded = new(text.Length * 2);
        for (int i = 0; i < Count; i++)
        {
            int start = decoded.WrittenCount;
            ReadOnlySpan<byte> cell = text.Slice(_cells[i].Start, _cells[i].Length);
            bool isUtf8 = encoding.IsProven ? Ascii.IsValid(cell) : Utf8.IsValid(cell);
            decoded.Write(isUtf8 ? cell : Encoding.UTF8.GetBytes(encoding.Encoding.GetString(cell)));
            _cells[i] = new CsvCell(start, decoded.WrittenCount - start, HasDoubledQuotes: false);
        }

        return decoded.WrittenMemory;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    private static int Undouble(Span<byte> cell)
    {
        int read = 0;
        int written = 0;
        while (true)
        {
            int quote = cell[read..].IndexOf(Quote);
            int count = quote < 0 ? cell.Length - read : quote + 1;
            cell.Slice(read, count).CopyTo(cell[written..]);
            written += count;
            if (quote < 0)
            {
                return written;
            }

            read += count + 1;
        }
    }

    /// <summary>Takes everything up to the next delimiter or line end; quotes in it are text.</summary>
    private CsvScan ScanPlain(ReadOnlySpan<byte> text, bool isFinal, ref CsvMarks marks, int start, ref int mark)
    {
        while (mark < text.Length && text[mark] == Quote)
        {
            mark = marks.Next();
        }

        if (mark == text.Length && !isFinal)
        {
            return CsvScan.Incomplete;
        }

        Add(new CsvCell(start, mark - start, HasDoubledQuotes: false));
        return CsvScan.Complete;
    }

    private CsvScan ScanQuoted(ReadOnlySpan<byte> text, bool isFinal, ref CsvMarks marks, int start, ref int mark)
    {
        HasQuotes = true;
        int opening = mark;
        bool hasDoubled = false;
        while (true)
        {
            mark = marks.Next();
            if (mark == text.Length)
            {
                return isFinal ? CsvScan.OpenQuote : CsvScan.Incomplete;
            }

            if (text[mark] != Quote)
            {
                continue;
            }

            if (mark + 1 == text.Length || text[mark + 1] != Quote)
            {
                break;
            }

            marks.Next();
            hasDoubled = true;
        }

        int closing = mark;
        mark = marks.Next();
        if (!IsBlank(text[(closing + 1)..mark]) || (mark < text.Length && text[mark] == Quote))
        {
            HasStrayQuote = true;
            return ScanPlain(text, isFinal, ref marks, start, ref mark);
        }

        if (mark == text.Length && !isFinal)
        {
            return CsvScan.Incomplete;
        }

        Add(new CsvCell(opening + 1, closing - opening - 1, hasDoubled));
        return CsvScan.Complete;
    }

    private CsvScan EndLine(ReadOnlySpan<byte> text, bool isFinal, int at)
    {
        if (at < text.Length && text[at] == CarriageReturn)
        {
            if (at + 1 == text.Length && !isFinal)
            {
                return CsvScan.Incomplete;
            }

            at += at + 1 < text.Length && text[at + 1] == LineFeed ? 2 : 1;
        }
        else if (at < text.Length)
        {
            at++;
        }

        Length = at;
        return CsvScan.Complete;
    }

    private void Add(CsvCell cell)
    {
        if (Count == _cells.Length)
        {
            Array.Resize(ref _cells, Count * 2);
        }

        _cells[Count++] = cell;
    }
}

using System.Text;
using System.Text.Unicode;
using Restoration.Failures;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>
/// Reads the rows of a CSV file one after the other (RFC 4180), with the liberties of <see cref="CsvRow"/>.
/// The cells of a row are slices of one buffer and hold until the next row is read.
/// </summary>
internal sealed class CsvTokenizer : IDisposable
{
    private readonly InputBuffer _buffer;
    private readonly ReadOptions _options;
    private readonly CsvFindings _findings;
    private readonly CsvRow _row;
    private byte? _delimiter;
    private CsvEncoding? _encoding;
    private ReadOnlyMemory<byte> _text;
    private long _nextLine = 1;

    /// <summary>Begins to read.</summary>
    /// <param name="utf8">The text, as <see cref="TextInput"/> gives it; stays the caller's.</param>
    /// <param name="options">The file's name for findings, and the limits.</param>
    /// <param name="delimiter">What stands between two cells; found from the first line if null.</param>
    public CsvTokenizer(Stream utf8, ReadOptions options, byte? delimiter = null)
    {
        _buffer = new InputBuffer(utf8, options.FileName);
        _options = options;
        _findings = new CsvFindings(options.FileName);
        _row = new CsvRow(options.Limits);
        _delimiter = delimiter;
    }

    /// <summary>The names of the columns, without the blanks around them.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>The number of the row, counted from 1 without the header; blank lines are no rows.</summary>
    public long Row { get; private set; }

    /// <summary>The physical line that the row begins on, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>How many cells the row has.</summary>
    public int Count => _row.Count;

    /// <summary>What was noticed since the caller last emptied the list.</summary>
    public List<Finding> Findings => _findings.Pending;

    /// <summary>A cell in UTF-8; empty if the row is shorter.</summary>
    public ReadOnlySpan<byte> this[int index] => GetMemory(index).Span;

    /// <summary>A cell in UTF-8; empty if the row is shorter.</summary>
    public ReadOnlyMemory<byte> GetMemory(int index)
        => (uint)index < (uint)_row.Count ? _text.Slice(_row[index].Start, _row[index].Length) : default;

    /// <summary>A cell as text; empty if the row is shorter.</summary>
    public string GetString(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>Reads the header. What Excel (<c>sep=;</c>) and Windows PowerShell (<c>#TYPE …</c>) put before it is passed over.</summary>
    /// <returns>False if the file has no line.</returns>
    public async ValueTask<bool> ReadHeaderAsync(CancellationToken cancellation)
    {
        await _buffer.FillAsync(cancellation).ConfigureAwait(false);
        PassPreamble();
        _delimiter ??= CsvPreamble.DetectDelimiter(_buffer.Unread.Span);
        if (!await NextAsync(cancellation).ConfigureAwait(false))
        {
            return false;
        }

        string[] names = new string[Count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = GetString(i).Trim();
        }

        Header = names;
        return true;
    }

    /// <summary>Reads the next row, after the header. A row that ends inside quotes is a finding and no row.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="RestorationException"><see cref="FailureCode.LimitExceeded"/>: a cell, a row or the file is too large.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        Row++;
        return TryNext(out bool isRow) ? ValueTask.FromResult(Accept(isRow)) : FillAndReadAsync(cancellation);
    }

    public void Dispose() => _buffer.Dispose();

    private async ValueTask<bool> FillAndReadAsync(CancellationToken cancellation)
    {
        await _buffer.FillAsync(cancellation).ConfigureAwait(false);
        return Accept(await NextAsync(cancellation).ConfigureAwait(false));
    }

    private async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        bool isRow;
        while (!TryNext(out isRow))
        {
            await _buffer.FillAsync(cancellation).ConfigureAwait(false);
        }

        return isRow;
    }

    /// <summary>Looks for a row in what has been read.</summary>
    /// <param name="isRow">Whether there is one; false at the end.</param>
    /// <returns>False if more has to be read first.</returns>
    private bool TryNext(out bool isRow)
    {
        while (true)
        {
            Memory<byte> unread = _buffer.Unread;
            Line = _nextLine;
            isRow = false;
            switch (unread.IsEmpty ? CsvScan.Incomplete : _row.Scan(unread.Span, _buffer.IsAtEnd, _delimiter!.Value))
            {
                case CsvScan.Complete:
                    isRow = TryTake(unread[.._row.Length]) && !_row.IsEmpty;
                    if (isRow)
                    {
                        return true;
                    }

                    break;
                case CsvScan.Incomplete:
                    return _buffer.IsAtEnd;
                case CsvScan.OpenQuote:
                    _findings.AddOpenQuote(Row, Line, LineEnds(unread.Span) + (unread.Span[^1] == '\n' ? 0 : 1));
                    _buffer.Advance(unread.Length);
                    return true;
                case CsvScan.TooManyCells:
                    throw TooLarge($"has more than {_options.Limits.Properties} cells in the row that begins on line {Line}");
                case CsvScan.TooLong:
                    throw TooLarge($"has a cell that is longer than {_options.Limits.LineLength} bytes, or a quote that is never closed, in the row that begins on line {Line}");
            }
        }
    }

    private bool Accept(bool isRow)
    {
        if (!isRow)
        {
            Row--;
            return false;
        }

        if (Row > _options.Limits.Items)
        {
            throw TooLarge($"has more than {_options.Limits.Items} rows");
        }

        if (Count != Header.Count)
        {
            ReportRaggedRow();
        }

        return true;
    }

    private bool TryTake(Memory<byte> text)
    {
        Span<byte> bytes = text.Span;
        _buffer.Advance(bytes.Length);
        _text = text;
        bool isUtf8 = Utf8.IsValid(bytes);
        _nextLine += _row.HasQuotes ? LineEnds(bytes) : 1;
        if (_row.HasQuotes)
        {
            _row.Unquote(bytes);
        }

        if (!isUtf8 || (_encoding is { IsProven: true } && !Ascii.IsValid(bytes)))
        {
            // The first row is the header, which may prove what all are written in.
            _encoding ??= (Header.Count == 0 ? CsvEncoding.ProvenBy(_row.ToCells(bytes)) : null) ?? CsvEncoding.Of(_options.Culture);
            if (Header.Count > 0 && _row.ToCells(bytes).Any(cell => !Utf8.IsValid(cell) && _encoding.Refutes(cell)))
            {
                _findings.AddUnreadable(Row, Line);
                Row++;
                return false;
            }

            _text = _row.Decode(bytes, _encoding);
            _findings.AddEncoding(Row, Line, _encoding);
        }

        if (_row.HasStrayQuote)
        {
            _findings.AddStrayQuote(Row, Line);
        }

        return true;
    }

    private void PassPreamble()
    {
        while (CsvPreamble.TryPass(_buffer.Unread.Span, out int length, out byte? delimiter))
        {
            _buffer.Advance(length);
            _nextLine++;
            _delimiter ??= delimiter;
        }
    }

    private void ReportRaggedRow()
    {
        if (Count < Header.Count)
        {
            _findings.AddShortRow(Row, Line, Count, Header.Count);
        }

        for (int i = Header.Count; i < Count; i++)
        {
            if (!this[i].IsEmpty)
            {
                _findings.AddLongRow(Row, Line, Count, Header.Count);
                return;
            }
        }
    }

    private RestorationException TooLarge(string problem)
        => new(FailureCode.LimitExceeded, $"'{_options.FileName}' {problem}. Export it again, in smaller parts if need be.", _options.FileName);

    // A line ends with CR LF, LF or a CR alone.
    private static int LineEnds(ReadOnlySpan<byte> text)
    {
        int lineFeeds = text.Count((byte)'\n');
        return lineFeeds > 0 ? lineFeeds : text.Count((byte)'\r');
    }
}

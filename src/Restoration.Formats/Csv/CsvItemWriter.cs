using System.Buffers;
using System.Text;
using Restoration.Formats.Csv.Events;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Csv;

/// <summary>Writes our columns: UTF-8 with a byte order mark, which Excel needs, CR LF and commas (RFC 4180), or tabs in a <c>.tsv</c>.</summary>
internal sealed class CsvItemWriter : IItemWriter
{
    private const int FlushAt = 64 << 10;

    private static readonly SearchValues<byte> Quoted = SearchValues.Create("\",;\t\r\n "u8);

    private readonly Stream _stream;
    private readonly bool _includeMetadata;
    private readonly byte[] _delimiter;
    private readonly CsvProjection _projection;
    private readonly ArrayBufferWriter<byte> _output = new(2 * FlushAt);

    /// <summary>Begins a file.</summary>
    public CsvItemWriter(Stream stream, WriteOptions options)
    {
        _stream = stream;
        _includeMetadata = options.IncludeMetadata;
        _delimiter = IsTabbed(options.FileName) ? "\t"u8.ToArray() : ","u8.ToArray();
        _projection = new CsvProjection(options.IncludeMetadata);
        _output.Write(Encoding.UTF8.Preamble);
        _output.Write(Encoding.UTF8.GetBytes(string.Join((char)_delimiter[0], CsvColumn.Header(options.IncludeMetadata))));
        _output.Write("\r\n"u8);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        _projection.Lay(item);
        for (int i = 0; i < _projection.Cells.Count; i++)
        {
            _output.Write(i > 0 ? _delimiter : default);
            Write(_projection.Cells[i]);
        }

        if (_includeMetadata)
        {
            _output.Write(_delimiter);
            Write(_projection.Rest.Span);
        }

        _output.Write("\r\n"u8);
        return _output.WrittenCount >= FlushAt ? FlushAsync(cancellation) : ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation).ConfigureAwait(false);
        await _stream.FlushAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _projection.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool IsTabbed(string? fileName)
        => fileName is not null && (fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase));

    private void Write(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> mark = CsvFormula.MarkFor(cell);
        if (cell.ContainsAny(Quoted))
        {
            WriteQuoted(mark, cell);
        }
        else
        {
            _output.Write(mark);
            _output.Write(cell);
        }
    }

    // Byte by byte: the last column has a quote every few bytes.
    private void WriteQuoted(ReadOnlySpan<byte> mark, ReadOnlySpan<byte> cell)
    {
        const byte Quote = (byte)'"';
        Span<byte> target = _output.GetSpan((2 * cell.Length) + mark.Length + 2);
        int length = 0;
        target[length++] = Quote;
        mark.CopyTo(target[length..]);
        length += mark.Length;
        foreach (byte character in cell)
        {
            target[length++] = character;
            if (character == Quote)
            {
                target[length++] = Quote;
            }
        }

        target[length++] = Quote;
        _output.Advance(length);
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        await _stream.WriteAsync(_output.WrittenMemory, cancellation).ConfigureAwait(false);
        _output.ResetWrittenCount();
    }
}

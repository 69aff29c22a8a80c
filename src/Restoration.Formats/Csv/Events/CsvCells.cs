using System.Text.Json;
using Restoration.Formats.AuditRecords;

namespace Restoration.Formats.Csv.Events;

/// <summary>The cells of a row in UTF-8, one behind the other in a buffer that is used again for the next row.</summary>
/// <param name="count">How many cells a row has.</param>
internal sealed class CsvCells(int count)
{
    private readonly Range[] _cells = new Range[count];
    private byte[] _text = new byte[4096];
    private int _start;
    private int _length;

    /// <summary>How many cells a row has.</summary>
    public int Count => _cells.Length;

    /// <summary>A cell; empty if the row has nothing for it.</summary>
    public ReadOnlySpan<byte> this[int index] => _text.AsSpan(_cells[index]);

    /// <summary>What was appended to the cell that is being made.</summary>
    public ReadOnlySpan<byte> Pending => _text.AsSpan(_start, _length - _start);

    /// <summary>Begins a row.</summary>
    public void Clear()
    {
        Array.Clear(_cells);
        _start = _length = 0;
    }

    /// <summary>Appends text to the cell that is being made.</summary>
    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    /// <summary>Appends the string that a reader stands on.</summary>
    public void Append(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            _length += JsonText.Unescape(reader.ValueSpan, Reserve(reader.ValueSpan.Length));
        }
        else
        {
            Append(reader.ValueSpan);
        }
    }

    /// <summary>Makes a cell of what was appended since the last.</summary>
    public void End(int index)
    {
        _cells[index] = _start.._length;
        _start = _length;
    }

    private Span<byte> Reserve(int more)
    {
        if (more > _text.Length - _length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max(2L * _text.Length, (long)_length + more)));
        }

        return _text.AsSpan(_length);
    }
}

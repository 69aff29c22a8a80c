using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Restoration.Formats.ICalendar.Components;

/// <summary>
/// A component and everything in it: one run of bytes with its unfolded lines, each ended by CR LF, and an index of them.
/// Values are read only when somebody asks. The buffers are used again for the next component.
/// </summary>
internal sealed class Component : IDisposable
{
    private const int UsualSize = 4096;
    private const int UsualLines = 64;
    private const int MostKept = 1 << 20;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
    private ContentLine[] _lines = new ContentLine[UsualLines];
    private int _length;
    private int _lineStart;

    /// <summary>The lines with their ends.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _lineStart);

    /// <summary>The index of the lines; the first is BEGIN and the last is END.</summary>
    public ReadOnlySpan<ContentLine> Lines => _lines.AsSpan(0, LineCount);

    /// <summary>How many lines there are.</summary>
    public int LineCount { get; private set; }

    /// <summary>The length of the line that is being added.</summary>
    public int LineLength => _length - _lineStart;

    /// <summary>The line that is being added.</summary>
    public Span<byte> PendingLine => _bytes.AsSpan(_lineStart, _length - _lineStart);

    /// <summary>The name of the component, as written.</summary>
    public ReadOnlySpan<byte> Name => Value(in _lines[0]);

    /// <summary>The number of the line in the file that it begins on.</summary>
    public long LineNumber => LineCount > 0 ? _lines[0].Number : 0;

    /// <summary>The name of a line's property, as written.</summary>
    public ReadOnlySpan<byte> NameOf(in ContentLine line) => _bytes.AsSpan(line.Start, line.NameEnd - line.Start);

    /// <summary>The raw value of a line.</summary>
    public ReadOnlySpan<byte> Value(in ContentLine line) => _bytes.AsSpan(line.ValueStart, line.End - line.ValueStart);

    /// <summary>The parameters of a line, from the first semicolon to the colon.</summary>
    public ReadOnlySpan<byte> Parameters(in ContentLine line)
        => _bytes.AsSpan(line.NameEnd, line.ValueStart - 1 - line.NameEnd);

    /// <summary>A line as a whole, without its end.</summary>
    public ReadOnlySpan<byte> Line(in ContentLine line) => _bytes.AsSpan(line.Start, line.End - line.Start);

    /// <summary>The index of the END that belongs to the BEGIN at <paramref name="begin"/>.</summary>
    public int EndOf(int begin)
    {
        int index = begin + 1;
        while (_lines[index].Kind != LineKind.End || _lines[index].Depth != _lines[begin].Depth)
        {
            index++;
        }

        return index;
    }

    /// <summary>The raw UID, for messages; null if there is none.</summary>
    public string? FindUid()
    {
        foreach (ref readonly ContentLine line in Lines)
        {
            if (line.Property == PropertyId.Uid && line.Depth == 1)
            {
                return Encoding.UTF8.GetString(Value(in line));
            }
        }

        return null;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        if (_bytes.Length > MostKept)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
            _lines = new ContentLine[UsualLines];
        }

        _length = _lineStart = LineCount = 0;
    }

    /// <summary>Starts a line, in place of one that was not committed.</summary>
    public void BeginLine() => _length = _lineStart;

    /// <summary>Adds bytes to the line.</summary>
    public void Append(ReadOnlySpan<byte> text)
    {
        if (text.Length > _bytes.Length - _length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Takes bytes off the end of the line.</summary>
    public void Shorten(int count) => _length -= count;

    /// <summary>Puts another text in the place of the line.</summary>
    public void ReplaceLine(ReadOnlySpan<byte> text)
    {
        BeginLine();
        Append(text);
    }

    /// <summary>Adds the line to the index and ends it.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="nameEnd">The length of the name.</param>
    /// <param name="valueStart">Where the value begins in the line.</param>
    /// <param name="property">Which property it is.</param>
    /// <param name="depth">How deep it lies.</param>
    /// <param name="number">Its number in the file.</param>
    public void Commit(LineKind kind, int nameEnd, int valueStart, PropertyId property, int depth, long number)
    {
        if (LineCount == _lines.Length)
        {
            Array.Resize(ref _lines, _lines.Length * 2);
        }

        _lines[LineCount++] = new ContentLine
        {
            Start = _lineStart,
            NameEnd = _lineStart + nameEnd,
            ValueStart = _lineStart + valueStart,
            End = _length,
            Number = number,
            Depth = depth,
            Kind = kind,
            Property = property,
        };
        Append("\r\n"u8);
        _lineStart = _length;
    }

    /// <summary>Opens the last line again, so that more can be added to its value.</summary>
    public ContentLine Reopen()
    {
        ContentLine last = _lines[--LineCount];
        _lineStart = last.Start;
        _length = last.End;
        return last;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _length = _lineStart = LineCount = 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int more)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, (long)_length + more)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

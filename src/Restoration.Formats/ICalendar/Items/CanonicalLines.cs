using System.Buffers.Binary;
using System.Text;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>
/// A set of lines in the form that equal contents share, from which digests and comparisons are made. The buffers are used
/// again for the next item.
/// </summary>
internal sealed class CanonicalLines
{
    /// <summary>What stands before a parameter.</summary>
    public const byte ParameterMark = 1;

    /// <summary>What stands before a value.</summary>
    public const byte ValueMark = 2;

    private const int MostInserted = 32;

    private byte[] _text = new byte[4096];
    private byte[] _sorted = [];
    private Line[] _lines = new Line[64];
    private string?[] _parts = new string?[64];
    private int _length;
    private int _lineStart;

    // The first bytes of a line as a number decide most comparisons.
    private readonly record struct Line(ulong Head, int Start, int Length);

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>Where the next line comes.</summary>
    public Mark Here => new(Count, _lineStart);

    /// <summary>Forgets everything.</summary>
    public void Clear() => _length = _lineStart = Count = 0;

    /// <summary>Adds bytes to the line.</summary>
    public void Append(ReadOnlySpan<byte> text) => text.CopyTo(Reserve(text.Length));

    /// <summary>Adds text in which case says nothing.</summary>
    public void AppendUpper(ReadOnlySpan<byte> text)
    {
        Span<byte> upper = Reserve(text.Length);
        int length = text.Length;
        if (ControlCharacters.IsIn(text))
        {
            length = ControlCharacters.Clean(text, upper, keepsLineFeeds: false);
        }
        else
        {
            text.CopyTo(upper);
        }

        Ascii.ToUpperInPlace(upper[..length], out _);
        GiveBack(text.Length - length);
    }

    /// <summary>Adds text without the control characters that no file can hold.</summary>
    public void AppendClean(ReadOnlySpan<byte> text)
    {
        if (!ControlCharacters.IsIn(text, keepsLineFeeds: true))
        {
            Append(text);
            return;
        }

        Span<byte> clean = Reserve(text.Length);
        GiveBack(text.Length - ControlCharacters.Clean(text, clean, keepsLineFeeds: true));
    }

    /// <summary>Adds one byte to the line.</summary>
    public void Append(byte character) => Reserve(1)[0] = character;

    /// <summary>Adds room to the line, to be written into at once.</summary>
    public Span<byte> Reserve(int count)
    {
        if (count > _text.Length - _length)
        {
            Array.Resize(ref _text, checked((int)Math.Min(Array.MaxLength, Math.Max(2L * _text.Length, (long)_length + count))));
        }

        _length += count;
        return _text.AsSpan(_length - count, count);
    }

    /// <summary>Gives room back that was not needed.</summary>
    public void GiveBack(int count) => _length -= count;

    /// <summary>Ends the line.</summary>
    /// <param name="part">The part of the item that it belongs to; null for its own name.</param>
    public void EndLine(string? part)
    {
        if (Count == _lines.Length)
        {
            Array.Resize(ref _lines, _lines.Length * 2);
            Array.Resize(ref _parts, _lines.Length);
        }

        ReadOnlySpan<byte> line = _text.AsSpan(_lineStart, _length - _lineStart);
        ulong head = line.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64BigEndian(line) : HeadOf(line);
        _parts[Count] = part;
        _lines[Count++] = new Line(head, _lineStart, line.Length);
        _lineStart = _length;
    }

    /// <summary>Makes one line of all lines since a mark: they are sorted, and what stands twice counts once.</summary>
    /// <param name="mark">Where they begin.</param>
    /// <param name="name">What the line begins with.</param>
    /// <param name="part">The part of the item that it belongs to.</param>
    public void Gather(Mark mark, ReadOnlySpan<byte> name, string? part)
    {
        ReadOnlySpan<byte> gathered = Sort(mark.Line);
        Count = mark.Line;
        _length = _lineStart = mark.Text;
        Append(name);
        Append(ValueMark);
        Append(gathered);
        EndLine(part);
    }

    /// <summary>All lines, sorted.</summary>
    public ReadOnlySpan<byte> ToSorted() => Sort(0);

    /// <summary>The digest of all lines, whatever order they were added in.</summary>
    public ContentHash ToHash() => ContentHash.Of(Sort(0));

    /// <summary>The lines of each part, sorted; to be asked before any digest.</summary>
    public SortedDictionary<string, SortedSet<string>> ToParts()
    {
        SortedDictionary<string, SortedSet<string>> parts = new(StringComparer.Ordinal);
        for (int index = 0; index < Count; index++)
        {
            Line line = _lines[index];
            string text = Encoding.UTF8.GetString(_text, line.Start, line.Length);
            string part = _parts[index] ?? text[..text.IndexOfAny([(char)ParameterMark, (char)ValueMark])];
            if (!parts.TryGetValue(part, out SortedSet<string>? lines))
            {
                parts[part] = lines = new SortedSet<string>(StringComparer.Ordinal);
            }

            lines.Add(text);
        }

        return parts;
    }

    private static ulong HeadOf(ReadOnlySpan<byte> line)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        line.CopyTo(head);
        return BinaryPrimitives.ReadUInt64BigEndian(head);
    }

    // Few lines as a rule, and often in order: to set the library's sort up takes longer than to put them in their places.
    private void SortInPlace(Span<Line> lines)
    {
        ByText order = new(_text);
        if (lines.Length > MostInserted)
        {
            lines.Sort(order);
            return;
        }

        for (int next = 1; next < lines.Length; next++)
        {
            Line line = lines[next];
            int place = next;
            for (; place > 0 && order.Compare(line, lines[place - 1]) < 0; place--)
            {
                lines[place] = lines[place - 1];
            }

            lines[place] = line;
        }
    }

    private ReadOnlySpan<byte> Sort(int first)
    {
        Span<Line> lines = _lines.AsSpan(first, Count - first);
        SortInPlace(lines);
        int needed = _length + Count;
        if (_sorted.Length < needed)
        {
            _sorted = new byte[Math.Max(needed, _text.Length)];
        }

        int length = 0;
        ReadOnlySpan<byte> last = default;
        foreach (Line line in lines)
        {
            ReadOnlySpan<byte> text = _text.AsSpan(line.Start, line.Length);
            if (length == 0 || !text.SequenceEqual(last))
            {
                text.CopyTo(_sorted.AsSpan(length));
                length += text.Length;
                _sorted[length++] = 0;
            }

            last = text;
        }

        return _sorted.AsSpan(0, length);
    }

    /// <summary>A place that lines can be gathered up from.</summary>
    internal readonly record struct Mark(int Line, int Text);

    private readonly struct ByText(byte[] text) : IComparer<Line>
    {
        public int Compare(Line left, Line right)
        {
            int order = left.Head.CompareTo(right.Head);
            return order != 0
                ? order
                : text.AsSpan(left.Start, left.Length).SequenceCompareTo(text.AsSpan(right.Start, right.Length));
        }
    }
}

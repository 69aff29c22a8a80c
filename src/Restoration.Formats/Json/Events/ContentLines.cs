using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// Builds the content of an item from UTF-8, line by line: unfolded, ended by CR LF, without control characters. Each line
/// is a name, any number of parameters, and a value that ends it. The buffer is used again for the next item.
/// </summary>
internal sealed class ContentLines
{
    private const int MostKept = 1 << 20;

    private static readonly SearchValues<byte> NotPlainInParameters = SearchValues.Create("^\",;:\r\n\0\x01\x02\x03\x04\x05\x06\a\b\v\f\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F"u8);
    private static readonly SearchValues<byte> Escaped = SearchValues.Create("\\;,\r\n\0\x01\x02\x03\x04\x05\x06\a\b\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x7F"u8);

    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>What was built; valid until the next item.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>Begins with the next item.</summary>
    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > MostKept)
        {
            _bytes = new byte[4096];
        }
    }

    /// <summary>Forgets what was built behind a length.</summary>
    public void CutOff(int length) => _length = length;

    /// <summary>Adds bytes to the line: a name, or what is encoded already.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Adds a line that needs no encoding.</summary>
    public void Line(ReadOnlySpan<byte> line)
    {
        Append(line);
        Append("\r\n"u8);
    }

    /// <summary>Adds BEGIN or END.</summary>
    public void Mark(ReadOnlySpan<byte> marker, ReadOnlySpan<byte> component)
    {
        Append(marker);
        Line(component);
    }

    /// <summary>Adds a parameter with one value.</summary>
    public void Parameter(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Append(";"u8);
        Append(name);
        Append("="u8);
        ParameterValue(value);
    }

    /// <summary>Adds a value of a parameter whose equals sign or comma stands there already.</summary>
    public void ParameterValue(ReadOnlySpan<byte> value)
    {
        if (!value.ContainsAny(NotPlainInParameters))
        {
            Append(value);
        }
        else
        {
            Append(Encoding.UTF8.GetBytes(ParameterText.Encode(Encoding.UTF8.GetString(value))));
        }
    }

    /// <summary>Ends the line with a text.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        Append(":"u8);
        AppendEscaped(text);
        Append("\r\n"u8);
    }

    /// <summary>Ends the line with a value that is encoded already.</summary>
    public void Raw(ReadOnlySpan<byte> value)
    {
        Append(":"u8);
        AppendClean(value);
        Append("\r\n"u8);
    }

    /// <summary>Adds a line that is encoded already, but may hold what no line can.</summary>
    public void RawLine(ReadOnlySpan<byte> line)
    {
        AppendClean(line);
        Append("\r\n"u8);
    }

    /// <summary>Ends the line with a number.</summary>
    public void Number(long number)
    {
        Append(":"u8);
        Utf8Formatter.TryFormat(number, Room(20), out int written);
        _length += written;
        Append("\r\n"u8);
    }

    /// <summary>Ends the line with a date or time, and what parameters it needs.</summary>
    /// <param name="time">The time.</param>
    /// <param name="zone">The zone of a time that is neither a date nor in UTC; empty if it floats.</param>
    public void Time(in TimeValue time, ReadOnlySpan<byte> zone)
    {
        if (time.IsDate)
        {
            Append(";VALUE=DATE"u8);
        }
        else if (!time.IsUtc && !zone.IsEmpty)
        {
            Parameter("TZID"u8, zone);
        }

        Append(":"u8);
        _length += time.Write(Room(16));
        Append("\r\n"u8);
    }

    /// <summary>Adds a text with the escapes of RFC 5545 §3.3.11; line ends of any kind become one.</summary>
    public void AppendEscaped(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            int next = text.IndexOfAny(Escaped);
            if (next < 0)
            {
                Append(text);
                return;
            }

            Append(text[..next]);
            byte character = text[next];
            switch (character)
            {
                case (byte)'\\' or (byte)';' or (byte)',':
                    Append([(byte)'\\', character]);
                    break;
                case (byte)'\r' when text[next..] is [_, (byte)'\n', ..]:
                    break;
                case (byte)'\r' or (byte)'\n':
                    Append("\\n"u8);
                    break;
            }

            text = text[(next + 1)..];
        }
    }

    private void AppendClean(ReadOnlySpan<byte> value)
    {
        if (ControlCharacters.IsIn(value))
        {
            _length += ControlCharacters.Clean(value, Room(value.Length), keepsLineFeeds: false);
        }
        else
        {
            Append(value);
        }
    }

    private Span<byte> Room(int count)
    {
        if (count > _bytes.Length - _length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, (long)_length + count)));
        }

        return _bytes.AsSpan(_length);
    }
}

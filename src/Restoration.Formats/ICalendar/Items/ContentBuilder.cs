using System.Buffers;
using System.Text;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Writing;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Builds the content of an item line by line: unfolded, ended by CR LF, without control characters.</summary>
internal sealed class ContentBuilder
{
    private readonly ArrayBufferWriter<byte> _content = new(1024);

    /// <summary>What was built.</summary>
    public ReadOnlyMemory<byte> Content => _content.WrittenMemory;

    /// <summary>Adds whole lines with their ends.</summary>
    public void AppendLines(ReadOnlySpan<byte> lines) => _content.Write(lines);

    /// <summary>Adds a line.</summary>
    public void Line(string line)
    {
        int most = Encoding.UTF8.GetMaxByteCount(line.Length);
        byte[] rented = ArrayPool<byte>.Shared.Rent(most);
        int length = Encoding.UTF8.GetBytes(line, rented);
        _content.Advance(ControlCharacters.Clean(rented.AsSpan(0, length), _content.GetSpan(length), keepsLineFeeds: false));
        _content.Write("\r\n"u8);
        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Adds a property whose value is raw, unless it has none.</summary>
    public void Raw(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Line($"{name}:{value}");
        }
    }

    /// <summary>Adds a text, unless there is none.</summary>
    public void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Line($"{name}:{TextValue.Encode(text)}");
        }
    }

    /// <summary>Adds a date or date-time, unless there is none.</summary>
    public void Time(string name, CalendarTime? time, string parameters = "")
    {
        if (time is { } value)
        {
            Line(name + parameters + TimeText.Format(value));
        }
    }

    /// <summary>Adds a time stamp, unless there is none.</summary>
    public void Instant(string name, DateTimeOffset? instant)
    {
        if (instant is { } value)
        {
            Line($"{name}:{new TimeValue(value.UtcDateTime, IsDate: false, IsUtc: true)}");
        }
    }

    /// <summary>Adds a property that was taken apart.</summary>
    public void Property(CalendarProperty property) => Line(PropertyText.Format(property));
}

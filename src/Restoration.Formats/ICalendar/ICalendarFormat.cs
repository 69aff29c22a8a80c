using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Reading;
using Restoration.Formats.ICalendar.Writing;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.ICalendar;

/// <summary>
/// iCalendar (RFC 5545, with RFC 5546, 6868, 7986; vCalendar 1.0 is understood). Every component of a calendar but its time
/// zones becomes one item; nothing that stands in it is dropped.
/// </summary>
public sealed class ICalendarFormat : IItemFormat
{
    private static readonly byte[][] Beginnings =
    [
        "BEGIN:VCALENDAR"u8.ToArray(),
        "BEGIN:VEVENT"u8.ToArray(),
        "BEGIN:VTODO"u8.ToArray(),
        "BEGIN:VJOURNAL"u8.ToArray(),
        "BEGIN:VFREEBUSY"u8.ToArray(),
        "BEGIN:VTIMEZONE"u8.ToArray(),
    ];

    /// <inheritdoc/>
    public string Name => "ICS";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".ics", ".ical", ".ifb", ".vcs"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        ByteOrderMark mark = ByteOrderMark.Of(head);
        ReadOnlySpan<byte> text = head[mark.Length..];
        if (mark.Utf16 is { } encoding)
        {
            text = Encoding.UTF8.GetBytes(encoding.GetString(text));
        }

        text = text.TrimStart(" \t\r\n"u8);
        foreach (byte[] beginning in Beginnings)
        {
            if (text.Length >= beginning.Length && Ascii.EqualsIgnoreCase(text[..beginning.Length], beginning))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public IItemReader OpenReader(Stream stream, ReadOptions options) => new ICalendarReader(stream, options, Environment.ProcessorCount);

    /// <inheritdoc/>
    public IItemWriter OpenWriter(Stream stream, CalendarInfo info, WriteOptions options) => new ICalendarWriter(stream, info, options);

    /// <inheritdoc/>
    public IReadOnlyList<Finding> FindLosses(Item item, WriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(item);
        return MessageLoss.Find(item);
    }
}

using System.Globalization;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.TimeZones;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>Writes VTIMEZONE components (RFC 5545 §3.6.5).</summary>
internal sealed class TimeZoneWriter(LineWriter lines)
{
    private const string Moment = "yyyyMMdd'T'HHmmss";

    /// <summary>Writes a zone by its rules.</summary>
    public void Write(string name, IReadOnlyList<Observance> observances)
    {
        lines.Write("BEGIN:VTIMEZONE"u8);
        lines.Write("TZID:" + TextValue.Encode(name));
        foreach (Observance observance in observances)
        {
            Write(observance);
        }

        lines.Write("END:VTIMEZONE"u8);
    }

    /// <summary>Writes a zone as it was read.</summary>
    /// <param name="name">The name to give it.</param>
    /// <param name="definition">The component.</param>
    public void Write(string name, Component definition)
    {
        foreach (ref readonly ContentLine line in definition.Lines)
        {
            if (line is { Property: PropertyId.TimeZoneId, Depth: 1 })
            {
                lines.Write("TZID:" + TextValue.Encode(name));
            }
            else
            {
                lines.Write(definition.Line(in line));
            }
        }
    }

    private void Write(Observance observance)
    {
        string kind = observance.IsDaylight ? "DAYLIGHT" : "STANDARD";
        lines.Write("BEGIN:" + kind);
        lines.Write("DTSTART:" + observance.Start.ToString(Moment, CultureInfo.InvariantCulture));
        lines.Write("TZOFFSETFROM:" + Format(observance.OffsetFrom));
        lines.Write("TZOFFSETTO:" + Format(observance.OffsetTo));
        if (observance.Name is { } name)
        {
            lines.Write("TZNAME:" + TextValue.Encode(name));
        }

        if (observance.Rule is { } rule)
        {
            lines.Write("RRULE:" + rule);
        }

        // One line each, the first onset among them where no rule names it: ical.js reads one date a line, and then not DTSTART.
        IEnumerable<DateTime> dates = observance.Dates.Count > 0 && observance.Rule is null ? observance.Dates.Prepend(observance.Start) : observance.Dates;
        foreach (DateTime date in dates)
        {
            lines.Write("RDATE:" + date.ToString(Moment, CultureInfo.InvariantCulture));
        }

        lines.Write("END:" + kind);
    }

    private static string Format(TimeSpan offset)
        => (offset < TimeSpan.Zero ? "-" : "+")
            + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}

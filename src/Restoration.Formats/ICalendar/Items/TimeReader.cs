using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Reads the dates and date-times of properties (RFC 5545 §3.3.4, §3.3.5, §3.2.19).</summary>
internal static class TimeReader
{
    /// <summary>The zone that the parameters of a property name; null if they name none.</summary>
    public static NamedZone? ZoneOf(Component component, in ContentLine line, ZoneScope zones)
    {
        if (!line.HasParameters)
        {
            return null;
        }

        ReadOnlySpan<byte> name = ParameterReader.Find(component.Parameters(in line), "TZID"u8);
        return name.Trim((byte)' ').IsEmpty ? null : zones.Find(name);
    }

    /// <summary>The time that a value stands for. A Z makes it UTC and a missing time a date, whatever the parameters say.</summary>
    public static CalendarTime Resolve(in TimeValue value, NamedZone? zone) => value switch
    {
        { IsDate: true } => CalendarTime.OfDate(DateOnly.FromDateTime(value.Local)),
        { IsUtc: true } => CalendarTime.OfUtc(value.Local),
        _ when zone is null => CalendarTime.OfFloating(value.Local),
        _ => zone.At(value.Local),
    };

    /// <summary>Reads the only value of a property.</summary>
    /// <returns>Null if it is no time.</returns>
    public static ZonedTime? Read(Component component, in ContentLine line, ZoneScope zones)
    {
        if (!TimeValue.TryParse(component.Value(in line), out TimeValue value))
        {
            return null;
        }

        NamedZone? zone = null;
        bool saysDate = false;
        if (line.HasParameters)
        {
            bool hasZone = value.IsDate || value.IsUtc;
            ParameterReader parameters = new(component.Parameters(in line));
            while (parameters.MoveNext())
            {
                if (parameters.Is("TZID"u8))
                {
                    // The first counts, be it empty.
                    ReadOnlySpan<byte> name = QuotedText.Unquote(parameters.Values);
                    zone ??= hasZone || name.Trim((byte)' ').IsEmpty ? null : zones.Find(name);
                    hasZone = true;
                }
                else
                {
                    saysDate |= parameters.Is("VALUE"u8) && Ascii.EqualsIgnoreCase(QuotedText.Unquote(parameters.Values), "DATE"u8);
                }
            }
        }

        TimeFault fault = saysDate && !value.IsDate ? TimeFault.FalseDate
            : value.IsDate && !saysDate ? TimeFault.UnsaidDate
            : value.IsExact ? TimeFault.None
            : TimeFault.Form;
        return new ZonedTime(Resolve(in value, zone), zone) { Fault = fault };
    }

    /// <summary>Reads an instant, such as DTSTAMP. Without a Z it counts as UTC, which these properties have to be in.</summary>
    /// <returns>Null if it is no time.</returns>
    public static DateTimeOffset? ReadInstant(Component component, in ContentLine line, ZoneScope zones)
        => TimeValue.TryParse(component.Value(in line), out TimeValue value) && (value.IsUtc || !line.HasParameters)
            ? new DateTimeOffset(value.Local, TimeSpan.Zero)
            : Read(component, in line, zones)?.Time.SortKey;
}

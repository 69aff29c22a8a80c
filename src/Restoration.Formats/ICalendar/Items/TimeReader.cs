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

        NamedZone? zone = ZoneOf(component, in line, zones);
        return new ZonedTime(Resolve(in value, zone), value.IsDate || value.IsUtc ? null : zone);
    }

    /// <summary>Reads an instant, such as DTSTAMP. Without a Z it counts as UTC, which these properties have to be in.</summary>
    /// <returns>Null if it is no time.</returns>
    public static DateTimeOffset? ReadInstant(Component component, in ContentLine line, ZoneScope zones)
        => Read(component, in line, zones)?.Time.SortKey;

    /// <summary>What is against the rules in how a date property is written; null if nothing is.</summary>
    public static string? FindFault(Component component, in ContentLine line)
    {
        if (!TimeValue.TryParse(component.Value(in line), out TimeValue value))
        {
            return "is no date";
        }

        ReadOnlySpan<byte> type = line.HasParameters ? ParameterReader.Find(component.Parameters(in line), "VALUE"u8) : default;
        bool saysDate = Ascii.EqualsIgnoreCase(type, "DATE"u8);
        if (saysDate && !value.IsDate)
        {
            return "says VALUE=DATE but has a time, which was kept";
        }

        if (!saysDate && value.IsDate)
        {
            return "is a date but does not say VALUE=DATE";
        }

        return value.IsExact ? null : "is not written as the rules have it";
    }
}

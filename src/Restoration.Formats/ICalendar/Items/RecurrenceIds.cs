using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>RECURRENCE-ID in the form of <see cref="ItemKey.RecurrenceId"/>.</summary>
internal static class RecurrenceIds
{
    /// <summary>The id of an override; null for everything else.</summary>
    public static string? Read(PropertyIndex properties, ZoneScope zones)
    {
        if (!properties.Has(PropertyId.RecurrenceId))
        {
            return null;
        }

        return TimeReader.Read(properties.Component, in properties[PropertyId.RecurrenceId], zones) is { } time
            ? Format(time.Time)
            : Encoding.UTF8.GetString(properties.Value(PropertyId.RecurrenceId)).Trim();
    }

    /// <summary>A UTC instant, a date or a floating time.</summary>
    public static string Format(CalendarTime time)
        => (time.Instant is { } instant
            ? new TimeValue(instant.UtcDateTime, IsDate: false, IsUtc: true)
            : new TimeValue(time.Local, time.Kind == TimeKind.Date, IsUtc: false)).ToString();
}

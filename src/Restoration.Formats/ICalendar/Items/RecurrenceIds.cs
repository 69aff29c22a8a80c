using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>RECURRENCE-ID in the form of <see cref="ItemKey.RecurrenceId"/>.</summary>
internal static class RecurrenceIds
{
    /// <summary>The id of an override; null for everything else. What is no time stands as it was written.</summary>
    public static string? Read(PropertyIndex properties, in ItemTimes times)
        => times.RecurrenceId is { } time ? Format(time.Time)
            : properties.Has(PropertyId.RecurrenceId) ? Encoding.UTF8.GetString(properties.Value(PropertyId.RecurrenceId)).Trim()
            : null;

    /// <summary>A UTC instant, a date or a floating time.</summary>
    public static string Format(CalendarTime time)
        => (time.Instant is { } instant
            ? new TimeValue(instant.UtcDateTime, IsDate: false, IsUtc: true)
            : new TimeValue(time.Local, time.Kind == TimeKind.Date, IsUtc: false)).ToString();
}

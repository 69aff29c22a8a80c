using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>When a component starts and ends, by the rules for what is missing (RFC 5545 §3.6.1, §3.6.2).</summary>
/// <param name="Start">DTSTART.</param>
/// <param name="End">DTEND, DUE, or DTSTART plus DURATION; for events without them the end of the day, or the start.</param>
/// <param name="RecurrenceId">RECURRENCE-ID.</param>
/// <param name="IsAllDay">Whether it lasts whole days.</param>
internal readonly record struct ItemTimes(ZonedTime? Start, ZonedTime? End, ZonedTime? RecurrenceId, bool IsAllDay)
{
    /// <summary>Whether it ends before it starts.</summary>
    public bool IsReversed => Start is { } start && End is { } end && end.Time.SortKey < start.Time.SortKey;

    /// <summary>Whether a time is in a zone that nobody knows.</summary>
    public bool HasUnknownZone => Start?.Zone is { Zone: null } || End?.Zone is { Zone: null } || RecurrenceId?.Zone is { Zone: null };

    /// <summary>Reads the times of a component.</summary>
    public static ItemTimes Read(PropertyIndex properties, ZoneScope zones)
    {
        Component component = properties.Component;
        ZonedTime? start = properties.Has(PropertyId.Start) ? TimeReader.Read(component, in properties[PropertyId.Start], zones) : null;
        ZonedTime? end = ReadEnd(properties, zones, start);
        bool isAllDay = start?.Time.Kind == TimeKind.Date || (IsMidnightToMidnight(start?.Time, end?.Time) && SaysAllDay(properties));
        ZonedTime? recurrenceId = properties.Has(PropertyId.RecurrenceId) ? TimeReader.Read(component, in properties[PropertyId.RecurrenceId], zones) : null;
        return new ItemTimes(start, end, recurrenceId, isAllDay);
    }

    /// <summary>The property that says when a component of this kind ends.</summary>
    public static PropertyId EndOf(Component component) => ComponentNames.IsTask(component.Name) ? PropertyId.Due : PropertyId.End;

    private static ZonedTime? ReadEnd(PropertyIndex properties, ZoneScope zones, ZonedTime? start)
    {
        PropertyId end = EndOf(properties.Component);
        if (properties.Has(end) && TimeReader.Read(properties.Component, in properties[end], zones) is { } written)
        {
            return written;
        }

        if (start is not { } begun)
        {
            return null;
        }

        if (DurationValue.TryParse(properties.Value(PropertyId.Duration), out DurationValue duration))
        {
            return begun.Add(in duration);
        }

        if (!ComponentNames.IsEvent(properties.Component.Name))
        {
            return null;
        }

        return begun.Time.Kind == TimeKind.Date ? begun.Add(new DurationValue(1, TimeSpan.Zero)) : begun;
    }

    // Outlook and Exchange write all-day events as times from midnight to midnight too; the mark alone says nothing.
    private static bool IsMidnightToMidnight(CalendarTime? start, CalendarTime? end)
        => start is { } from && end is { } to && from.Local.TimeOfDay == TimeSpan.Zero && to.Local.TimeOfDay == TimeSpan.Zero && to.Local > from.Local;

    private static bool SaysAllDay(PropertyIndex properties)
        => System.Text.Ascii.EqualsIgnoreCase(properties.Value(PropertyId.AllDayEvent).Trim((byte)' '), "TRUE"u8);
}

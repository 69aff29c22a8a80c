using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;
using ItemRecurrence = Restoration.Items.Recurrence;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Reads how a component recurs (RFC 5545 §3.8.5).</summary>
internal static class RecurrenceReader
{
    /// <summary>Rules and dates as they were written; null for a component that has none.</summary>
    public static ItemRecurrence? Read(PropertyIndex properties, ZoneScope zones)
    {
        List<string> rules = [];
        List<string> exceptionRules = [];
        List<CalendarTime> dates = [];
        List<RecurrencePeriod> periods = [];
        List<CalendarTime> exceptionDates = [];
        Component component = properties.Component;
        foreach (ref readonly ContentLine line in component.Lines)
        {
            switch (line)
            {
                case { Depth: 1, Property: PropertyId.RecurrenceRule }:
                    rules.Add(Encoding.UTF8.GetString(component.Value(in line)));
                    break;
                case { Depth: 1, Property: PropertyId.ExceptionRule }:
                    exceptionRules.Add(Encoding.UTF8.GetString(component.Value(in line)));
                    break;
                case { Depth: 1, Property: PropertyId.RecurrenceDates }:
                    AddDates(component, in line, zones, dates, periods);
                    break;
                case { Depth: 1, Property: PropertyId.ExceptionDates }:
                    AddDates(component, in line, zones, exceptionDates, periods: null);
                    break;
            }
        }

        return rules.Count + exceptionRules.Count + dates.Count + periods.Count + exceptionDates.Count == 0
            ? null
            : new ItemRecurrence { Rules = rules, ExceptionRules = exceptionRules, Dates = dates, Periods = periods, ExceptionDates = exceptionDates };
    }

    private static void AddDates(Component component, in ContentLine line, ZoneScope zones, List<CalendarTime> dates, List<RecurrencePeriod>? periods)
    {
        NamedZone? zone = TimeReader.ZoneOf(component, in line, zones);
        ReadOnlySpan<byte> rest = component.Value(in line);
        while (TextValue.TryTake(ref rest, out ReadOnlySpan<byte> raw))
        {
            int slash = raw.IndexOf((byte)'/');
            if (!TimeValue.TryParse(slash < 0 ? raw : raw[..slash], out TimeValue value))
            {
                continue;
            }

            ZonedTime start = new(TimeReader.Resolve(in value, zone), zone);
            if (slash >= 0 && periods is not null && PeriodEnd.TryRead(raw[(slash + 1)..], start, out CalendarTime end))
            {
                periods.Add(new RecurrencePeriod(start.Time, end));
            }
            else
            {
                dates.Add(start.Time);
            }
        }
    }
}

using Restoration.Formats.ICalendar.Zones;
using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Makes what is needed to work out when a component takes place.</summary>
internal static class SeriesReader
{
    /// <summary>The component with all its occurrences; overrides are items of their own and not among them.</summary>
    public static Series Read(PropertyIndex properties, in ItemTimes times, ZoneScope zones)
    {
        Appointment master = new()
        {
            Start = times.Start?.Time,
            End = times.End?.Time,
            Duration = AppointmentDecoder.ReadDuration(properties),
            IsAllDay = times.IsAllDay,
            Recurrence = RecurrenceReader.Read(properties, zones),
        };
        return new Series(master, [], times.Start?.Zone?.Zone);
    }
}

using Restoration.Formats.ICalendar.Zones;

namespace Restoration.Formats.ICalendar.Items;

internal sealed record SeriesReader(DateTimeOffset? LastEnd)
{
    public static SeriesReader Read(PropertyIndex properties, in ItemTimes times, ZoneScope zones) => new(properties.IsEmpty || times.IsAllDay || zones.HasDefinitions ? null : (DateTimeOffset?)null);
}

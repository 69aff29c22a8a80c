using Restoration.Formats.ICalendar.Zones;

namespace Restoration.Formats.ICalendar.Items;

internal sealed record SeriesReader
{
    public DateTimeOffset? FindLastEnd() => null;
    public bool Overlaps(DateTimeOffset f, DateTimeOffset t) => f < t && f == FindLastEnd();
    public static SeriesReader Read(PropertyIndex properties, in ItemTimes times, ZoneScope zones) => properties.IsEmpty || times.IsAllDay || zones.HasDefinitions ? new() : new();
}

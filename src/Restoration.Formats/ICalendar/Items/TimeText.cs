using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Writes times as properties have them.</summary>
internal static class TimeText
{
    /// <summary>
    /// Parameters and value, such as <c>;TZID=Europe/Berlin:20261103T090000</c>. A time whose zone has an offset but no name that
    /// the world knows is written in UTC: nothing would define the zone.
    /// </summary>
    public static string Format(CalendarTime time)
    {
        string? zone = ZoneOf(time);
        return time switch
        {
            { Kind: TimeKind.Date } => $";VALUE=DATE:{new TimeValue(time.Local, IsDate: true, IsUtc: false)}",
            { Kind: TimeKind.Utc } => $":{new TimeValue(time.Local, IsDate: false, IsUtc: true)}",
            { Kind: TimeKind.Zoned } when zone is not null => $";TZID={ParameterText.Encode(zone)}:{new TimeValue(time.Local, IsDate: false, IsUtc: false)}",
            { Instant: { } instant } => $":{new TimeValue(instant.UtcDateTime, IsDate: false, IsUtc: true)}",
            _ => $":{new TimeValue(time.Local, IsDate: false, IsUtc: false)}",
        };
    }

    /// <summary>A PERIOD (RFC 5545 §3.3.9), such as <c>;VALUE=PERIOD:20261103T080000Z/PT1H</c>.</summary>
    public static string Format(RecurrencePeriod period)
    {
        TimeSpan length = period.End.SortKey - period.Start.SortKey;
        return ";VALUE=PERIOD" + Format(period.Start) + "/" + DurationText.Format(length);
    }

    private static string? ZoneOf(CalendarTime time)
    {
        string? name = !string.IsNullOrWhiteSpace(time.TimeZone) ? time.TimeZone : time.IanaTimeZone;
        return time.Offset is null || TimeZoneCatalog.Default.Find(name) is not null ? name : null;
    }
}

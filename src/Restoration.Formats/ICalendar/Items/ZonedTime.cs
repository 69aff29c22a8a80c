using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.ICalendar.Zones;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>A time with the zone that it is reckoned in.</summary>
/// <param name="Time">The time.</param>
/// <param name="Zone">The zone; null for dates, for UTC and for floating times.</param>
internal sealed record ZonedTime(CalendarTime Time, NamedZone? Zone)
{
    /// <summary>What is against the rules in how it is written.</summary>
    public TimeFault Fault { get; init; }

    /// <summary>The time after a duration: days by the clock, the rest exactly (RFC 5545 §3.3.6). It stays inside the calendar.</summary>
    public ZonedTime Add(in DurationValue duration) => this with { Time = Shift(in duration) };

    private CalendarTime Shift(in DurationValue duration)
    {
        DateTime day = Shift(Time.Local, duration.Days * TimeSpan.TicksPerDay);
        if (Time.Kind == TimeKind.Date)
        {
            return CalendarTime.OfDate(DateOnly.FromDateTime(Shift(day, duration.Exact.Ticks)));
        }

        if (Zone?.Zone is null)
        {
            DateTime local = Shift(day, duration.Exact.Ticks);
            return Time.Kind switch
            {
                TimeKind.Utc => CalendarTime.OfUtc(local),
                TimeKind.Zoned => CalendarTime.OfZone(local, null, Time.TimeZone!, null),
                _ => CalendarTime.OfFloating(local),
            };
        }

        CalendarTime shifted = Zone.At(day);
        return duration.Exact == TimeSpan.Zero
            ? shifted
            : Zone.AtInstant(Shift(shifted.Instant!.Value.UtcDateTime, duration.Exact.Ticks));
    }

    // Both are at most ten thousand years long, which together no long overflows.
    private static DateTime Shift(DateTime time, long ticks) => new(Math.Clamp(time.Ticks + ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}

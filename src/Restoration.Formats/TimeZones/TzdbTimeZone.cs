using NodaTime;
using NodaTime.TimeZones;

namespace Restoration.Formats.TimeZones;

/// <summary>A zone of the tz database.</summary>
internal sealed class TzdbTimeZone(DateTimeZone zone) : CalendarTimeZone
{
    private static readonly long Earliest = DateTime.MinValue.Ticks;
    private static readonly long Latest = DateTime.MaxValue.Ticks;

    public override string IanaName => zone.Id;

    /// <summary>The zone as the tz database has it.</summary>
    public DateTimeZone Zone => zone;

    private protected override ZoneSpan Find(long utc)
    {
        Instant instant = ToInstant(Math.Clamp(utc, Earliest, Latest));
        ZoneInterval interval = zone.GetZoneInterval(instant);
        long offset = interval.WallOffset.Ticks;

        // The database splits a stretch of one offset where only its name or its savings change. That does no harm here.
        bool hasStart = interval.HasStart && interval.Start > ToInstant(Earliest);
        bool hasEnd = interval.HasEnd && interval.End <= ToInstant(Latest);
        return ZoneSpan.Between(
            hasStart ? ToTicks(interval.Start) : long.MinValue,
            hasStart ? zone.GetUtcOffset(interval.Start - Duration.Epsilon).Ticks : offset,
            offset,
            hasEnd ? ToTicks(interval.End) : long.MaxValue,
            hasEnd ? zone.GetUtcOffset(interval.End).Ticks : offset);
    }

    private static Instant ToInstant(long ticks) => Instant.FromUnixTimeTicks(ticks - DateTime.UnixEpoch.Ticks);

    private static long ToTicks(Instant instant) => instant.ToUnixTimeTicks() + DateTime.UnixEpoch.Ticks;
}

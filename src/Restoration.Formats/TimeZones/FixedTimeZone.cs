namespace Restoration.Formats.TimeZones;

/// <summary>A zone whose clocks never change.</summary>
internal sealed class FixedTimeZone(TimeSpan offset, string? ianaName) : CalendarTimeZone
{
    private readonly ZoneSpan _always = new(long.MinValue, long.MaxValue, long.MinValue, long.MaxValue, offset.Ticks);

    public override string? IanaName => ianaName;

    private protected override ZoneSpan Find(long utc) => _always;
}

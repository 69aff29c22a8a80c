using NodaTime;
using NodaTime.TimeZones;

namespace Restoration.Formats.TimeZones;

/// <summary>A change of the clocks in the tz database.</summary>
/// <param name="Interval">The time after it.</param>
/// <param name="Before">The offset before it.</param>
internal sealed record ClockChange(ZoneInterval Interval, Offset Before)
{
    /// <summary>When, by the clock before it.</summary>
    public DateTime Local { get; } = Interval.Start.WithOffset(Before).LocalDateTime.ToDateTimeUnspecified();

    /// <summary>Equal for changes that one observance can describe.</summary>
    public object Kind => (Before, Interval.WallOffset, Interval.Savings > Offset.Zero, Interval.Name);

    /// <summary>An observance that begins with this change.</summary>
    public Observance ToObservance() => new(Local, Before.ToTimeSpan(), Interval.WallOffset.ToTimeSpan())
    {
        IsDaylight = Interval.Savings > Offset.Zero,
        Name = Interval.Name,
    };
}

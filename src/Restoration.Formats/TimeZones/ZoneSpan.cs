namespace Restoration.Formats.TimeZones;

/// <summary>
/// A stretch of time in which a zone keeps one offset, in ticks of <see cref="DateTime"/>. Every instant and every clock
/// reading belongs to exactly one span of a zone: a reading in a gap to the span before it, one in an overlap to the first.
/// </summary>
/// <param name="UtcStart">The first instant; <see cref="long.MinValue"/> if the span has no beginning.</param>
/// <param name="UtcEnd">The instant after the last; <see cref="long.MaxValue"/> if it has no end.</param>
/// <param name="LocalStart">The first clock reading that belongs to the span.</param>
/// <param name="LocalEnd">The clock reading after the last.</param>
/// <param name="Offset">The offset from UTC, in ticks.</param>
internal sealed record ZoneSpan(long UtcStart, long UtcEnd, long LocalStart, long LocalEnd, long Offset)
{
    /// <summary>Makes a span from its borders and the offsets on both sides of them.</summary>
    public static ZoneSpan Between(long utcStart, long offsetBefore, long offset, long utcEnd, long offsetAfter)
        => new(utcStart, utcEnd, Border(utcStart, offsetBefore, offset), Border(utcEnd, offset, offsetAfter), offset);

    public bool HoldsUtc(long utc) => utc >= UtcStart && utc < UtcEnd;

    public bool HoldsLocal(long local) => local >= LocalStart && local < LocalEnd;

    // When the clock is put forward, the readings that it skips still count from before; when it is put back, those that
    // come twice count from before too. Either way the new offset begins where the larger one ends.
    private static long Border(long utc, long before, long after)
        => utc is long.MinValue or long.MaxValue ? utc : utc + Math.Max(before, after);
}

namespace Restoration.Formats.TimeZones;

/// <summary>
/// A time zone that a calendar names: one of the tz database, or one that the file defines by its own rules.
/// Safe to use from several threads.
/// </summary>
public abstract class CalendarTimeZone
{
    // What was asked for last is what will be asked for next. Spans are immutable and replaced as a whole,
    // so no thread sees half of one.
    private ZoneSpan? _last;

    // And what was asked for lately: the spans of some fifty years around.
    private readonly ZoneSpan?[] _lately = new ZoneSpan?[512];

    private protected CalendarTimeZone()
    {
    }

    /// <summary>The name in the tz database; null for a zone that only the file defines.</summary>
    public abstract string? IanaName { get; }

    /// <summary>
    /// The offset of a clock reading from UTC. In a gap the offset before it applies, in an overlap the first of the two
    /// (RFC 5545 §3.3.5).
    /// </summary>
    public TimeSpan OffsetOfLocal(DateTime local) => new(SpanOfLocal(local.Ticks).Offset);

    /// <summary>The offset that holds at an instant.</summary>
    /// <param name="utc">The instant, as a clock reading in UTC.</param>
    public TimeSpan OffsetOfUtc(DateTime utc) => new(SpanOfUtc(utc.Ticks).Offset);

    /// <summary>The span that an instant belongs to.</summary>
    internal ZoneSpan SpanOfUtc(long utc)
    {
        ZoneSpan? last = _last;
        return last is not null && last.HoldsUtc(utc) ? last : _last = Recall(utc);
    }

    /// <summary>The span that a clock reading belongs to.</summary>
    internal ZoneSpan SpanOfLocal(long local)
    {
        ZoneSpan? last = _last;
        if (last is not null && last.HoldsLocal(local))
        {
            return last;
        }

        ZoneSpan span = Recall(local);
        while (local < span.LocalStart)
        {
            span = Recall(span.UtcStart - 1);
        }

        while (local >= span.LocalEnd)
        {
            span = Recall(span.UtcEnd);
        }

        return _last = span;
    }

    /// <summary>Looks a span up by an instant that belongs to it.</summary>
    private protected abstract ZoneSpan Find(long utc);

    private ZoneSpan Recall(long utc)
    {
        // 2^45 ticks are forty days.
        ref ZoneSpan? place = ref _lately[(utc >> 45) & (_lately.Length - 1)];
        ZoneSpan? span = place;
        return span is not null && span.HoldsUtc(utc) ? span : place = Find(utc);
    }
}

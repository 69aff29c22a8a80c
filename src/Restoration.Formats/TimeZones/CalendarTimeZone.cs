namespace Restoration.Formats.TimeZones;

/// <summary>
/// A time zone that a calendar names: one of the tz database, or one that the file defines by its own rules.
/// Safe to use from several threads.
/// </summary>
public abstract class CalendarTimeZone
{
    // What was asked for last is what will be asked for next. The span is immutable and replaced as a whole,
    // so no thread sees half of one.
    private ZoneSpan? _last;

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
        return last is not null && last.HoldsUtc(utc) ? last : Remember(Find(utc));
    }

    /// <summary>The span that a clock reading belongs to.</summary>
    internal ZoneSpan SpanOfLocal(long local)
    {
        ZoneSpan? last = _last;
        if (last is not null && last.HoldsLocal(local))
        {
            return last;
        }

        ZoneSpan span = Find(local);
        while (local < span.LocalStart)
        {
            span = Find(span.UtcStart - 1);
        }

        while (local >= span.LocalEnd)
        {
            span = Find(span.UtcEnd);
        }

        return Remember(span);
    }

    /// <summary>Looks a span up by an instant that belongs to it.</summary>
    private protected abstract ZoneSpan Find(long utc);

    private ZoneSpan Remember(ZoneSpan span)
    {
        _last = span;
        return span;
    }
}

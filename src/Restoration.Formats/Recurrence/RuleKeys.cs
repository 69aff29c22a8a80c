using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// Steps through the moments of one rule on a series' clock, in order and without repetition. Where the clock is put forward,
/// a reading that it skips stands for the moment that the offset before the gap gives (RFC 5545 §3.3.5, §3.8.5.3): 02:30 becomes 03:30,
/// the next one is normal again, and should the rule name 03:30 too, both are one.
/// </summary>
internal sealed class RuleKeys
{
    private readonly RuleCursor _cursor;
    private readonly SeriesClock _clock;
    private readonly long _fraction;
    private readonly long _from;
    private readonly long _last;

    // Moments from a gap: they come after readings that are later on the clock, but earlier in time.
    private Queue<long>? _moved;
    private long _next;
    private bool _hasNext;
    private bool _isStarted;

    /// <summary>Begins.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">DTSTART.</param>
    /// <param name="clock">The series' clock.</param>
    /// <param name="from">The first key that counts.</param>
    /// <param name="last">The last key that counts.</param>
    public RuleKeys(RecurrenceRule rule, CalendarTime start, SeriesClock clock, long from, long last)
    {
        _clock = clock;
        _from = from;
        _fraction = clock.IsDate ? 0 : start.Local.Ticks % TimeSpan.TicksPerSecond;
        (_last, long lastReading) = Until(rule, clock, last);
        _cursor = RuleCursor.Over(rule, start.Local.Ticks / TimeSpan.TicksPerSecond, clock.IsDate, lastReading);
    }

    public long Current { get; private set; }

    public bool MoveNext()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            if (_from > DateTime.MinValue.Ticks)
            {
                _cursor.Seek(Seconds(_clock.FirstReading(_from)));
            }

            Step();
        }

        while (_hasNext || _moved is { Count: > 0 })
        {
            long key = Take();
            if (key > _last)
            {
                return false;
            }

            if (key >= _from)
            {
                Current = key;
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the last key without stepping through those before it.</summary>
    /// <param name="last">The key; null if the rule names no moment at all.</param>
    /// <returns>False if the rule has no end, or one that is too far away to look for.</returns>
    public bool TryFindLast(out long? last)
    {
        bool hasEnd = _cursor.TryFindLast(out long? reading);
        last = reading is null ? null : _clock.KeyOfReading((reading.Value * TimeSpan.TicksPerSecond) + _fraction);
        return hasEnd;
    }

    // The smaller of what comes next by the clock and what was moved out of a gap; one of two that are the same.
    private long Take()
    {
        if (_moved is not { Count: > 0 })
        {
            long key = _next;
            Step();
            return key;
        }

        long moved = _moved.Peek();
        if (_hasNext && _next < moved)
        {
            long key = _next;
            Step();
            return key;
        }

        _moved.Dequeue();
        if (_hasNext && _next == moved)
        {
            Step();
        }

        return moved;
    }

    // Takes the next reading that the clock shows, and puts those that it skips aside.
    private void Step()
    {
        while (_hasNext = _cursor.MoveNext())
        {
            long reading = (_cursor.Current * TimeSpan.TicksPerSecond) + _fraction;
            long key = _clock.KeyOfReading(reading);
            if (!_clock.IsInstant || _clock.ReadingAt(key) == reading)
            {
                _next = key;
                return;
            }

            _moved ??= new Queue<long>();
            _moved.Enqueue(key);
        }
    }

    private static (long Key, long ReadingInSeconds) Until(RecurrenceRule rule, SeriesClock clock, long last)
    {
        long lastReading = last >= DateTime.MaxValue.Ticks ? RuleCursor.EndOfTime : Seconds(clock.LastReading(last));
        if (rule.Until is not { } until)
        {
            return (last, lastReading);
        }

        if (clock.IsDate || until.Kind == TimeKind.Date)
        {
            // A day is meant as a whole, by the clock of the series.
            long day = Seconds(until.Local.Date.Ticks);
            return (last, Math.Min(lastReading, day + CalendarDays.SecondsPerDay - 1));
        }

        if (until.Kind == TimeKind.Utc && clock.IsInstant)
        {
            long key = Math.Min(last, until.Local.Ticks);
            return (key, Math.Min(lastReading, Seconds(clock.LastReading(key))));
        }

        return (last, Math.Min(lastReading, Seconds(until.Local.Ticks)));
    }

    private static long Seconds(long ticks) => (ticks - CalendarDays.Modulo(ticks, TimeSpan.TicksPerSecond)) / TimeSpan.TicksPerSecond;
}

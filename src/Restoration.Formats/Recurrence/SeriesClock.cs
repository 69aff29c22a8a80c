using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// The clock that a series runs by. On it every moment is one number, its key: the instant in UTC ticks for series that are bound
/// to instants, the reading itself for dates and floating times, which count as if they were UTC. Keys order and compare.
/// </summary>
internal sealed class SeriesClock
{
    private static readonly FixedTimeZone Utc = new(TimeSpan.Zero, "Etc/UTC");

    private readonly CalendarTime _like;
    private readonly CalendarTimeZone? _zone;
    private readonly TimeSpan _timeOfDay;

    private SeriesClock(CalendarTime like, CalendarTimeZone? zone)
    {
        _like = like;
        _zone = zone;
        _timeOfDay = like.Local.TimeOfDay;
    }

    /// <summary>Whether the series is one of days.</summary>
    public bool IsDate => _like.Kind == TimeKind.Date;

    /// <summary>Whether keys are instants.</summary>
    public bool IsInstant => _zone is not null;

    /// <summary>The clock of a series that starts at a time.</summary>
    /// <param name="start">The start.</param>
    /// <param name="zone">Its zone, if the file defines it; otherwise the zone is looked up by its name.</param>
    public static SeriesClock Of(CalendarTime start, CalendarTimeZone? zone) => start.Kind switch
    {
        TimeKind.Utc => new SeriesClock(start, Utc),
        TimeKind.Zoned => new SeriesClock(
            start,
            zone ?? TimeZoneCatalog.Default.Find(start.IanaTimeZone ?? start.TimeZone)
                ?? (start.Offset is { } offset ? new FixedTimeZone(offset, null) : null)),
        _ => new SeriesClock(start, null),
    };

    /// <summary>The key of a clock reading. A reading in a gap has that of the offset before it, one in an overlap the first.</summary>
    public long KeyOfReading(long local) => _zone is null ? local : local - _zone.SpanOfLocal(local).Offset;

    /// <summary>The reading at a key, as the clock really shows it.</summary>
    public long ReadingAt(long key) => _zone is null ? key : key + _zone.SpanOfUtc(key).Offset;

    /// <summary>The key of any time on this clock: a date stands for the start's time on that day, a floating time is read off this clock.</summary>
    public long KeyOf(CalendarTime time)
    {
        if (IsDate)
        {
            return time.Local.Date.Ticks;
        }

        if (time.Kind == TimeKind.Date)
        {
            return KeyOfReading((time.Local.Date + _timeOfDay).Ticks);
        }

        if (_zone is null || time.Offset is not { } offset)
        {
            return KeyOfReading(time.Local.Ticks);
        }

        // In the series' own zone the reading counts where the offset that came with it is not the zone's.
        long key = time.Local.Ticks - offset.Ticks;
        return time.TimeZone != _like.TimeZone || _zone.SpanOfUtc(key).Offset == offset.Ticks ? key : KeyOfReading(time.Local.Ticks);
    }

    /// <summary>The first reading that can have this key or a later one.</summary>
    public long FirstReading(long key)
    {
        // Within a day after the clock was put forward, a skipped reading may stand for this key.
        long dayBefore = key - TimeSpan.TicksPerDay;
        return Math.Min(ReadingAt(key), ReadingAt(dayBefore) + TimeSpan.TicksPerDay);
    }

    /// <summary>The last reading that can have this key or an earlier one.</summary>
    public long LastReading(long key)
    {
        if (_zone is null)
        {
            return key;
        }

        // Where the clock was put back, the last readings before are later than those that follow.
        ZoneSpan span = _zone.SpanOfUtc(key);
        return Math.Max(key + span.Offset, span.UtcStart == long.MinValue ? long.MinValue : span.LocalStart - 1);
    }

    /// <summary>The time at a key, of the same kind and zone as the series.</summary>
    public CalendarTime TimeAt(long key)
    {
        switch (_like.Kind)
        {
            case TimeKind.Date:
                return CalendarTime.OfDate(DateOnly.FromDateTime(At(key)));
            case TimeKind.Utc:
                return CalendarTime.OfUtc(At(key));
            case TimeKind.Zoned when _zone is not null:
                long offset = _zone.SpanOfUtc(key).Offset;
                return CalendarTime.OfZone(At(key + offset), new TimeSpan(offset), _like.TimeZone!, _like.IanaTimeZone);
            case TimeKind.Zoned:
                return CalendarTime.OfZone(At(key), null, _like.TimeZone!, _like.IanaTimeZone);
            default:
                return CalendarTime.OfFloating(At(key));
        }
    }

    /// <summary>The time at a key to search by; before and after the years that a date can have, the first and the last moment.</summary>
    public static DateTimeOffset SortKeyAt(long key) => new(At(key), TimeSpan.Zero);

    private static DateTime At(long ticks) => new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
}

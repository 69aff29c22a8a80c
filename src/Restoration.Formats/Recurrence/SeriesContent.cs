using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>What a series with a start consists of, on its own clock.</summary>
internal sealed class SeriesContent
{
    private readonly CalendarTime _start;
    private readonly SeriesClock _clock;
    private readonly SeriesClock _endClock;
    private readonly Overrides _overrides;
    private readonly SeriesSegment[] _segments;

    public SeriesContent(Appointment master, CalendarTime start, IReadOnlyList<Appointment> overrides, CalendarTimeZone? zone)
    {
        _start = start;
        _clock = SeriesClock.Of(start, zone);
        _endClock = EndsElsewhere(start, master.End) && _clock.IsInstant ? SeriesClock.Of(master.End!.Value, null) : _clock;
        Set = new RecurrenceSet(master, start, _clock);
        _overrides = new Overrides(overrides, _clock, Set);
        _segments = SeriesSegment.Cut(CalendarLength.Of(master, start), _overrides.Ranges, _clock);
    }

    public RecurrenceSet Set { get; }

    /// <summary>Whether the start is an occurrence by the rules, whatever is excepted.</summary>
    public bool NamesStart => Set.NamesStart(_clock.KeyOf(_start));

    /// <summary>The occurrences that overlap an interval, in the order of their starts.</summary>
    public IEnumerable<SeriesInstance> Between(long from, long to)
    {
        if (to <= from)
        {
            return [];
        }

        return _segments.Length == 1 && _overrides.Single.Count == 0
            ? Of(_segments[0], from, to)
            : InOrder([.. _segments.Select(segment => segment.Move == 0 ? Of(segment, from, to) : Settle(Of(segment, from, to))), Overridden(from, to)]);
    }

    /// <summary>The end of the last occurrence; null if there is none.</summary>
    public long? FindLastEnd(long bound)
    {
        if (!Set.TryFindLast(bound, out long? last))
        {
            return null;
        }

        // Of an earlier segment nothing comes after the beginning of the next.
        long end = Set.LatestOwnEnd;
        foreach (SeriesSegment segment in _segments)
        {
            end = last >= segment.From ? Math.Max(end, segment.Length.EndOf(segment.StartOf(Math.Min(last.Value, segment.Last), _clock), _clock)) : end;
        }

        foreach (Appointment item in _overrides.Single)
        {
            end = Math.Max(end, Of(item).End);
        }

        return end > long.MinValue ? end : _segments[0].Length.EndOf(_clock.KeyOf(_start), _clock);
    }

    public Occurrence ToOccurrence(SeriesInstance instance)
    {
        bool isOwn = instance.Override is not null && _clock.KeyOf(instance.Override.RecurrenceId!.Value) == instance.Id;
        CalendarTime start = isOwn ? instance.Override!.Start!.Value : _clock.TimeAt(instance.Start);
        CalendarTime end = (isOwn ? instance.Override!.End : null) ?? _endClock.TimeAt(instance.End);
        CalendarTime id = isOwn ? instance.Override!.RecurrenceId!.Value : instance.Id == instance.Start ? start : _clock.TimeAt(instance.Id);
        return new Occurrence(start, end, id, instance.Override is not null, instance.Override);
    }

    private IEnumerable<SeriesInstance> Of(SeriesSegment segment, long from, long to)
    {
        // Where readings are moved, a change of the clocks may lie between the old and the new one.
        long slack = segment.Move == 0 ? 0 : TimeSpan.TicksPerDay;
        long reach = Math.Max(segment.Length.Longest, Set.LongestPeriod) + segment.Move + slack;
        long last = Math.Min(segment.Last, to - 1 - segment.Move + slack);
        foreach (long key in Set.Between(Math.Max(segment.From, from - reach), last))
        {
            if (_overrides.Covers(key))
            {
                continue;
            }

            long start = segment.StartOf(key, _clock);
            long end = Set.EndOf(key) ?? segment.Length.EndOf(start, _clock);
            SeriesInstance instance = new(key, start, Math.Max(start, end), segment.Override);
            if (instance.Overlaps(from, to))
            {
                yield return instance;
            }
        }
    }

    private IEnumerable<SeriesInstance> Overridden(long from, long to)
        => _overrides.Single.Select(Of).Where(instance => instance.Overlaps(from, to)).OrderBy(instance => instance.Start);

    private SeriesInstance Of(Appointment item)
    {
        CalendarTime start = item.Start!.Value;
        long key = _clock.KeyOf(start);
        long end = item.End is { } written ? _clock.KeyOf(written) : CalendarLength.Of(item, start).EndOf(key, _clock);
        return new SeriesInstance(_clock.KeyOf(item.RecurrenceId!.Value), key, Math.Max(key, end), item);
    }

    // Readings that were moved into a gap of the clocks come out of it by as much as a day too late.
    private static IEnumerable<SeriesInstance> Settle(IEnumerable<SeriesInstance> instances)
    {
        PriorityQueue<SeriesInstance, (long Start, long Id)> waiting = new();
        foreach (SeriesInstance instance in instances)
        {
            waiting.Enqueue(instance, (instance.Start, instance.Id));
            while (waiting.Peek().Start < instance.Start - TimeSpan.TicksPerDay)
            {
                yield return waiting.Dequeue();
            }
        }

        while (waiting.TryDequeue(out SeriesInstance last, out _))
        {
            yield return last;
        }
    }

    // Merges rows that are each in order.
    private static IEnumerable<SeriesInstance> InOrder(IReadOnlyList<IEnumerable<SeriesInstance>> rows)
    {
        PriorityQueue<IEnumerator<SeriesInstance>, (long Start, int Row)> waiting = new(rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            IEnumerator<SeriesInstance> items = rows[row].GetEnumerator();
            if (items.MoveNext())
            {
                waiting.Enqueue(items, (items.Current.Start, row));
            }
        }

        while (waiting.TryPeek(out IEnumerator<SeriesInstance>? items, out (long Start, int Row) place))
        {
            yield return items.Current;
            if (items.MoveNext())
            {
                waiting.DequeueEnqueue(items, (items.Current.Start, place.Row));
            }
            else
            {
                waiting.Dequeue();
            }
        }
    }

    private static bool EndsElsewhere(CalendarTime start, CalendarTime? end)
        => end is { Offset: not null } && (end.Value.Kind != start.Kind || end.Value.TimeZone != start.TimeZone);
}

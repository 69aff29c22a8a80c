using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// A stretch of a series with the same times: all of it, or what lies between two overrides that hold for all later occurrences
/// (RANGE=THISANDFUTURE, RFC 5545 §3.2.13). Such an override moves the later ones by as much as it moved its own.
/// </summary>
/// <param name="From">The first key, by the series' own rules.</param>
/// <param name="Last">The last key.</param>
/// <param name="Move">By how much the clock readings are moved, in ticks.</param>
/// <param name="Length">How long the occurrences last.</param>
/// <param name="Override">The override that rules here; null before the first.</param>
internal sealed record SeriesSegment(long From, long Last, long Move, CalendarLength Length, Appointment? Override)
{
    public static SeriesSegment[] Cut(CalendarLength length, IReadOnlyList<Appointment> ranges, SeriesClock clock)
    {
        SeriesSegment[] segments = new SeriesSegment[ranges.Count + 1];
        long last = long.MaxValue;
        for (int index = ranges.Count; index > 0; index--)
        {
            Appointment item = ranges[index - 1];
            long id = clock.KeyOf(item.RecurrenceId!.Value);
            long move = clock.ReadingAt(clock.KeyOf(item.Start!.Value)) - clock.ReadingAt(id);
            segments[index] = new SeriesSegment(id, last, move, CalendarLength.Of(item, item.Start.Value), item);
            last = id - 1;
        }

        segments[0] = new SeriesSegment(long.MinValue, last, 0, length, null);
        return segments;
    }

    /// <summary>Where an occurrence really starts.</summary>
    public long StartOf(long key, SeriesClock clock) => Move == 0 ? key : clock.KeyOfReading(clock.ReadingAt(key) + Move);
}

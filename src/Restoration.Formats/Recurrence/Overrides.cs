using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>The overrides of a series by the moments that they override (RFC 5545 §3.8.4.4).</summary>
internal sealed class Overrides
{
    private static readonly Dictionary<long, Appointment> None = [];

    private readonly Dictionary<long, Appointment> _byKey;
    private readonly Dictionary<long, Appointment> _byDay;
    private readonly SeriesClock _clock;

    public Overrides(IReadOnlyList<Appointment> overrides, SeriesClock clock, RecurrenceSet set)
    {
        _clock = clock;
        if (overrides.Count == 0)
        {
            _byKey = _byDay = None;
            Single = Ranges = [];
            return;
        }

        _byKey = [];
        _byDay = [];
        foreach (Appointment item in overrides)
        {
            if (item.RecurrenceId is not { } id || item.Start is not { } start)
            {
                continue;
            }

            // Some write a date to override an occurrence that has a time: the one on that day.
            bool isDay = id.Kind == TimeKind.Date && !clock.IsDate;
            Keep(isDay ? _byDay : _byKey, isDay ? id.Local.Date.Ticks : clock.KeyOf(id), item);
        }

        // An occurrence that was deleted is gone with its override.
        Single = [.. _byKey.Concat(_byDay.Select(pair => KeyValuePair.Create(clock.KeyOf(pair.Value.RecurrenceId!.Value), pair.Value)))
            .Where(pair => !set.IsExcepted(pair.Key))
            .Select(pair => pair.Value)];
        Ranges = [.. Single.Where(item => item.IsThisAndFuture).OrderBy(item => clock.KeyOf(item.RecurrenceId!.Value))];
    }

    /// <summary>Every override that is in force, each standing for its own occurrence; in no order.</summary>
    public IReadOnlyList<Appointment> Single { get; }

    /// <summary>The overrides that hold for all later occurrences too, in order.</summary>
    public IReadOnlyList<Appointment> Ranges { get; }

    /// <summary>Whether an occurrence has an override of its own.</summary>
    public bool Covers(long key)
    {
        if (_byKey.Count > 0 && _byKey.ContainsKey(key))
        {
            return true;
        }

        long reading = _byDay.Count > 0 ? _clock.ReadingAt(key) : 0;
        return _byDay.Count > 0 && _byDay.ContainsKey(reading - CalendarDays.Modulo(reading, TimeSpan.TicksPerDay));
    }

    // Of several versions the newest counts; of equals the one written last.
    private static void Keep(Dictionary<long, Appointment> overrides, long key, Appointment item)
    {
        if (!overrides.TryGetValue(key, out Appointment? other)
            || (item.Sequence, item.LastModified ?? item.Stamp ?? DateTimeOffset.MinValue)
                .CompareTo((other.Sequence, other.LastModified ?? other.Stamp ?? DateTimeOffset.MinValue)) >= 0)
        {
            overrides[key] = item;
        }
    }
}

namespace Restoration.Formats.TimeZones;

/// <summary>
/// The changes of the clocks that the observances of a VTIMEZONE bring about, worked out as far as somebody asks.
/// Safe to use from several threads.
/// </summary>
internal sealed class OnsetTable
{
    // Twice a year from 1601, where Outlook's rules begin, to the end of time. A zone that changes more often than
    // that was made up to keep the reader busy: its last offset stays.
    private const int MostOnsets = 20_000;

    private readonly object _growth = new();
    private readonly PriorityQueue<ObservanceCursor, (long Utc, int Order)> _waiting = new();
    private volatile Known _known = new([], 0, IsComplete: false);

    public OnsetTable(IReadOnlyList<Observance> observances)
    {
        foreach (Observance observance in observances)
        {
            Await(new ObservanceCursor(observance));
        }

        FirstOffset = _waiting.TryPeek(out ObservanceCursor? first, out _) ? first.OffsetFrom : 0;
    }

    /// <summary>
    /// What the clocks showed before the first onset: the TZOFFSETFROM of that onset, which says just this (RFC 5545 §3.6.5). In ticks.
    /// </summary>
    public long FirstOffset { get; }

    /// <summary>
    /// All onsets up to an instant and at least one after it, if there is one.
    /// </summary>
    /// <param name="utc">The instant, in ticks.</param>
    /// <param name="count">How many of the array's elements count.</param>
    public Onset[] UpTo(long utc, out int count)
    {
        Known known = _known;
        if (!known.Reaches(utc))
        {
            lock (_growth)
            {
                known = _known = Grow(_known, utc);
            }
        }

        count = known.Count;
        return known.Onsets;
    }

    private Known Grow(Known known, long utc)
    {
        (Onset[] onsets, int count, _) = known;
        while (!(count > 0 && onsets[count - 1].Utc > utc))
        {
            if (count >= MostOnsets || !_waiting.TryDequeue(out ObservanceCursor? next, out _))
            {
                return new Known(onsets, count, IsComplete: true);
            }

            // Readers hold the old array with the old count: what lies behind that is not theirs.
            if (count == onsets.Length)
            {
                Array.Resize(ref onsets, Math.Max(16, count * 2));
            }

            onsets[count++] = next.Current;
            Await(next);
        }

        return new Known(onsets, count, IsComplete: false);
    }

    // Where two observances begin at the same moment, the one taken last stays in force: STANDARD.
    private void Await(ObservanceCursor cursor)
    {
        if (cursor.MoveNext())
        {
            _waiting.Enqueue(cursor, (cursor.Current.Utc, cursor.IsDaylight ? 0 : 1));
        }
    }

    private sealed record Known(Onset[] Onsets, int Count, bool IsComplete)
    {
        public bool Reaches(long utc) => IsComplete || (Count > 0 && Onsets[Count - 1].Utc > utc);
    }
}

using Restoration.Items;

namespace Restoration.Policies;

/// <summary>
/// A half-open span of time, once as instants and once as readings of the clock in the zone that the user meant:
/// all-day and floating appointments are held against the clock, all others against the instants.
/// </summary>
/// <param name="From">The first instant in it.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="LocalFrom">The clock at <paramref name="From"/>.</param>
/// <param name="LocalTo">The clock at <paramref name="To"/>.</param>
public sealed record DateWindow(DateTimeOffset From, DateTimeOffset To, DateTime LocalFrom, DateTime LocalTo)
{
    /// <summary>Whether the item overlaps the window; a series, whether an occurrence of it may, by its first start and last end.</summary>
    public bool MayOverlap(Item item)
    {
        if (item.Start is not { } start)
        {
            return false;
        }

        if (item.IsSeries)
        {
            // A window may end with time itself.
            return start.SortKey.UtcTicks < To.UtcTicks + TimeSpan.TicksPerDay
                && (item.SeriesEnd is not { } last || last.UtcTicks > From.UtcTicks - TimeSpan.TicksPerDay);
        }

        CalendarTime end = item.End ?? start;
        return start.Instant is { } startInstant
            ? Overlaps(startInstant.UtcDateTime, (end.Instant ?? startInstant).UtcDateTime, From.UtcDateTime, To.UtcDateTime)
            : Overlaps(start.Local, end.Local, LocalFrom, LocalTo);
    }

    // An appointment without length is a point that belongs to the window it stands in.
    private static bool Overlaps(DateTime start, DateTime end, DateTime from, DateTime to)
        => start < to && (end > from || (end <= start && start >= from));
}

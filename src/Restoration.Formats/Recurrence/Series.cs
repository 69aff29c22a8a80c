using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// An appointment with all its occurrences: what its rules and dates name, less the exceptions, with the overrides laid over them.
/// Also right for an appointment that does not recur. The clock on the wall recurs: 09:00 stays 09:00 when the clocks change, also for
/// rules that count in hours. Nothing is worked out before it is asked for, and no rule can make a question endless.
/// Safe to use from several threads.
/// </summary>
public sealed class Series
{
    // Readings at either end of the years that can be written may stand for instants a little beyond them.
    private static readonly long Earliest = DateTime.MinValue.Ticks - TimeSpan.TicksPerDay;
    private static readonly long Latest = DateTime.MaxValue.Ticks + TimeSpan.TicksPerDay;

    private readonly SeriesContent? _content;

    /// <summary>Puts a series together.</summary>
    /// <param name="master">The appointment; one without a start has no occurrences.</param>
    /// <param name="overrides">Its overrides. Those that override nothing the series has are occurrences all the same.</param>
    /// <param name="zone">The zone of the start, if the file defines it; null to look it up by its name.</param>
    public Series(Appointment master, IReadOnlyList<Appointment> overrides, CalendarTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(master);
        ArgumentNullException.ThrowIfNull(overrides);
        _content = master.Start is { } start ? new SeriesContent(master, start, overrides, zone) : null;
    }

    /// <summary>What of the rules could not be read or was passed over, one sentence each.</summary>
    public IReadOnlyList<string> Remarks => _content?.Set.Remarks ?? [];

    /// <summary>
    /// Whether the rules and dates name the start. If not, it is no occurrence; RFC 5545 §3.8.5.3 asks for a start that they name and
    /// leaves open what any other means.
    /// </summary>
    public bool NamesStart => _content?.NamesStart ?? true;

    /// <summary>
    /// The occurrences that overlap the half-open interval, in the order of their starts. One without a length counts if it starts in it.
    /// Dates and floating times count as if they were UTC.
    /// </summary>
    /// <param name="from">The first moment; null for no limit.</param>
    /// <param name="to">The moment after the last; null for no limit: then the caller has to stop.</param>
    public IEnumerable<Occurrence> Occurrences(DateTimeOffset? from = null, DateTimeOffset? to = null)
        => _content is null ? [] : _content.Between(First(from), End(to)).Select(_content.ToOccurrence);

    /// <summary>Whether an occurrence overlaps the half-open interval.</summary>
    public bool Overlaps(DateTimeOffset from, DateTimeOffset to)
        => _content is not null && _content.Between(First(from), End(to)).Any();

    /// <summary>
    /// When the last occurrence ends; null if the series never ends, or so far in the future that it makes no difference.
    /// A series whose occurrences were all deleted ends with its start.
    /// </summary>
    public DateTimeOffset? FindLastEnd()
        => _content?.FindLastEnd(Latest) is { } end
            ? new DateTimeOffset(Math.Clamp(end, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero)
            : null;

    private static long First(DateTimeOffset? from) => from is { } first && first > DateTimeOffset.MinValue ? first.UtcTicks : Earliest;

    private static long End(DateTimeOffset? to) => to is { } end && end < DateTimeOffset.MaxValue ? end.UtcTicks : Latest;
}

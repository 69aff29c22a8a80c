namespace Restoration.Formats.TimeZones;

/// <summary>A time zone that a calendar names: one of the tz database, or one that the file defines by its own rules.</summary>
public abstract class CalendarTimeZone
{
    /// <summary>The name in the tz database; null for a zone that only the file defines.</summary>
    public abstract string? IanaName { get; }

    /// <summary>
    /// The offset of a clock reading from UTC. In a gap the offset before it applies, in an overlap the first of the two
    /// (RFC 5545 §3.3.5).
    /// </summary>
    public abstract TimeSpan OffsetOfLocal(DateTime local);

    /// <summary>The offset that holds at an instant.</summary>
    /// <param name="utc">The instant, as a clock reading in UTC.</param>
    public abstract TimeSpan OffsetOfUtc(DateTime utc);
}

namespace Restoration.Formats.TimeZones;

/// <summary>One STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 §3.6.5).</summary>
/// <param name="Start">DTSTART: the first onset, as a reading of the clock before it.</param>
/// <param name="OffsetFrom">TZOFFSETFROM.</param>
/// <param name="OffsetTo">TZOFFSETTO.</param>
public sealed record Observance(DateTime Start, TimeSpan OffsetFrom, TimeSpan OffsetTo)
{
    /// <summary>RRULE as written; null for a single onset.</summary>
    public string? Rule { get; init; }

    /// <summary>RDATE: further onsets, as readings of the clock before them.</summary>
    public IReadOnlyList<DateTime> Dates { get; init; } = [];

    /// <summary>Whether this is the DAYLIGHT part.</summary>
    public bool IsDaylight { get; init; }

    /// <summary>TZNAME: what people call the time, such as <c>CEST</c>.</summary>
    public string? Name { get; init; }
}

namespace Restoration.Items;

/// <summary>What a calendar time is bound to (RFC 5545 §3.3.4, §3.3.5).</summary>
public enum TimeKind
{
    /// <summary>A day of the calendar, the same day everywhere.</summary>
    Date,

    /// <summary>A wall-clock time without a zone, the same clock reading everywhere.</summary>
    Floating,

    /// <summary>An instant, written in UTC.</summary>
    Utc,

    /// <summary>A wall-clock time in a named zone.</summary>
    Zoned,
}

namespace Restoration.Formats.Recurrence;

/// <summary>A weekday of a rule's BYDAY part (RFC 5545 §3.3.10, weekdaynum).</summary>
/// <param name="Ordinal">Which one of the month, year or week: 1 is the first, -1 the last, 0 means every one.</param>
/// <param name="Day">The weekday.</param>
public readonly record struct WeekdayOrdinal(int Ordinal, DayOfWeek Day);

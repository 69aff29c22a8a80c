namespace Restoration.Items;

/// <summary>An occurrence that is named by its start and its own end (RDATE;VALUE=PERIOD, RFC 5545 §3.8.5.2).</summary>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends, exclusive; a duration as it was written is already added.</param>
public readonly record struct RecurrencePeriod(CalendarTime Start, CalendarTime End);

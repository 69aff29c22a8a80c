namespace Restoration.Items;

/// <summary>One occurrence of a series.</summary>
/// <param name="Start">When it starts: the reading that the clock really shows, also where a rule named one that the clock skips.</param>
/// <param name="End">When it ends, exclusive.</param>
/// <param name="RecurrenceId">When it would start by the series' own rules.</param>
/// <param name="IsOverridden">Whether an override replaces what the series says of it.</param>
/// <param name="Override">
/// The override, if there is one. For an override of all later occurrences too (RANGE=THISANDFUTURE) each of them has it here,
/// with its own times in <paramref name="Start"/> and <paramref name="End"/>.
/// </param>
public sealed record Occurrence(CalendarTime Start, CalendarTime End, CalendarTime RecurrenceId, bool IsOverridden, Appointment? Override);

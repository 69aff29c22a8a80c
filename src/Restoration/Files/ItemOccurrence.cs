using Restoration.Items;

namespace Restoration.Files;

/// <summary>One time that an appointment takes place.</summary>
/// <param name="Uid">The UID of the appointment, or of its series.</param>
/// <param name="Start">When it starts.</param>
/// <param name="End">When it ends, exclusive.</param>
/// <param name="RecurrenceId">When it would start by the rules of its series; null for an appointment that does not recur.</param>
/// <param name="IsOverridden">Whether an override replaces what the series says of it.</param>
/// <param name="Subject">The subject: that of the override, if there is one.</param>
/// <param name="Status">STATUS as written: that of the override, if there is one.</param>
public sealed record ItemOccurrence(
    string? Uid, CalendarTime Start, CalendarTime End, CalendarTime? RecurrenceId, bool IsOverridden, string Subject, string? Status);

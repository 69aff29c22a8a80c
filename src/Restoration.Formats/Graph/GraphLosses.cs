using System.Collections.Frozen;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Graph;

/// <summary>Says before anything is written what Microsoft Graph cannot hold of an appointment.</summary>
public static class GraphLosses
{
    private const string Rule = "https://learn.microsoft.com/graph/api/resources/recurrencepattern";

    private static readonly FrozenSet<string> Said = new[]
    {
        "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "STATUS", "CLASS", "PRIORITY", "DTSTART", "DTEND", "RECURRENCE-ID", "RRULE", "EXRULE", "CATEGORIES",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is lost, one finding each; empty if nothing is.</summary>
    public static IReadOnlyList<Finding> Find(Appointment appointment)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        List<Finding> losses = [];
        if (appointment.Start is not { } start)
        {
            Add(Severity.Error, "the appointment has no start, and Graph takes no event without one", null);
            return losses;
        }

        foreach (string rule in appointment.Recurrence?.Rules ?? [])
        {
            if (!GraphPattern.TryWrite(rule, start, out _, out string? reason))
            {
                Add(Severity.Error, $"the series cannot be written as one: {reason?.TrimEnd('.')}", Rule);
            }
        }

        AddIf(appointment.Recurrence?.Rules.Count > 1, Severity.Error, "the series has more than one rule");
        AddIf(appointment.Recurrence?.ExceptionRules.Count > 0, Severity.Error, "the series has exception rules (EXRULE)");
        AddIf(appointment.Recurrence is { } dates && dates.Dates.Count + dates.Periods.Count > 0, Severity.Error, "the series has extra dates (RDATE)");
        AddIf(appointment.Recurrence?.ExceptionDates.Count > 0, Severity.Warning, "the dates that were taken out of the series have to be deleted one by one after it was made");
        AddIf(appointment.IsThisAndFuture, Severity.Error, "an override that holds for all later occurrences has no form");
        AddIf(appointment.Alarms.Count > 1, Severity.Warning, "only one of the reminders is kept");
        AddIf(appointment.Alarms.Count == 1 && GraphDraft.ReminderOf(appointment) is null, Severity.Warning, "the reminder is not before the start, and is not kept");
        AddIf(appointment.Attendees.Any(attendee => attendee.Response != "NEEDS-ACTION"), Severity.Information, "what the attendees have answered cannot be written");
        AddIf(start.Kind == TimeKind.Floating, Severity.Warning, "a time without a zone becomes one in UTC");
        AddIf(start is { Kind: TimeKind.Zoned, Offset: null }, Severity.Warning, $"the time zone '{start.TimeZone}' is not known");
        foreach (string name in appointment.OtherProperties.Where(IsLost).Select(property => property.Name.ToUpperInvariant()).Distinct(StringComparer.Ordinal))
        {
            Add(Severity.Warning, $"nothing of an event holds {name}", null);
        }

        AddIf(appointment.Attachments.Count > 0, Severity.Information, "attachments are sent one by one after the event was made");
        return losses;

        // What stands among the others only for its parameters, or says again what another part says, is no loss of its own.
        static bool IsLost(CalendarProperty property)
            => !property.Name.StartsWith("X-RESTORATION-", StringComparison.OrdinalIgnoreCase)
                && !property.Name.StartsWith("X-MICROSOFT-CDO-", StringComparison.OrdinalIgnoreCase)
                && !Said.Contains(property.Name);

        void AddIf(bool? condition, Severity severity, string message)
        {
            if (condition == true)
            {
                Add(severity, message, null);
            }
        }

        void Add(Severity severity, string message, string? rule)
            => losses.Add(new Finding(severity, FailureCode.NotSupported, $"{message}.") { Item = appointment.Uid ?? appointment.Subject, Rule = rule });
    }
}

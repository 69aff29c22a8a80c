using System.Text.Json.Nodes;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Graph;

/// <summary>
/// Writes an appointment as the event that Microsoft Graph takes (POST /events): only members that may be sent, nothing that
/// Graph would refuse.
/// </summary>
public static class GraphDraft
{
    /// <summary>Writes an appointment.</summary>
    /// <param name="appointment">The appointment; it has a start.</param>
    /// <param name="includeAttendees">Whether to write the attendees. Graph mails everybody that it is sent.</param>
    public static JsonObject Write(Appointment appointment, bool includeAttendees)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        CalendarTime start = appointment.Start
            ?? throw new RestorationException(FailureCode.InvalidData, $"'{appointment.Subject}' has no start, and Graph takes no event without one.", appointment.Uid);
        CalendarTime end = appointment.End ?? start;
        JsonObject value = new()
        {
            ["subject"] = appointment.Subject,
            ["body"] = new JsonObject
            {
                ["contentType"] = appointment.HtmlBody is null ? "text" : "html",
                ["content"] = appointment.HtmlBody ?? appointment.Body ?? "",
            },
            ["start"] = GraphTime.Write(appointment.IsAllDay ? Midnight(start) : start),
            ["end"] = GraphTime.Write(appointment.IsAllDay ? Midnight(end == start ? CalendarTime.OfDate(DateOnly.FromDateTime(start.Local).AddDays(1)) : end) : end),
            ["isAllDay"] = appointment.IsAllDay,
            ["categories"] = new JsonArray([.. appointment.Categories.Select(category => (JsonNode)category)]),
            ["importance"] = Word(appointment.Importance),
            ["sensitivity"] = Word(appointment.Sensitivity),
            ["showAs"] = GraphWords.Of(appointment.ShowAs),
            ["isReminderOn"] = ReminderOf(appointment) is not null,
            ["reminderMinutesBeforeStart"] = ReminderOf(appointment) ?? 0,
        };
        if (!string.IsNullOrEmpty(appointment.Location))
        {
            value["location"] = new JsonObject { ["displayName"] = appointment.Location };
        }

        if (appointment.Recurrence is { Rules: [{ } rule] } && GraphPattern.TryWrite(rule, start, out JsonObject? recurrence, out _))
        {
            value["recurrence"] = recurrence;
        }

        if (includeAttendees && appointment.Attendees.Count > 0)
        {
            value["attendees"] = new JsonArray([.. appointment.Attendees.Select(GraphPeople.Write)]);
        }

        return value;
    }

    /// <summary>The minutes of the reminder that Graph can hold: the first one that comes before the start.</summary>
    internal static int? ReminderOf(Appointment appointment)
        => appointment.Alarms.FirstOrDefault(alarm => alarm.BeforeStart is { } before && before >= TimeSpan.Zero)?.BeforeStart is { } length
            ? (int)Math.Min(int.MaxValue, length.TotalMinutes)
            : null;

    private static CalendarTime Midnight(CalendarTime time) => CalendarTime.OfDate(DateOnly.FromDateTime(time.Local));

    private static string Word<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}

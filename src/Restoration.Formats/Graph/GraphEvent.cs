using System.Text;
using System.Text.Json;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;
using ItemRecurrence = Restoration.Items.Recurrence;

namespace Restoration.Formats.Graph;

/// <summary>
/// Reads an event of Microsoft Graph (https://learn.microsoft.com/graph/api/resources/event) as an appointment. What iCalendar
/// has no place for is kept as it is, in a property of ours.
/// </summary>
public static class GraphEvent
{
    private const string Kept = "X-RESTORATION-GRAPH";

    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "iCalUId", "uid", "subject", "body", "bodyPreview", "start", "end", "originalStartTimeZone", "originalEndTimeZone", "isAllDay", "recurrence",
        "categories", "importance", "sensitivity", "showAs", "isReminderOn", "reminderMinutesBeforeStart", "createdDateTime", "lastModifiedDateTime",
        "attendees", "organizer", "originalStart", "isCancelled", "location",
    };

    /// <summary>Whether it stands for an event that was removed (delta query).</summary>
    public static bool IsRemoved(JsonElement value) => value.Member("@removed") is not null;

    /// <summary>Reads an event.</summary>
    /// <param name="value">The event.</param>
    /// <param name="timeZone">What times without a zone mean; null makes them an error.</param>
    /// <exception cref="Failures.RestorationException">A time of it cannot be read.</exception>
    public static Appointment Read(JsonElement value, string? timeZone)
    {
        bool isAllDay = value.IsTrue("isAllDay");
        CalendarTime? start = GraphTime.Read(value.Member("start"), value.Text("originalStartTimeZone"), isAllDay, timeZone);
        JsonElement? body = value.Member("body");
        bool isHtml = "html".Equals(body.Text("contentType"), StringComparison.OrdinalIgnoreCase);
        string? content = body?.ValueKind == JsonValueKind.String ? body.Value.GetString() : body.Text("content");
        string? rule = GraphRecurrence.ReadRule(value.Member("recurrence"), start);
        Attendee[] attendees = [.. ((JsonElement?)value).Elements("attendees").Select(GraphPeople.ReadAttendee).OfType<Attendee>()];
        return new Appointment
        {
            Uid = value.Text("iCalUId") ?? value.Text("uid"),
            ImmutableId = ImmutableIdOf(value.Text("id")),
            RecurrenceId = RecurrenceIdOf(value, isAllDay, timeZone),
            Subject = value.Text("subject") ?? "",
            Body = isHtml ? value.Text("bodyPreview") : content,
            HtmlBody = isHtml ? content : null,
            Location = LocationOf(value.Member("location")),
            Start = start,
            End = GraphTime.Read(value.Member("end"), value.Text("originalEndTimeZone") ?? value.Text("originalStartTimeZone"), isAllDay, timeZone),
            IsAllDay = isAllDay,
            Recurrence = rule is null ? null : new ItemRecurrence { Rules = [rule] },
            Organizer = attendees.Length > 0 ? GraphPeople.ReadPerson(value.Member("organizer")) : null,
            Attendees = attendees,
            Categories = [.. ((JsonElement?)value).Elements("categories").Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!)],
            Alarms = AlarmsOf(value),
            Sensitivity = GraphWords.ToSensitivity(value.Text("sensitivity")),
            ShowAs = GraphWords.ToBusyStatus(value.Text("showAs")),
            Importance = GraphWords.ToImportance(value.Text("importance")),
            Status = value.IsTrue("isCancelled") ? "CANCELLED" : null,
            Created = value.Instant("createdDateTime"),
            LastModified = value.Instant("lastModifiedDateTime"),
            OtherProperties = KeptOf(value),
        };
    }

    // Ids that stay when an item moves begin with three bytes of their own (Prefer: IdType="ImmutableId").
    private static string? ImmutableIdOf(string? id) => id?.StartsWith("AAkA", StringComparison.Ordinal) == true ? id : null;

    private static CalendarTime? RecurrenceIdOf(JsonElement value, bool isAllDay, string? timeZone)
        => value.Text("type")?.ToUpperInvariant() is "EXCEPTION" or "OCCURRENCE"
            ? GraphTime.Read(value.Member("originalStart"), isAllDay ? null : value.Text("originalStartTimeZone"), isAllDay, timeZone)
            : null;

    private static string? LocationOf(JsonElement? location)
        => location?.ValueKind == JsonValueKind.String ? location.Value.GetString() : location.Text("displayName");

    private static Alarm[] AlarmsOf(JsonElement value)
    {
        TimeSpan before = TimeSpan.FromMinutes(((JsonElement?)value).Number("reminderMinutesBeforeStart") ?? 0);
        return value.IsTrue("isReminderOn") ? [new Alarm { Trigger = before == TimeSpan.Zero ? "PT0S" : DurationText.Format(-before), BeforeStart = before }] : [];
    }

    private static CalendarProperty[] KeptOf(JsonElement value)
    {
        using MemoryStream stream = new();
        int count = 0;
        using (Utf8JsonWriter writer = new(stream, Json.JsonSyntax.Writing))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in value.EnumerateObject())
            {
                bool isWhole = member.NameEquals("location") && member.Value.ValueKind == JsonValueKind.Object;
                if (member.Value.ValueKind != JsonValueKind.Null && (isWhole || !Taken.Contains(member.Name)))
                {
                    member.WriteTo(writer);
                    count++;
                }
            }

            writer.WriteEndObject();
        }

        return count == 0 ? [] : [new CalendarProperty(Kept, TextValue.Encode(Encoding.UTF8.GetString(stream.ToArray())))];
    }
}

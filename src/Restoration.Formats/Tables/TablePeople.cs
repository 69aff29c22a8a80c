using System.Text.Json;
using Restoration.Formats.Graph;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;

namespace Restoration.Formats.Tables;

/// <summary>People in the cells of a table: names or addresses between semicolons, or JSON.</summary>
internal static class TablePeople
{
    // What Exchange writes for somebody whose address it does not know (MS-OXCICAL §2.1.3.1.1.20.2).
    private const string NoAddress = "invalid:nomail";

    /// <summary>Who was invited.</summary>
    public static IReadOnlyList<Attendee> Attendees(TableRow row) =>
    [
        .. List(row[TableField.Attendees], "REQ-PARTICIPANT", "INDIVIDUAL"),
        .. List(row[TableField.RequiredAttendees], "REQ-PARTICIPANT", "INDIVIDUAL"),
        .. List(row[TableField.OptionalAttendees], "OPT-PARTICIPANT", "INDIVIDUAL"),
        .. List(row[TableField.Resources], "NON-PARTICIPANT", "RESOURCE"),
    ];

    /// <summary>Who called the meeting; null if nobody is named.</summary>
    public static Attendee? Organizer(TableRow row)
    {
        string? name = row.Trimmed(TableField.Organizer);
        string? email = row.Trimmed(TableField.OrganizerEmail);
        Attendee? person = name is null ? null : List(name, "CHAIR", "INDIVIDUAL").FirstOrDefault();
        return email is null ? person : new Attendee { Address = CalendarAddress.OfEmail(email), Email = email, Name = person?.Name };
    }

    private static IEnumerable<Attendee> List(string? cell, string role, string type)
    {
        if (TableJson.Parse(cell) is { } json)
        {
            return json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(element => OfJson(element, role, type)).OfType<Attendee>()
                : OfJson(json, role, type) is { } person ? [person] : [];
        }

        return (cell ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text => OfText(text, role, type));
    }

    private static Attendee? OfJson(JsonElement element, string role, string type) => element.ValueKind switch
    {
        JsonValueKind.String when element.GetString() is { Length: > 0 } text => OfText(text, role, type),
        JsonValueKind.Object when element.Member("emailAddress") is not null => GraphPeople.ReadAttendee(element),
        JsonValueKind.Object when (element.Text("email") ?? element.Text("address")) is { } email
            => OfText(email, role, type) with { Name = element.Text("name"), Response = GraphWords.ToParticipation(element.Text("response")) },
        _ => null,
    };

    // Bob <bob@contoso.com>, bob@contoso.com, Bob
    private static Attendee OfText(string text, string role, string type)
    {
        int open = text.LastIndexOf('<');
        bool hasBoth = open >= 0 && text.EndsWith('>');
        string address = hasBoth ? text[(open + 1)..^1].Trim() : text;
        bool isAddress = address.Contains('@', StringComparison.Ordinal) && !address.Contains(' ', StringComparison.Ordinal);
        string? name = hasBoth ? text[..open].Trim(' ', '"', '\'') : isAddress ? null : text;
        return new Attendee
        {
            Address = isAddress ? CalendarAddress.OfEmail(address) : NoAddress,
            Email = isAddress ? address : null,
            Name = string.IsNullOrEmpty(name) ? null : name,
            Role = role,
            Type = type,
        };
    }
}

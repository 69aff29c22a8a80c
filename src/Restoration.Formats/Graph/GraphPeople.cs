using System.Text.Json;
using System.Text.Json.Nodes;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;

namespace Restoration.Formats.Graph;

/// <summary>Attendees and organizers of Microsoft Graph, and those of iCalendar.</summary>
internal static class GraphPeople
{
    /// <summary>Reads an attendee; null if it has no address.</summary>
    public static Attendee? ReadAttendee(JsonElement value)
    {
        (string role, string type) = GraphWords.ToRole(value.Text("type"));
        return ReadPerson(value) is not { } person ? null : person with
        {
            Role = role,
            Type = type,
            Response = GraphWords.ToParticipation(value.Member("status").Text("response")),
        };
    }

    /// <summary>Reads somebody's name and address; null if there is no address.</summary>
    public static Attendee? ReadPerson(JsonElement? value)
    {
        JsonElement? email = value?.Member("emailAddress");
        return email.Text("address") is not { } address ? null : new Attendee
        {
            Address = CalendarAddress.OfEmail(address),
            Email = address,
            Name = email.Text("name"),
        };
    }

    /// <summary>Writes an attendee; the response is for the reader, Graph does not take it.</summary>
    public static JsonObject Write(Attendee attendee) => new()
    {
        ["type"] = GraphWords.ToType(attendee),
        ["emailAddress"] = WritePerson(attendee),
    };

    /// <summary>Writes somebody's name and address.</summary>
    public static JsonObject WritePerson(Attendee person)
    {
        JsonObject email = new() { ["address"] = person.Email ?? CalendarAddress.EmailOf(person.Address) };
        if (person.Name is not null)
        {
            email["name"] = person.Name;
        }

        return email;
    }
}

using System.Text;
using Restoration.Formats.ICalendar.Components;
using Restoration.Items;

namespace Restoration.Formats.ICalendar.Items;

/// <summary>Reads organizers, attendees and attachments.</summary>
internal static class PeopleReader
{
    /// <summary>ORGANIZER or ATTENDEE.</summary>
    public static Attendee ReadAttendee(Component component, in ContentLine line)
    {
        IReadOnlyList<PropertyParameter> parameters = PropertyReader.ReadParameters(component, in line);
        string address = Encoding.UTF8.GetString(component.Value(in line)).Trim();
        return new Attendee
        {
            Address = address,
            Email = Find(parameters, "EMAIL") is { } email ? CalendarAddress.EmailOf(email) : CalendarAddress.EmailOf(address),
            Name = Find(parameters, "CN"),
            Role = Find(parameters, "ROLE") ?? "REQ-PARTICIPANT",
            Response = Find(parameters, "PARTSTAT") ?? "NEEDS-ACTION",
            Type = Find(parameters, "CUTYPE") ?? "INDIVIDUAL",
            Parameters = parameters,
        };
    }

    /// <summary>ATTACH: the bytes of an inline attachment are not decoded, only counted.</summary>
    public static Attachment ReadAttachment(Component component, in ContentLine line)
    {
        IReadOnlyList<PropertyParameter> parameters = PropertyReader.ReadParameters(component, in line);
        ReadOnlySpan<byte> value = component.Value(in line);
        bool isInline = IsBinary(parameters);
        return new Attachment
        {
            Uri = isInline ? null : Encoding.UTF8.GetString(value).Trim(),
            Name = Find(parameters, "FILENAME") ?? Find(parameters, "X-FILENAME") ?? Find(parameters, "X-APPLE-FILENAME") ?? Find(parameters, "X-LABEL"),
            MediaType = Find(parameters, "FMTTYPE"),
            Size = isInline ? value.TrimEnd("= "u8).Length * 3L / 4 : null,
        };
    }

    /// <summary>Whether the bytes stand in the property itself.</summary>
    public static bool IsBinary(IReadOnlyList<PropertyParameter> parameters)
        => string.Equals(Find(parameters, "VALUE"), "BINARY", StringComparison.OrdinalIgnoreCase)
            || string.Equals(Find(parameters, "ENCODING"), "BASE64", StringComparison.OrdinalIgnoreCase);

    private static string? Find(IReadOnlyList<PropertyParameter> parameters, string name)
        => parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Values.FirstOrDefault();
}

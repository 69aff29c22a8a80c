namespace Restoration.Items;

/// <summary>An appointment as filters of messages see it.</summary>
public static class AppointmentMessage
{
    /// <summary>The view: the organizer is the author, the attendees are the recipients.</summary>
    public static Message Of(Item item, Appointment appointment)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(appointment);
        return new Message
        {
            ItemClass = item.ItemClass,
            Uid = item.Key.Uid,
            Subject = item.Subject,
            From = appointment.Organizer is { } organizer ? [AddressOf(organizer)] : [],
            To = [.. appointment.Attendees.Where(attendee => attendee.Role != "OPT-PARTICIPANT").Select(AddressOf)],
            Cc = [.. appointment.Attendees.Where(attendee => attendee.Role == "OPT-PARTICIPANT").Select(AddressOf)],
            Sent = appointment.Created ?? appointment.Stamp,
            Received = appointment.Created ?? appointment.Stamp,
            Importance = appointment.Importance,
            Sensitivity = appointment.Sensitivity,
            Categories = appointment.Categories,
            Attachments =
            [
                .. appointment.Attachments.Select(file => new MessageAttachment(
                    file.Name ?? file.Uri ?? "", file.MediaType ?? "application/octet-stream", file.Size ?? 0, IsInline: false)),
            ],
            Body = appointment.Body ?? "",
            Size = item.Size,
        };
    }

    private static MailAddress AddressOf(Attendee person) => new(person.Name, person.Email ?? person.Address);
}

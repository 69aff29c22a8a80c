using Restoration.Items;

namespace Restoration.Policies.Content;

/// <summary>What an appointment says to a content filter: its organizer is its sender, whom it invites are its recipients.</summary>
internal static class AppointmentProperties
{
    private const string Optional = "OPT-PARTICIPANT";
    private const string Uninvolved = "NON-PARTICIPANT";

    public static ContentProperties Of(Item item, Appointment appointment)
    {
        ContentProperties outside = ContentProperties.OfOutside(item);
        string[] organizer = appointment.Organizer is { } person ? [.. NamesOf(person)] : [];
        return outside with
        {
            AllTexts = new Dictionary<ContentProperty, IReadOnlyList<string>>(outside.AllTexts)
            {
                [ContentProperty.Body] = [.. new[] { appointment.Body, appointment.HtmlBody }.OfType<string>()],
                [ContentProperty.Category] = appointment.Categories,
                [ContentProperty.Importance] = [appointment.Importance.ToString()],
                [ContentProperty.Organizer] = organizer,
                [ContentProperty.Sender] = organizer,
                [ContentProperty.To] = Invited(role => role is not (Optional or Uninvolved)),
                [ContentProperty.CC] = Invited(role => role == Optional),
                [ContentProperty.BCC] = Invited(role => role == Uninvolved),
                [ContentProperty.Participants] = [.. organizer, .. Invited(_ => true)],
                [ContentProperty.Attachment] = [.. appointment.Attachments.Select(attachment => attachment.Name ?? attachment.Uri).OfType<string>()],
            },
            Truths = appointment.Attachments.Count > 0
                ? new HashSet<ContentProperty>(outside.Truths) { ContentProperty.HasAttachment }
                : outside.Truths,
        };

        string[] Invited(Predicate<string> role)
            => [.. appointment.Attendees.Where(attendee => role(attendee.Role.ToUpperInvariant())).SelectMany(NamesOf)];
    }

    private static IEnumerable<string> NamesOf(Attendee person)
        => new[] { person.Name, person.Email ?? person.Address, person.Name is null ? null : person.ToString() }.OfType<string>();
}

using Restoration.Items;

namespace Restoration.Formats.Messages;

/// <summary>What the engine asks of contents that are messages, contacts, notes and the like.</summary>
internal static class MessageCodec
{
    /// <summary>What filters of appointments ask: the author is the organizer, the recipients are the attendees.</summary>
    public static Appointment AsAppointment(Item item)
    {
        Message message = MessageDecoder.Decode(item);
        return new Appointment
        {
            Uid = message.Uid,
            Subject = message.Subject,
            Body = message.Body,
            Start = item.Start,
            End = item.End,
            Organizer = message.From.Concat(message.Sender is { } sender ? [sender] : []).Select(Person).FirstOrDefault(),
            Attendees = [.. message.To.Concat(message.Cc).Concat(message.Bcc).Select(Person)],
            Categories = message.Categories,
            Sensitivity = message.Sensitivity,
            Importance = message.Importance,
            Created = message.Sent,
            LastModified = item.LastModified,
            ImmutableId = item.Key.ImmutableId,
            Attachments = [.. message.Attachments.Select(file => new Attachment { Name = file.Name, MediaType = file.ContentType, Size = file.Size })],
        };
    }

    /// <summary>The same message under another id, which stands outside it: its Message-ID stays, and a second run finds the copy.</summary>
    public static Item WithUid(Item item, string uid)
    {
        OpenMessage open = OpenMessage.Open(item);
        return MessageFactory.Create(open.State with { Uid = uid, ImmutableId = null }, open.Mime.Span);
    }

    private static Attendee Person(MailAddress person) => new() { Address = $"mailto:{person.Address}", Email = person.Address, Name = person.Name };
}

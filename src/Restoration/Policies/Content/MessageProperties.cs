using Restoration.Items;

namespace Restoration.Policies.Content;

/// <summary>What a message says to a content filter, and every other item that is no appointment.</summary>
internal static class MessageProperties
{
    public static ContentProperties Of(Item item, Message message)
    {
        ContentProperties outside = ContentProperties.OfOutside(item);
        Dictionary<ContentProperty, DateTimeOffset> moments = new(outside.Moments);
        Add(ContentProperty.Sent, message.Sent);
        Add(ContentProperty.Received, message.Received);
        Add(ContentProperty.Expires, message.Expires);
        string[] sender = [.. message.From.Concat(message.Sender is { } other ? [other] : []).SelectMany(NamesOf)];
        return outside with
        {
            AllTexts = new Dictionary<ContentProperty, IReadOnlyList<string>>(outside.AllTexts)
            {
                [ContentProperty.Body] = [message.Body],
                [ContentProperty.Category] = message.Categories,
                [ContentProperty.Importance] = [message.Importance.ToString()],
                [ContentProperty.Sender] = sender,
                [ContentProperty.Organizer] = sender,
                [ContentProperty.To] = [.. message.To.SelectMany(NamesOf)],
                [ContentProperty.CC] = [.. message.Cc.SelectMany(NamesOf)],
                [ContentProperty.BCC] = [.. message.Bcc.SelectMany(NamesOf)],
                [ContentProperty.Participants] = [.. message.Participants.SelectMany(NamesOf)],
                [ContentProperty.Attachment] = [.. message.Attachments.Select(attachment => attachment.Name)],
            },
            Moments = moments,
            Truths = new HashSet<ContentProperty>(
            [
                .. outside.Truths,
                .. message.HasAttachment ? new[] { ContentProperty.HasAttachment } : [],
                .. message.IsRead ? new[] { ContentProperty.IsRead } : [],
                .. message.IsFlagged ? new[] { ContentProperty.IsFlagged } : [],
            ]),
        };

        void Add(ContentProperty property, DateTimeOffset? moment)
        {
            if (moment is { } known)
            {
                moments[property] = known;
            }
        }
    }

    private static IEnumerable<string> NamesOf(MailAddress person)
        => new[] { person.Name, person.Address, person.Name is null ? null : person.ToString() }.OfType<string>();
}

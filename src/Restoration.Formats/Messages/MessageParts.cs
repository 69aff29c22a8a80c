using System.Globalization;
using Restoration.Formats.Mime;
using Restoration.Sources;

namespace Restoration.Formats.Messages;

/// <summary>The parts of a message by their names, as comparisons and merges speak of them.</summary>
internal static class MessageParts
{
    /// <summary>The parts that stand outside the message.</summary>
    public static IReadOnlyList<string> OfState { get; } = ["Received", "IsRead", "Flag", "Importance", "Marks", "Categories"];

    // Headers that are parts of their own; the names of the others are those of the headers.
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["subject"] = "Subject",
        ["from"] = "From",
        ["sender"] = "Sender",
        ["to"] = "To",
        ["cc"] = "Cc",
        ["bcc"] = "Bcc",
        ["reply-to"] = "ReplyTo",
        ["date"] = "Sent",
        ["message-id"] = "MessageId",
        ["content-type"] = "Body",
        ["content-transfer-encoding"] = "Body",
        ["mime-version"] = "Body",
    };

    /// <summary>The names of the parts that differ, in order.</summary>
    public static IReadOnlyList<string> Compare(OpenMessage left, OpenMessage right)
    {
        SortedDictionary<string, string> before = Of(left);
        SortedDictionary<string, string> after = Of(right);
        SortedSet<string> names = new(
            before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(part => before.GetValueOrDefault(part, "") != after.GetValueOrDefault(part, "")), StringComparer.Ordinal);
        if (MessageDigests.OfBody(BodyOf(left)) != MessageDigests.OfBody(BodyOf(right)) && !names.Contains("Attachments"))
        {
            names.Add("Body");
        }

        return [.. names];
    }

    private static ReadOnlySpan<byte> BodyOf(OpenMessage message) => message.Mime.Span[message.Headers.BodyStart..];

    private static SortedDictionary<string, string> Of(OpenMessage message)
    {
        SortedDictionary<string, string> parts = new(StringComparer.Ordinal)
        {
            ["Class"] = message.State.ItemClass.ToUpperInvariant(),
            ["IsRead"] = $"{message.Effective.IsRead}",
            ["Flag"] = $"{message.Effective.Flag}",
            ["Importance"] = $"{message.Effective.Importance}",
            ["Marks"] = $"{message.Effective.Marks}",
            ["Categories"] = string.Join('\n', (message.Effective.Categories ?? []).Order(StringComparer.Ordinal)),
        };
        foreach (MimeHeader header in message.Headers.Fields)
        {
            string name = header.Name.ToLowerInvariant();
            if (!TransportHeaders.Holds(name))
            {
                string part = Named.GetValueOrDefault(name, header.Name);
                parts[part] = parts.GetValueOrDefault(part, "") + $"{name}:{HeaderText.Decode(MessageDigests.Canonical(header.Value))}\n";
            }
        }

        MimeTree tree = MimeTree.Read(message.Headers, message.Mime, ReadLimits.Default.Nesting);
        MimePart[] files = [.. tree.Parts.Where(part => !part.IsBodyText && tree.Parts.Count > 1)];
        parts["Attachments"] = string.Join('\n', files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FileName} {MessageDigests.OfBody(file.Body.Span)}")));
        parts["Body"] = parts.GetValueOrDefault("Body", "")
            + string.Join('\n', tree.Parts.Where(part => part.IsBodyText).Select(part => MessageDigests.OfBody(part.Body.Span).ToString()));
        return parts;
    }
}

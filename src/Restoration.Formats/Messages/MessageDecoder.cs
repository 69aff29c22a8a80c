using Restoration.Formats.Mime;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Messages;

/// <summary>Decodes a message for filters and lists.</summary>
internal static class MessageDecoder
{
    /// <summary>Decodes the content of an item.</summary>
    public static Message Decode(Item item)
    {
        OpenMessage open = OpenMessage.Open(item);
        EntityFacts facts = EntityFacts.Read(open.Headers, open.Mime);
        MimeTree tree = MimeTree.Read(open.Headers, open.Mime, ReadLimits.Default.Nesting);
        MimePart? text = tree.Parts.FirstOrDefault(part => part.IsBodyText && part.Type.Value == "text/plain")
            ?? tree.Parts.FirstOrDefault(part => part.IsBodyText);
        return new Message
        {
            ItemClass = item.ItemClass,
            Uid = item.Key.Uid,
            Subject = facts.Subject,
            From = facts.From,
            Sender = EntityFacts.Addresses(open.Headers, "Sender").FirstOrDefault(),
            To = facts.To,
            Cc = facts.Cc,
            Bcc = EntityFacts.Addresses(open.Headers, "Bcc"),
            Sent = facts.Sent,
            Received = open.Effective.Received,
            Expires = MimeDate.Parse(open.Headers.Text("Expires"u8) ?? open.Headers.Text("Expiry-Date"u8)),
            IsRead = open.Effective.IsRead ?? true,
            Flag = open.Effective.Flag ?? FlagStatus.NotFlagged,
            Marks = open.Effective.Marks ?? MessageMarks.None,
            Importance = open.Effective.Importance ?? Importance.Normal,
            Sensitivity = SensitivityOf(open.Headers),
            Categories = open.Effective.Categories ?? [],
            Attachments = [.. tree.Parts.Where(part => !part.IsBodyText && IsFile(part, tree)).Select(Attachment)],
            Body = text is null ? OtherBody(open) : text.Type.Value == "text/html" ? HtmlText.Read(text.ReadText()) : text.ReadText(),
            Size = item.Size,
        };
    }

    // What is all of the message is its content, and no file in it, unless it says that it is one.
    private static bool IsFile(MimePart part, MimeTree tree) => tree.Parts.Count > 1 || part.Disposition?.Value == "attachment" || part.FileName.Length > 0;

    private static MessageAttachment Attachment(MimePart part)
        => new(part.FileName, part.Type.Value, TransferEncoding.SizeOf(part.Body.Span, part.Encoding), part.IsInline);

    private static string OtherBody(OpenMessage open)
        => open.Headers.Find("From"u8) is null ? MimeCharset.Decode(open.Mime.Span[open.Headers.BodyStart..], null) : "";

    private static Sensitivity SensitivityOf(MimeHeaders headers) => headers.Text("Sensitivity"u8)?.ToLowerInvariant() switch
    {
        "personal" => Sensitivity.Personal,
        "private" => Sensitivity.Private,
        "company-confidential" => Sensitivity.Confidential,
        _ => Sensitivity.Normal,
    };
}

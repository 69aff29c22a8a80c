using System.Text;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Messages;
using Restoration.Formats.Mime;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>What a file of a mailbox is.</summary>
internal enum MailFileKind
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>One message.</summary>
    Message,

    /// <summary>An mbox file.</summary>
    Mbox,

    /// <summary>A calendar.</summary>
    Calendar,

    /// <summary>vCards.</summary>
    Cards,

    /// <summary>JSON of Microsoft Graph, or ours.</summary>
    Json,
}

/// <summary>Tells from its first bytes what a file is.</summary>
internal static class MailFileKinds
{
    private static readonly ICalendarFormat Calendar = new();

    /// <summary>The kind of a file.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="place">What its path says.</param>
    public static MailFileKind Of(ReadOnlyMemory<byte> head, MailPlace place)
    {
        ReadOnlySpan<byte> text = head.Span.TrimStart(" \t\r\n\uFEFF"u8);
        return true switch
        {
            _ when place.IsMaildir || StateBlock.IsAt(head.Span) => MailFileKind.Message,
            _ when head.Span.StartsWith(MboxLine.From) => MailFileKind.Mbox,
            _ when Calendar.Recognises(head.Span) => MailFileKind.Calendar,
            _ when text.Length > 11 && Ascii.EqualsIgnoreCase(text[..11], "BEGIN:VCARD"u8) => MailFileKind.Cards,
            _ when text is [(byte)'{' or (byte)'[', ..] => MailFileKind.Json,
            _ when place.FileName.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) => MailFileKind.Message,
            _ when MimeHeaders.Parse(head) is { Fields.Count: > 1 } or { Fields.Count: 1, IsWhole: true } => MailFileKind.Message,
            _ => MailFileKind.Unknown,
        };
    }
}

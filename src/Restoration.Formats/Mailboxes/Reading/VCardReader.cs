using System.Runtime.CompilerServices;
using System.Text;
using Restoration.Failures;
using Restoration.Formats.Messages;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>Files of vCards (RFC 6350): each card is a contact, kept byte for byte.</summary>
internal static class VCardReader
{
    private static ReadOnlySpan<byte> Begin => "BEGIN:VCARD"u8;

    private static ReadOnlySpan<byte> End => "END:VCARD"u8;

    /// <summary>Reads the file.</summary>
    public static async IAsyncEnumerable<MailboxEntry> ReadAsync(MailFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await EmlReader.ReadBytesAsync(file, cancellation).ConfigureAwait(false) is not { } bytes)
        {
            yield return file.Say(Severity.Error, FailureCode.LimitExceeded, FormattableString.Invariant($"the file is larger than {file.Limits.ItemSize} bytes; it was left out. Split it."));
            yield break;
        }

        int position = 0;
        while (Next(bytes, ref position) is { Length: > 0 } card)
        {
            bool isWhole = card.Span.TrimEnd("\r\n \t"u8).EndsWith(End);
            Item item = MessageFactory.Wrap(new MessageState { ItemClass = ItemClasses.Contact }, "text/vcard", card.Span);
            yield return new MailboxEntry
            {
                Folder = file.Folder,
                Item = item,
                Finding = isWhole ? null : new Finding(Severity.Warning, FailureCode.ParserError, "the card has no end: it was cut off; it was kept as it is.") { File = file.Name, Item = item.Subject },
            };
        }
    }

    // A card with the line end behind it; what stands between cards belongs to none.
    private static ReadOnlyMemory<byte> Next(byte[] bytes, ref int position)
    {
        int start = IndexOfLine(bytes, Begin, position);
        if (start < 0)
        {
            return default;
        }

        int end = IndexOfLine(bytes, End, start);
        int next = end < 0 ? bytes.Length : end + End.Length;
        next += bytes.AsSpan(next) switch
        {
            [(byte)'\r', (byte)'\n', ..] => 2,
            [(byte)'\n', ..] => 1,
            _ => 0,
        };
        position = next;
        return bytes.AsMemory(start..next);
    }

    private static int IndexOfLine(byte[] bytes, ReadOnlySpan<byte> line, int from)
    {
        for (int position = from; position < bytes.Length;)
        {
            if (bytes.Length - position >= line.Length && Ascii.EqualsIgnoreCase(bytes.AsSpan(position, line.Length), line))
            {
                return position;
            }

            int end = Array.IndexOf(bytes, (byte)'\n', position);
            position = end < 0 ? bytes.Length : end + 1;
        }

        return -1;
    }
}

using System.Text;
using Restoration.Formats.Mime;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>The lines of an mbox file that are not the message's own (RFC 4155, and the mboxrd of qmail).</summary>
internal static class MboxLine
{
    /// <summary>What a message begins with.</summary>
    public static ReadOnlySpan<byte> From => "From "u8;

    /// <summary>
    /// Whether a line that begins with <c>From </c> begins a message: a date stands at its end. A sentence that begins with From has none, and
    /// not every program quotes it.
    /// </summary>
    public static bool BeginsMessage(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(From))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = line.TrimEnd("\r\n"u8);
        int colon = rest.IndexOf((byte)':');
        return colon > 0 && char.IsAsciiDigit((char)rest[colon - 1]) && colon + 1 < rest.Length && char.IsAsciiDigit((char)rest[colon + 1]) && HasYear(rest);
    }

    /// <summary>When a message was put in the file; null if its line does not say.</summary>
    public static DateTimeOffset? TimeOf(ReadOnlySpan<byte> line)
    {
        string[] words = Encoding.Latin1.GetString(line).Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 3 ? null : MimeDate.Parse(string.Join(' ', words[2..]));
    }

    /// <summary>How many of the first bytes of a line are quotes that reading takes away: one, of as many as there are before <c>From </c>.</summary>
    public static int QuoteOf(ReadOnlySpan<byte> line) => IsQuotable(line) && line[0] == '>' ? 1 : 0;

    /// <summary>Whether writing has to put a quote before a line.</summary>
    public static bool IsQuotable(ReadOnlySpan<byte> line)
    {
        int quotes = line.IndexOfAnyExcept((byte)'>');
        return quotes >= 0 && line[quotes..].StartsWith(From);
    }

    private static bool HasYear(ReadOnlySpan<byte> line)
    {
        int digits = 0;
        foreach (byte value in line)
        {
            digits = char.IsAsciiDigit((char)value) ? digits + 1 : digits == 4 ? 5 : 0;
            if (digits == 5)
            {
                return true;
            }
        }

        return digits == 4;
    }
}

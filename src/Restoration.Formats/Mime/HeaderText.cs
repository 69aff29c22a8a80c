using System.Text;

namespace Restoration.Formats.Mime;

/// <summary>Texts in headers: unfolded (RFC 5322 §2.2.3), with their encoded words decoded (RFC 2047).</summary>
internal static class HeaderText
{
    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>The text of a field.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        byte[] text = Unfold(raw);
        return text.AsSpan().IndexOf("=?"u8) < 0 ? MimeCharset.Decode(text, null) : DecodeWords(text);
    }

    /// <summary>The field on one line, without blanks around it.</summary>
    public static byte[] Unfold(ReadOnlySpan<byte> raw)
    {
        ReadOnlySpan<byte> trimmed = raw.Trim(Blanks);
        if (trimmed.IndexOfAny((byte)'\r', (byte)'\n') < 0)
        {
            return trimmed.ToArray();
        }

        byte[] text = new byte[trimmed.Length];
        int length = 0;
        foreach (byte value in trimmed)
        {
            if (value is not ((byte)'\r' or (byte)'\n'))
            {
                text[length++] = value;
            }
        }

        return text[..length];
    }

    // Words of one character set that follow each other are one text: a character may be cut in two between them, whatever
    // RFC 2047 §5 says.
    private static string DecodeWords(ReadOnlySpan<byte> text)
    {
        StringBuilder result = new();
        List<byte> pending = [];
        string? charset = null;
        while (!text.IsEmpty)
        {
            int start = text.IndexOf("=?"u8);
            if (start < 0 || !TryTakeWord(text[start..], out int length, out string? nextCharset, out byte[] bytes))
            {
                int plain = start < 0 ? text.Length : start + 2;
                Flush(result, pending, ref charset);
                result.Append(MimeCharset.Decode(text[..plain], null));
                text = text[plain..];
                continue;
            }

            ReadOnlySpan<byte> before = text[..start];
            bool isBetweenWords = charset is not null && before.IndexOfAnyExcept(Blanks) < 0;
            if (!isBetweenWords || !string.Equals(charset, nextCharset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(result, pending, ref charset);
            }

            if (!isBetweenWords)
            {
                result.Append(MimeCharset.Decode(before, null));
            }

            charset = nextCharset;
            pending.AddRange(bytes);
            text = text[(start + length)..];
        }

        Flush(result, pending, ref charset);
        return result.ToString();
    }

    private static void Flush(StringBuilder result, List<byte> pending, ref string? charset)
    {
        if (charset is not null)
        {
            result.Append(MimeCharset.Decode(pending.ToArray(), charset));
            pending.Clear();
            charset = null;
        }
    }

    // =?charset*language?B|Q?text?=
    private static bool TryTakeWord(ReadOnlySpan<byte> text, out int length, out string? charset, out byte[] bytes)
    {
        (length, charset, bytes) = (0, null, []);
        int first = text[2..].IndexOf((byte)'?');
        if (first <= 0 || first + 5 > text.Length || text[first + 4] != '?')
        {
            return false;
        }

        int contentStart = first + 5;
        int end = text[contentStart..].IndexOf("?="u8);
        if (end < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> content = text.Slice(contentStart, end);
        charset = Encoding.Latin1.GetString(text.Slice(2, first)).Split('*')[0];
        length = contentStart + end + 2;
        switch (text[first + 3])
        {
            case (byte)'B' or (byte)'b':
                bytes = TransferEncoding.Base64(content);
                return true;
            case (byte)'Q' or (byte)'q':
                bytes = TransferEncoding.QuotedPrintable(content, isHeader: true);
                return true;
            default:
                return false;
        }
    }
}

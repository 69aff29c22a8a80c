namespace Restoration.Formats.ICalendar.Components;

/// <summary>Text in which what stands between quotes does not separate (RFC 5545 §3.2).</summary>
internal static class QuotedText
{
    /// <summary>The offset of a separator outside quotes, or the length of the text.</summary>
    public static int IndexOf(ReadOnlySpan<byte> text, int start, byte separator)
    {
        while (start < text.Length)
        {
            int next = text[start..].IndexOfAny(separator, (byte)'"');
            if (next < 0)
            {
                break;
            }

            start += next;
            if (text[start] == separator)
            {
                return start;
            }

            int close = text[(start + 1)..].IndexOf((byte)'"');
            start = close < 0 ? text.Length : start + close + 2;
        }

        return text.Length;
    }

    /// <summary>The text without the quotes around it.</summary>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> value)
        => value is [(byte)'"', .., (byte)'"'] ? value[1..^1] : value;
}

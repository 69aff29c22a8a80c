using System.Buffers;
using System.Text;

namespace Restoration.Formats.ICalendar.Values;

/// <summary>TEXT (RFC 5545 §3.3.11): one pass from the left, so that <c>\\n</c> is a backslash and an n.</summary>
internal static class TextValue
{
    private const int StackSize = 512;
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\\;,\x7F\0\x01\x02\x03\x04\x05\x06\a\b\n\v\f\r\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F");

    /// <summary>The text that a raw value stands for.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') < 0)
        {
            return Encoding.UTF8.GetString(raw);
        }

        byte[]? rented = raw.Length > StackSize ? ArrayPool<byte>.Shared.Rent(raw.Length) : null;
        Span<byte> decoded = rented ?? stackalloc byte[StackSize];
        string text = Encoding.UTF8.GetString(decoded[..Decode(raw, decoded)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return text;
    }

    /// <summary>Decodes into a buffer at least as long as the raw value.</summary>
    /// <returns>The length of the text.</returns>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> decoded)
    {
        int count = 0;
        while (true)
        {
            int backslash = raw.IndexOf((byte)'\\');
            if (backslash < 0 || backslash == raw.Length - 1)
            {
                raw.CopyTo(decoded[count..]);
                return count + raw.Length;
            }

            raw[..backslash].CopyTo(decoded[count..]);
            count += backslash;
            byte next = raw[backslash + 1];
            switch (next)
            {
                case (byte)'n' or (byte)'N':
                    decoded[count++] = (byte)'\n';
                    break;
                case (byte)'\\' or (byte)';' or (byte)',' or (byte)':' or (byte)'"':
                    decoded[count++] = next;
                    break;
                default:
                    // Not an escape: a path that somebody forgot to escape.
                    decoded[count++] = (byte)'\\';
                    decoded[count++] = next;
                    break;
            }

            raw = raw[(backslash + 2)..];
        }
    }

    /// <summary>The texts of a list; a comma behind a backslash does not separate.</summary>
    public static List<string> DecodeList(ReadOnlySpan<byte> raw)
    {
        List<string> texts = [];
        while (TryTake(ref raw, out ReadOnlySpan<byte> one))
        {
            texts.Add(Decode(one));
        }

        return texts;
    }

    /// <summary>Takes the first text of a list, still raw, without blanks around it.</summary>
    /// <param name="list">The list; what is left of it afterwards.</param>
    /// <param name="text">The text.</param>
    /// <returns>False if there are none left. Empty texts do not count.</returns>
    public static bool TryTake(ref ReadOnlySpan<byte> list, out ReadOnlySpan<byte> text)
    {
        do
        {
            int end = 0;
            while (end < list.Length && list[end] != ',')
            {
                end += list[end] == '\\' ? 2 : 1;
            }

            end = Math.Min(end, list.Length);
            text = list[..end].Trim((byte)' ');
            list = end < list.Length ? list[(end + 1)..] : default;
        }
        while (text.IsEmpty && !list.IsEmpty);

        return !text.IsEmpty;
    }

    /// <summary>The raw value of a text. Line ends of any kind become <c>\n</c>; other control characters, which no value may hold, are left out.</summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAny(Escaped))
        {
            return text;
        }

        StringBuilder raw = new(text.Length + 16);
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            switch (character)
            {
                case '\\' or ';' or ',':
                    raw.Append('\\').Append(character);
                    break;
                case '\r' when index + 1 < text.Length && text[index + 1] == '\n':
                    break;
                case '\r' or '\n':
                    raw.Append("\\n");
                    break;
                case '\t' or >= ' ' and not '\x7F':
                    raw.Append(character);
                    break;
                case '\v' or '\f' or >= '\x1C' and <= '\x1F':
                    raw.Append(' ');
                    break;
            }
        }

        return raw.ToString();
    }

    /// <summary>Writes the raw value of a text.</summary>
    public static void Write(IBufferWriter<byte> writer, string text) => Encoding.UTF8.GetBytes(Encode(text), writer);
}

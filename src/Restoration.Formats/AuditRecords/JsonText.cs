using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// Reads JSON strings without ever failing: Exchange cuts subjects at a number of UTF-16 units, which can leave half a
/// character behind, and the reader of the framework throws at that.
/// </summary>
internal static class JsonText
{
    /// <summary>The text of a string, number or literal; null for everything else.</summary>
    public static string? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when reader.ValueIsEscaped => Encoding.UTF8.GetString(Unescape(reader.ValueSpan)),
        JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };

    /// <summary>The bytes of a string that the reader stands on, or of a property name.</summary>
    public static ReadOnlySpan<byte> ReadBytes(scoped ref Utf8JsonReader reader)
        => reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : reader.ValueSpan;

    /// <summary>Resolves the escapes; half a surrogate pair becomes U+FFFD. What is not escaped rightly stays as it is.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> escaped)
    {
        byte[] text = new byte[escaped.Length];
        return text[..Unescape(escaped, text)];
    }

    /// <summary>Resolves the escapes into a buffer at least as long as the text.</summary>
    /// <returns>The length of the text without them.</returns>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> text)
    {
        int length = 0;
        while (true)
        {
            int backslash = escaped.IndexOf((byte)'\\');
            int plain = backslash < 0 || backslash + 1 == escaped.Length ? escaped.Length : backslash;
            escaped[..plain].CopyTo(text[length..]);
            length += plain;
            if (plain == escaped.Length)
            {
                return length;
            }

            escaped = escaped[(plain + 1)..];
            length += escaped[0] == 'u' ? TakeUnicode(ref escaped, text[length..]) : TakeShort(ref escaped, text[length..]);
        }
    }

    private static int TakeShort(ref ReadOnlySpan<byte> escape, Span<byte> text)
    {
        text[0] = escape[0] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            byte other => other,
        };
        escape = escape[1..];
        return 1;
    }

    private static int TakeUnicode(ref ReadOnlySpan<byte> escape, Span<byte> text)
    {
        char first = TakeUnit(ref escape);
        if (char.IsHighSurrogate(first) && escape.StartsWith("\\u"u8))
        {
            ReadOnlySpan<byte> rest = escape[1..];
            char second = TakeUnit(ref rest);
            if (char.IsLowSurrogate(second))
            {
                escape = rest;
                return new Rune(first, second).EncodeToUtf8(text);
            }
        }

        return (Rune.TryCreate(first, out Rune rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(text);
    }

    // The escape stands at its 'u'; the reader has seen to it that four digits follow.
    private static char TakeUnit(ref ReadOnlySpan<byte> escape)
    {
        int unit = int.Parse(escape.Slice(1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        escape = escape[5..];
        return (char)unit;
    }
}

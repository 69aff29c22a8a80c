using System.Buffers;
using System.Text;

namespace Restoration.Formats.ICalendar.Values;

/// <summary>Parameter values: RFC 6868 carets and the quotes of RFC 5545 §3.2. A backslash is no escape here.</summary>
internal static class ParameterText
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;:");
    private static readonly SearchValues<char> NeedsCaret = SearchValues.Create("^\"\r\n");

    /// <summary>The value that the bytes between the quotes stand for.</summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        string text = Encoding.UTF8.GetString(value);
        if (!text.Contains('^', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder decoded = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            char? replaced = text[index] != '^' || index + 1 == text.Length ? null : text[index + 1] switch
            {
                'n' => '\n',
                '\'' => '"',
                '^' => '^',
                _ => null,
            };
            decoded.Append(replaced ?? text[index]);
            index += replaced is null ? 0 : 1;
        }

        return decoded.ToString();
    }

    /// <summary>The value as it stands in a line, in quotes where it needs them; control characters are left out.</summary>
    public static string Encode(string value)
    {
        if (!value.AsSpan().ContainsAny(NeedsCaret) && !value.AsSpan().ContainsAnyInRange('\0', '\x1F'))
        {
            return Quote(value);
        }

        StringBuilder encoded = new(value.Length + 8);
        foreach (char character in value.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            switch (character)
            {
                case '^':
                    encoded.Append("^^");
                    break;
                case '"':
                    encoded.Append("^'");
                    break;
                case '\n' or '\r':
                    encoded.Append("^n");
                    break;
                case '\t' or >= ' ' and not '\x7F':
                    encoded.Append(character);
                    break;
            }
        }

        return Quote(encoded.ToString());
    }

    /// <summary>Quotes around a value that is encoded already, if it needs them.</summary>
    public static string Quote(string encoded) => encoded.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{encoded}\"" : encoded;
}

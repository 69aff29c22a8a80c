using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>The encoding of values in vCalendar 1.0 (RFC 2045 §6.7), which RFC 5545 no longer has.</summary>
internal static class QuotedPrintable
{
    /// <summary>Whether the parameters of a property say that its value is encoded.</summary>
    public static bool Names(ReadOnlySpan<byte> parameters)
    {
        ParameterReader reader = new(parameters);
        while (reader.MoveNext())
        {
            if (IsEncoding(reader))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The line as RFC 5545 writes it: the text in UTF-8, escaped.</summary>
    /// <param name="line">The whole line.</param>
    /// <param name="nameEnd">Where the name ends.</param>
    /// <param name="valueStart">Where the value begins.</param>
    public static byte[] Decode(ReadOnlySpan<byte> line, int nameEnd, int valueStart)
    {
        ArrayBufferWriter<byte> decoded = new(line.Length);
        decoded.Write(line[..nameEnd]);
        ParameterReader reader = new(line[nameEnd..(valueStart - 1)]);
        while (reader.MoveNext())
        {
            if (!IsEncoding(reader) && !reader.Is("CHARSET"u8))
            {
                decoded.Write(";"u8);
                decoded.Write(reader.Name);
                decoded.Write(reader.HasValues ? "="u8 : ""u8);
                decoded.Write(reader.Values);
            }
        }

        decoded.Write(":"u8);
        byte[] value = Octets(line[valueStart..]);
        string text = Encoding.UTF8.GetString(Utf8.IsValid(value) ? value : Utf8Repair.Repair(value));
        TextValue.Write(decoded, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        return decoded.WrittenSpan.ToArray();
    }

    private static bool IsEncoding(in ParameterReader parameter)
        => (parameter.Is("ENCODING"u8) && Ascii.EqualsIgnoreCase(QuotedText.Unquote(parameter.Values), "QUOTED-PRINTABLE"u8))
            || parameter.Is("QUOTED-PRINTABLE"u8);

    private static byte[] Octets(ReadOnlySpan<byte> value)
    {
        byte[] octets = new byte[value.Length];
        int count = 0;
        for (int index = 0; index < value.Length; index++)
        {
            if (value[index] != '=')
            {
                octets[count++] = value[index];
            }
            else if (index + 2 < value.Length && TryParseHex(value.Slice(index + 1, 2), out byte octet))
            {
                octets[count++] = octet;
                index += 2;
            }
        }

        return octets[..count];
    }

    private static bool TryParseHex(ReadOnlySpan<byte> digits, out byte octet)
        => byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out octet);
}

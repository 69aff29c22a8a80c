using System.Buffers;

namespace Restoration.Formats.Mime;

/// <summary>The encodings that carry bytes through mail (RFC 2045 §6).</summary>
internal static class TransferEncoding
{
    /// <summary>Decodes a body; what is damaged in it is passed over, what has an encoding that nobody knows stays as it is.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body, isHeader: false),
        _ => body.ToArray(),
    };

    /// <summary>The size that a body has when it is decoded, without decoding it.</summary>
    public static long SizeOf(ReadOnlySpan<byte> body, string? encoding)
    {
        switch (encoding?.Trim().ToLowerInvariant())
        {
            case "base64":
                long digits = 0;
                foreach (byte value in body)
                {
                    digits += Digit(value) >= 0 ? 1 : 0;
                }

                return digits * 6 / 8;
            case "quoted-printable":
                return QuotedPrintable(body, isHeader: false).Length;
            default:
                return body.Length;
        }
    }

    /// <summary>Decodes base64 (RFC 4648 §4); all that is no digit of it is passed over, padding in the middle begins anew.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
        int length = 0;
        int bits = 0;
        int count = 0;
        foreach (byte value in text)
        {
            if (value == '=')
            {
                count = bits = 0;
                continue;
            }

            int digit = Digit(value);
            if (digit < 0)
            {
                continue;
            }

            bits = (bits << 6) | digit;
            if (++count % 4 != 1)
            {
                int shift = (count % 4) switch { 2 => 4, 3 => 2, _ => 0 };
                bytes[length++] = (byte)(bits >> shift);
            }

            if (count == 4)
            {
                count = bits = 0;
            }
        }

        return bytes[..length];
    }

    /// <summary>Decodes quoted-printable (RFC 2045 §6.7), or the Q of an encoded word (RFC 2047 §4.2).</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool isHeader)
    {
        ArrayBufferWriter<byte> bytes = new(Math.Max(1, text.Length));
        for (int i = 0; i < text.Length; i++)
        {
            byte value = text[i];
            if (value == '_' && isHeader)
            {
                value = (byte)' ';
            }
            else if (value == '=')
            {
                ReadOnlySpan<byte> rest = text[(i + 1)..];
                int high = rest.Length > 1 ? Hex(rest[0]) : -1;
                int low = rest.Length > 1 ? Hex(rest[1]) : -1;
                if (high >= 0 && low >= 0)
                {
                    value = (byte)((high << 4) | low);
                    i += 2;
                }
                else if (!isHeader && SoftBreak(rest) is > 0 and int skipped)
                {
                    i += skipped;
                    continue;
                }
            }

            bytes.GetSpan(1)[0] = value;
            bytes.Advance(1);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        int blanks = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        ReadOnlySpan<byte> end = blanks < 0 ? default : rest[blanks..];
        return end switch
        {
            [(byte)'\r', (byte)'\n', ..] => blanks + 2,
            [(byte)'\n', ..] => blanks + 1,
            _ => 0,
        };
    }

    private static int Digit(byte value) => value switch
    {
        >= (byte)'A' and <= (byte)'Z' => value - 'A',
        >= (byte)'a' and <= (byte)'z' => value - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => value - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };

    private static int Hex(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        _ => -1,
    };
}

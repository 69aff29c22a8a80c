using System.Text.Unicode;
using Restoration.Formats.Text;

namespace Restoration.Formats.Json;

/// <summary>Makes text of what programs wrote that do not write Unicode, or cut it in the middle of a character.</summary>
internal static class JsonRepair
{
    private const int EscapeLength = 6;

    /// <summary>
    /// The same JSON in UTF-8, with half surrogate pairs as U+FFFD; bytes that are no UTF-8 are taken for Windows-1252.
    /// </summary>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json)
    {
        ReadOnlyMemory<byte> text = Utf8.IsValid(json.Span) ? json : TextEncodings.FromWindows1252(json.Span);
        return text.Span.IndexOf("\\ud"u8) < 0 && text.Span.IndexOf("\\uD"u8) < 0 ? text : PairSurrogates(text.Span);
    }

    private static byte[] PairSurrogates(ReadOnlySpan<byte> json)
    {
        byte[] paired = json.ToArray();
        int position = 0;
        while (paired.AsSpan(position).IndexOf((byte)'\\') is >= 0 and int next)
        {
            position += next;
            int length = IsEscape(paired.AsSpan(position)) ? EscapeLength : 2;
            if (length == EscapeLength && IsHalf(paired.AsSpan(position)))
            {
                bool isPair = IsHigh(paired.AsSpan(position)) && IsLow(paired.AsSpan(position + EscapeLength));
                length = isPair ? 2 * EscapeLength : EscapeLength;
                if (!isPair)
                {
                    "\\uFFFD"u8.CopyTo(paired.AsSpan(position));
                }
            }

            position = Math.Min(paired.Length, position + length);
        }

        return paired;
    }

    private static bool IsEscape(ReadOnlySpan<byte> text) => text.Length >= EscapeLength && text[1] == 'u';

    private static bool IsHalf(ReadOnlySpan<byte> text) => text[2] is (byte)'d' or (byte)'D' && Lower(text[3]) is >= (byte)'8';

    private static bool IsHigh(ReadOnlySpan<byte> text) => Lower(text[3]) is >= (byte)'8' and not ((byte)'c' or (byte)'d' or (byte)'e' or (byte)'f');

    private static bool IsLow(ReadOnlySpan<byte> text)
        => IsEscape(text) && text[0] == '\\' && text[2] is (byte)'d' or (byte)'D' && Lower(text[3]) is (byte)'c' or (byte)'d' or (byte)'e' or (byte)'f';

    private static byte Lower(byte digit) => (byte)(digit | 0x20);
}

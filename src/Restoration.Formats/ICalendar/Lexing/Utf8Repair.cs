using System.Buffers;
using System.Text;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>Makes UTF-8 of bytes that are not: what belongs to no UTF-8 sequence is read as Latin-1, in the form that Windows writes.</summary>
internal static class Utf8Repair
{
    // Windows-1252 for 0x80 to 0x9F; the five bytes that it leaves open stay the control characters of ISO 8859-1.
    private const string High =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The same text in UTF-8.</summary>
    public static byte[] Repair(ReadOnlySpan<byte> text)
    {
        ArrayBufferWriter<byte> repaired = new(text.Length * 2);
        Span<byte> encoded = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out _, out int length) == OperationStatus.Done)
            {
                repaired.Write(text[..length]);
            }
            else
            {
                length = 1;
                char character = text[0] is >= 0x80 and < 0xA0 ? High[text[0] - 0x80] : (char)text[0];
                repaired.Write(encoded[..new Rune(character).EncodeToUtf8(encoded)]);
            }

            text = text[length..];
        }

        return repaired.WrittenSpan.ToArray();
    }
}

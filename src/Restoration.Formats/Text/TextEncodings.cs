using System.Text;

namespace Restoration.Formats.Text;

/// <summary>Tells what a text is written in, and reads what is not UTF-8.</summary>
internal static class TextEncodings
{
    /// <summary>What Windows programs write where they do not write Unicode; every byte has a meaning in it.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of a file that begins like this; UTF-8 unless a mark or the pattern of zero bytes says otherwise.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="markLength">The length of the byte order mark.</param>
    public static Encoding Detect(ReadOnlySpan<byte> head, out int markLength)
    {
        (Encoding encoding, markLength) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
            [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
            _ => (Encoding.UTF8, 0),
        };
        return encoding;
    }

    /// <summary>The same text in UTF-8, for bytes that are not UTF-8.</summary>
    public static byte[] FromWindows1252(ReadOnlySpan<byte> text) => Encoding.UTF8.GetBytes(Windows1252.GetString(text));
}

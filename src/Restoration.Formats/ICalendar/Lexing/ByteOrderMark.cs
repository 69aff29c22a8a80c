using System.Text;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>What the first bytes of a file say of its encoding.</summary>
/// <param name="Length">How many bytes the mark takes.</param>
/// <param name="Utf16">The encoding, if it is not UTF-8.</param>
internal readonly record struct ByteOrderMark(int Length, Encoding? Utf16)
{
    /// <summary>Looks at the first bytes. UTF-16 without a mark shows by the zero beside the first letter.</summary>
    public static ByteOrderMark Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(3, null),
        [0xFF, 0xFE, ..] => new(2, Encoding.Unicode),
        [0xFE, 0xFF, ..] => new(2, Encoding.BigEndianUnicode),
        [(byte)'B' or (byte)'b', 0, ..] => new(0, Encoding.Unicode),
        [0, (byte)'B' or (byte)'b', ..] => new(0, Encoding.BigEndianUnicode),
        _ => default,
    };
}

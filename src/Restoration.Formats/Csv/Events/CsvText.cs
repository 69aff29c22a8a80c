using System.Text;

namespace Restoration.Formats.Csv.Events;

/// <summary>What a text must be like so that a table gives it back as it is.</summary>
internal static class CsvText
{
    /// <summary>Whether it is more than white space, and has no line ends that a table changes: a cell is read with LF for all of them.</summary>
    public static bool IsStable(ReadOnlySpan<byte> text) => !text.Contains((byte)'\r') && !IsBlank(text);

    /// <summary>Whether it has no white space around it; an empty one has none.</summary>
    public static bool IsTrimmed(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (IsVisible(text[0]) && IsVisible(text[^1])))
        {
            return true;
        }

        string all = Encoding.UTF8.GetString(text);
        return all.Trim().Length == all.Length;
    }

    /// <summary>Whether it is a text of its own in a list: there is one, trimmed, without what separates it from others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separators">What it may not hold.</param>
    public static bool IsPart(ReadOnlySpan<byte> text, ReadOnlySpan<byte> separators) => !text.IsEmpty && !text.ContainsAny(separators) && IsTrimmed(text);

    private static bool IsBlank(ReadOnlySpan<byte> text)
        => !text.ContainsAnyInRange((byte)'!', (byte)'~') && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(text));

    private static bool IsVisible(byte character) => character is > (byte)' ' and < 0x7F;
}

using System.Buffers;

namespace Restoration.Formats.ICalendar.Values;

/// <summary>The characters that no content line may hold (RFC 5545 §3.1, CONTROL): all below the blank but the tab, and DEL.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<byte> All = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127]);

    private static readonly SearchValues<byte> AllButLineFeed = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127]);

    /// <summary>Whether a text has any.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsLineFeeds">Whether line feeds do not count: in a text that is decoded.</param>
    public static bool IsIn(ReadOnlySpan<byte> text, bool keepsLineFeeds = false) => text.ContainsAny(keepsLineFeeds ? AllButLineFeed : All);

    /// <summary>Copies a text without them. Vertical tabs and form feeds, which separate words, become blanks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Room for as many bytes.</param>
    /// <param name="keepsLineFeeds">Whether line feeds stay: in a text that is decoded.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Clean(ReadOnlySpan<byte> text, Span<byte> target, bool keepsLineFeeds)
    {
        int count = 0;
        foreach (byte character in text)
        {
            if (character is (byte)'\v' or (byte)'\f')
            {
                target[count++] = (byte)' ';
            }
            else if (!All.Contains(character) || (keepsLineFeeds && character == '\n'))
            {
                target[count++] = character;
            }
        }

        return count;
    }
}

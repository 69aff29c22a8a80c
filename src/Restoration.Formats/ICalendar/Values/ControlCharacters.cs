using System.Buffers;

namespace Restoration.Formats.ICalendar.Values;

/// <summary>
/// The characters that no content line may hold (RFC 5545 §3.1, CONTROL): all below the blank but the tab, and DEL. Some of them
/// separate words (vertical tab, form feed, the information separators): texts are read with them, and written with blanks.
/// </summary>
internal static class ControlCharacters
{
    private static readonly byte[] Separating = [0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F];
    private static readonly byte[] Other = [0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 127];

    private static readonly SearchValues<char> SeparatingCharacters = SearchValues.Create("\v\f\x1C\x1D\x1E\x1F");
    private static readonly SearchValues<byte> Separators = SearchValues.Create(Separating);
    private static readonly SearchValues<byte> All = SearchValues.Create([.. Separating, .. Other, (byte)'\n']);
    private static readonly SearchValues<byte> AllButLineFeed = SearchValues.Create([.. Separating, .. Other]);

    /// <summary>Whether a text has any.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsLineFeeds">Whether line feeds do not count: in a text that is decoded.</param>
    public static bool IsIn(ReadOnlySpan<byte> text, bool keepsLineFeeds = false) => text.ContainsAny(keepsLineFeeds ? AllButLineFeed : All);

    /// <summary>Copies a text without them; those that separate words become blanks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">Room for as many bytes; may be the text itself.</param>
    /// <param name="keepsLineFeeds">Whether line feeds stay: in a text that is decoded.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Clean(ReadOnlySpan<byte> text, Span<byte> target, bool keepsLineFeeds)
    {
        int count = 0;
        foreach (byte character in text)
        {
            if (Separators.Contains(character))
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

    /// <summary>Takes out those that mean nothing, in place.</summary>
    /// <returns>The length of what is left.</returns>
    public static int RemoveMeaningless(Span<byte> text)
    {
        int count = 0;
        foreach (byte character in text)
        {
            if (!All.Contains(character) || Separators.Contains(character))
            {
                text[count++] = character;
            }
        }

        return count;
    }

    /// <summary>A text with blanks for those that separate words.</summary>
    public static string Separate(string text)
    {
        if (!text.AsSpan().ContainsAny(SeparatingCharacters))
        {
            return text;
        }

        foreach (byte separator in Separating)
        {
            text = text.Replace((char)separator, ' ');
        }

        return text;
    }

    /// <summary>Makes blanks of those that separate words, in place.</summary>
    public static void ReplaceSeparators(Span<byte> text)
    {
        while (text.IndexOfAny(Separators) is >= 0 and int index)
        {
            text[index] = (byte)' ';
            text = text[(index + 1)..];
        }
    }
}

namespace Restoration.Formats.ICalendar.Reading;

/// <summary>Finds where in a text one event is over and the next begins, so that both can be read apart from each other.</summary>
internal static class ComponentBorders
{
    private static ReadOnlySpan<byte> Begin => "BEGIN:VEVENT"u8;

    private static ReadOnlySpan<byte> End => "\nEND:VEVENT"u8;

    /// <summary>Whether an event begins here.</summary>
    public static bool IsAt(ReadOnlySpan<byte> text) => text.StartsWith(Begin);

    /// <summary>The first border from an offset on; -1 if there is none.</summary>
    public static int FindFirst(ReadOnlySpan<byte> text, int from)
    {
        while (from < text.Length && text[from..].IndexOf(End) is >= 0 and int next)
        {
            from += next + End.Length;
            if (BorderBehind(text[from..]) is > 0 and int length)
            {
                return from + length;
            }
        }

        return -1;
    }

    /// <summary>The last border; -1 if there is none.</summary>
    public static int FindLast(ReadOnlySpan<byte> text)
    {
        for (int end = text.LastIndexOf(End); end >= 0; end = text[..end].LastIndexOf(End))
        {
            int from = end + End.Length;
            if (BorderBehind(text[from..]) is > 0 and int length)
            {
                return from + length;
            }
        }

        return -1;
    }

    // The length of the line end, if an event begins behind it; else 0.
    private static int BorderBehind(ReadOnlySpan<byte> text)
    {
        int length = text.StartsWith("\r\n"u8) ? 2 : text.StartsWith("\n"u8) ? 1 : 0;
        return length > 0 && IsAt(text[length..]) ? length : 0;
    }
}

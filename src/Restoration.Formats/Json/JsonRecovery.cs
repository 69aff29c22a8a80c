namespace Restoration.Formats.Json;

/// <summary>Finds where to read on behind text that is no JSON: our own files have one appointment a line.</summary>
internal static class JsonRecovery
{
    /// <summary>There is no such place.</summary>
    public const int None = -1;

    /// <summary>The beginning of the next line that holds one whole object, or of the one that ends the list.</summary>
    /// <param name="text">The text from the broken value on.</param>
    /// <param name="isList">Whether the values are elements of a list.</param>
    public static int FindNextLine(ReadOnlySpan<byte> text, bool isList)
    {
        int value = text.IndexOfAnyExcept(", \t\r\n"u8);
        int start = value < 0 ? text.Length : value;
        while (text[start..].IndexOf((byte)'\n') is >= 0 and int end)
        {
            start += end + 1;
            ReadOnlySpan<byte> rest = text[start..];
            if ((isList && rest is [(byte)']', ..]) || IsObject(rest, isList))
            {
                return start;
            }
        }

        return None;
    }

    private static bool IsObject(ReadOnlySpan<byte> text, bool isList)
    {
        int end = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = (end < 0 ? text : text[..end]).TrimEnd(" \t\r"u8);
        return line is [(byte)'{', .., (byte)'}'] || (isList && line is [(byte)'{', .., (byte)'}', (byte)',']);
    }
}

namespace Restoration.Formats.Csv;

/// <summary>The lines that programs put before the header, and what the header says of the delimiter.</summary>
internal static class CsvPreamble
{
    /// <summary>Recognises the line <c>sep=;</c> (Excel) or <c>#TYPE …</c> (Export-Csv of Windows PowerShell).</summary>
    /// <param name="text">The file from the beginning of a line.</param>
    /// <param name="length">The line's length with its end.</param>
    /// <param name="delimiter">The delimiter, if the line names one.</param>
    public static bool TryPass(ReadOnlySpan<byte> text, out int length, out byte? delimiter)
    {
        length = 0;
        delimiter = null;
        int end = text.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> line = text[..end].Trim((byte)'"');
        if (line is [(byte)'s' or (byte)'S', (byte)'e' or (byte)'E', (byte)'p' or (byte)'P', (byte)'=', byte named])
        {
            delimiter = named;
        }
        else if (!line.StartsWith("#TYPE "u8))
        {
            return false;
        }

        length = end + (text[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1);
        return true;
    }

    /// <summary>The one of comma, semicolon and tab that stands most often outside quotes in the first line.</summary>
    public static byte DetectDelimiter(ReadOnlySpan<byte> text)
    {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        bool isQuoted = false;
        foreach (byte character in text.TrimStart("\r\n"u8))
        {
            switch (character)
            {
                case (byte)'"':
                    isQuoted = !isQuoted;
                    break;
                case (byte)',' when !isQuoted:
                    commas++;
                    break;
                case (byte)';' when !isQuoted:
                    semicolons++;
                    break;
                case (byte)'\t' when !isQuoted:
                    tabs++;
                    break;
                case (byte)'\r' or (byte)'\n' when !isQuoted:
                    return Most(commas, semicolons, tabs);
            }
        }

        return Most(commas, semicolons, tabs);
    }

    private static byte Most(int commas, int semicolons, int tabs)
        => semicolons > commas && semicolons >= tabs ? (byte)';'
            : tabs > commas && tabs > semicolons ? (byte)'\t'
            : (byte)',';
}

using System.Text;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>
/// Rewrites lines that real programs get wrong into what they meant: a quote that closes behind the value, never or
/// in the middle of a name; blanks around the name. The meaning is kept, and the line is right afterwards.
/// </summary>
internal static class ContentLineRepair
{
    private const string ZoneParameter = ";TZID=";

    /// <summary>Repairs a line that <see cref="ContentLineSyntax.TrySplit"/> refused.</summary>
    /// <param name="line">The line.</param>
    /// <param name="repaired">The line as it should have been.</param>
    /// <returns>False if it is no property at all.</returns>
    public static bool TryRepair(ReadOnlySpan<byte> line, out byte[] repaired)
    {
        repaired = [];
        int nameLength = ContentLineSyntax.NameLength(line);
        if (nameLength <= 0)
        {
            return false;
        }

        string rest = Encoding.UTF8.GetString(line[nameLength..]).TrimStart(' ', '\t');
        if (rest.Length == 0 || rest[0] is not (':' or ';'))
        {
            return false;
        }

        string? text = rest[0] == ':' ? rest : Requote(rest) ?? Requote(CloseQuote(rest)) ?? Requote(WithoutQuotes(rest));
        if (text is null)
        {
            return false;
        }

        repaired = Encoding.UTF8.GetBytes(Encoding.ASCII.GetString(line[..nameLength]) + text);
        return true;
    }

    /// <summary>
    /// Puts quotes around a zone name with colons, as in <c>DTSTART;TZID=tzone://Microsoft/Custom:20260715T100000</c>: the date stands
    /// behind the last colon.
    /// </summary>
    /// <param name="line">A line of a date property.</param>
    /// <param name="valueStart">Where it is split: behind the first colon of the name.</param>
    /// <param name="repaired">The line as it should have been.</param>
    /// <returns>False if that is not what is wrong.</returns>
    public static bool TryQuoteZone(ReadOnlySpan<byte> line, int valueStart, out byte[] repaired)
    {
        repaired = [];
        string parameters = Encoding.UTF8.GetString(line[..(valueStart - 1)]);
        string value = Encoding.UTF8.GetString(line[valueStart..]);
        int zone = parameters.LastIndexOf(ZoneParameter, StringComparison.OrdinalIgnoreCase) + ZoneParameter.Length;
        int date = value.LastIndexOf(':') + 1;
        if (zone < ZoneParameter.Length || date == 0 || date == value.Length || !char.IsAsciiDigit(value[date]) || value.Contains('"', StringComparison.Ordinal))
        {
            return false;
        }

        // Quotes around a part of the name mean nothing; one of another parameter means that this is no name at all.
        string name = parameters[zone..];
        if (name.Contains(';', StringComparison.Ordinal) || name.Count(character => character == '"') % 2 != 0)
        {
            return false;
        }

        repaired = Encoding.UTF8.GetBytes($"{parameters[..zone]}\"{name.Replace("\"", "", StringComparison.Ordinal)}:{value[..(date - 1)]}\":{value[date..]}");
        return true;
    }

    // TZID="W. Europe Standard Time:20200609T090000" → TZID="W. Europe Standard Time":20200609T090000
    private static string CloseQuote(string text)
    {
        int open = text.IndexOf('"', StringComparison.Ordinal);
        int colon = open < 0 ? -1 : text.IndexOf(':', open);
        return colon >= 0 && text.EndsWith('"') && text.IndexOf('"', open + 1) == text.Length - 1
            ? string.Concat(text.AsSpan(0, colon), "\"", text.AsSpan(colon, text.Length - 1 - colon))
            : text;
    }

    private static string WithoutQuotes(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? text : string.Concat(text[..colon].Replace("\"", "", StringComparison.Ordinal), text.AsSpan(colon));
    }

    // Writes every parameter anew; null if no colon stands outside the quotes.
    private static string? Requote(string text)
    {
        int colon = IndexOutsideQuotes(text, 0, ':');
        if (colon < 0)
        {
            return null;
        }

        StringBuilder line = new(text.Length + 8);
        int start = 1;
        while (start <= colon)
        {
            int end = IndexOutsideQuotes(text, start, ';');
            end = end < 0 || end > colon ? colon : end;
            AppendParameter(line, text[start..end]);
            start = end + 1;
        }

        return line.Append(text, colon, text.Length - colon).ToString();
    }

    private static void AppendParameter(StringBuilder line, string parameter)
    {
        int equals = parameter.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            line.Append(parameter.Length > 0 ? ";" : "").Append(parameter);
            return;
        }

        line.Append(';').Append(parameter, 0, equals).Append('=');
        int start = equals + 1;
        while (start <= parameter.Length)
        {
            int end = IndexOutsideQuotes(parameter, start, ',');
            end = end < 0 ? parameter.Length : end;
            string value = parameter[start..end].Trim();
            value = value.Length > 1 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;
            line.Append(start > equals + 1 ? "," : "").Append(ParameterText.Quote(value.Replace("\"", "^'", StringComparison.Ordinal)));
            start = end + 1;
        }
    }

    private static int IndexOutsideQuotes(string text, int start, char wanted)
    {
        bool isQuoted = false;
        for (int index = start; index < text.Length; index++)
        {
            if (text[index] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[index] == wanted && !isQuoted)
            {
                return index;
            }
        }

        return -1;
    }
}

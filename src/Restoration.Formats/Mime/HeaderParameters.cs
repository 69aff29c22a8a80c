using System.Text;

namespace Restoration.Formats.Mime;

/// <summary>
/// A value with parameters, such as <c>text/plain; charset=utf-8</c> (RFC 2045 §5.1), continued and encoded ones included
/// (RFC 2231), and encoded words where they should not be.
/// </summary>
internal sealed class HeaderParameters
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private HeaderParameters(string value) => Value = value;

    /// <summary>What stands before the parameters, in lower case.</summary>
    public string Value { get; }

    /// <summary>Reads a field.</summary>
    public static HeaderParameters Parse(ReadOnlySpan<byte> raw)
    {
        // One character a byte: what the bytes mean is known when the parameter's character set is.
        string text = Encoding.Latin1.GetString(HeaderText.Unfold(raw));
        int position = 0;
        HeaderParameters parameters = new(TakeUntil(text, ref position, ';').Trim().ToLowerInvariant());
        SortedDictionary<(string Name, int Section), (string Text, bool IsEncoded)> sections = [];
        while (position < text.Length)
        {
            string name = TakeUntil(text, ref position, '=', ';').Trim().ToLowerInvariant();
            string value = position > 0 && text[position - 1] == '=' ? TakeValue(text, ref position) : "";
            if (name.Length > 0)
            {
                parameters.Add(name, value, sections);
            }
        }

        foreach (IGrouping<string, KeyValuePair<(string Name, int Section), (string Text, bool IsEncoded)>> sectioned in sections.GroupBy(section => section.Key.Name))
        {
            parameters._values[sectioned.Key] = Join([.. sectioned.Select(section => section.Value)]);
        }

        return parameters;
    }

    /// <summary>A parameter; null if there is none of this name.</summary>
    public string? Get(string name) => _values.GetValueOrDefault(name);

    private void Add(string name, string value, SortedDictionary<(string Name, int Section), (string Text, bool IsEncoded)> sections)
    {
        int star = name.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            _values.TryAdd(name, HeaderText.Decode(Encoding.Latin1.GetBytes(value)));
            return;
        }

        bool isEncoded = name.EndsWith('*');
        string section = name[(star + 1)..].TrimEnd('*');
        int number = int.TryParse(section, System.Globalization.CultureInfo.InvariantCulture, out int parsed) ? parsed : 0;
        sections.TryAdd((name[..star], number), (value, isEncoded));
    }

    private static string Join(IReadOnlyList<(string Text, bool IsEncoded)> sections)
    {
        string? charset = null;
        List<byte> bytes = [];
        for (int i = 0; i < sections.Count; i++)
        {
            string text = sections[i].Text;
            if (i == 0 && sections[i].IsEncoded && text.Split('\'') is { Length: >= 3 } parts)
            {
                charset = parts[0];
                text = string.Join('\'', parts[2..]);
            }

            bytes.AddRange(sections[i].IsEncoded ? Unescape(text) : Encoding.Latin1.GetBytes(text));
        }

        return MimeCharset.Decode(bytes.ToArray(), charset);
    }

    private static byte[] Unescape(string text) => TransferEncoding.QuotedPrintable(Encoding.Latin1.GetBytes(text.Replace("=", "=3D", StringComparison.Ordinal).Replace('%', '=')), isHeader: false);

    private static string TakeValue(string text, ref int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        if (position >= text.Length || text[position] != '"')
        {
            return TakeUntil(text, ref position, ';').Trim();
        }

        StringBuilder value = new();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            position += text[position] == '\\' && position + 1 < text.Length ? 1 : 0;
            value.Append(text[position]);
        }

        TakeUntil(text, ref position, ';');
        return value.ToString();
    }

    private static string TakeUntil(string text, ref int position, params ReadOnlySpan<char> ends)
    {
        int length = position < text.Length ? text.AsSpan(position).IndexOfAny(ends) : -1;
        string taken = length < 0 ? text[Math.Min(position, text.Length)..] : text.Substring(position, length);
        position = length < 0 ? text.Length : position + length + 1;
        return taken;
    }
}

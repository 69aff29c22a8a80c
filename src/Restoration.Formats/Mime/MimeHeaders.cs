namespace Restoration.Formats.Mime;

/// <summary>
/// The header of a message or of a part: its fields in their order, and where the body begins. Nothing is decoded, nothing is
/// repaired: what is no field ends the header, as if the empty line before the body were missing.
/// </summary>
internal sealed class MimeHeaders
{
    private const int MostFields = 10_000;

    private MimeHeaders(IReadOnlyList<MimeHeader> fields, int bodyStart, bool isWhole)
    {
        Fields = fields;
        BodyStart = bodyStart;
        IsWhole = isWhole;
    }

    /// <summary>The fields.</summary>
    public IReadOnlyList<MimeHeader> Fields { get; }

    /// <summary>Where the body begins.</summary>
    public int BodyStart { get; }

    /// <summary>Whether an empty line ends the header, or the message ends with it.</summary>
    public bool IsWhole { get; }

    /// <summary>Reads the header that an entity begins with.</summary>
    public static MimeHeaders Parse(ReadOnlyMemory<byte> entity)
    {
        List<MimeHeader> fields = [];
        ReadOnlySpan<byte> text = entity.Span;
        int position = 0;
        while (position < text.Length)
        {
            int end = LineEnd(text, position);
            ReadOnlySpan<byte> line = text[position..end].TrimEnd("\r\n"u8);
            if (line.IsEmpty)
            {
                return new MimeHeaders(fields, end, isWhole: true);
            }

            int colon = ColonOf(line);
            if (colon < 0 || fields.Count == MostFields)
            {
                return new MimeHeaders(fields, position, isWhole: false);
            }

            while (end < text.Length && text[end] is (byte)' ' or (byte)'\t')
            {
                end = LineEnd(text, end);
            }

            int nameLength = line[..colon].TrimEnd(" \t"u8).Length;
            fields.Add(new MimeHeader(entity[position..end], nameLength, colon + 1));
            position = end;
        }

        return new MimeHeaders(fields, position, isWhole: true);
    }

    /// <summary>The first field of this name; null if there is none.</summary>
    public MimeHeader? Find(ReadOnlySpan<byte> name)
    {
        foreach (MimeHeader field in Fields)
        {
            if (field.Is(name))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The text of the first field of this name, decoded; null if there is none.</summary>
    public string? Text(ReadOnlySpan<byte> name) => Find(name) is { } field ? HeaderText.Decode(field.Value) : null;

    /// <summary>All fields of this name.</summary>
    public IEnumerable<MimeHeader> All(string name)
    {
        byte[] wanted = System.Text.Encoding.ASCII.GetBytes(name);
        return Fields.Where(field => field.Is(wanted));
    }

    // A name is printable and has no blank in it (RFC 5322 §3.6.8); before the colon, old messages may have some (§4.5).
    private static int ColonOf(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> name = colon < 0 ? default : line[..colon].TrimEnd(" \t"u8);
        return name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? -1 : colon;
    }

    private static int LineEnd(ReadOnlySpan<byte> text, int start)
    {
        int length = text[start..].IndexOf((byte)'\n');
        return length < 0 ? text.Length : start + length + 1;
    }
}

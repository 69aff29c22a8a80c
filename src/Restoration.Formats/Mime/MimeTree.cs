using System.Text;

namespace Restoration.Formats.Mime;

/// <summary>
/// The parts of a message (RFC 2046 §5.1), found without changing a byte of it. What is damaged is named, and the rest is read as
/// far as it goes.
/// </summary>
internal sealed class MimeTree
{
    private const int MostParts = 10_000;

    private readonly int _deepest;
    private readonly List<MimePart> _parts = [];
    private readonly List<string> _defects = [];

    private MimeTree(int deepest) => _deepest = deepest;

    /// <summary>The parts that hold no others, in their order.</summary>
    public IReadOnlyList<MimePart> Parts => _parts;

    /// <summary>What is damaged, in words.</summary>
    public IReadOnlyList<string> Defects => _defects;

    /// <summary>Takes a message apart.</summary>
    /// <param name="headers">Its header.</param>
    /// <param name="entity">The message.</param>
    /// <param name="deepest">How deep parts may be in one another; what is deeper is one part.</param>
    public static MimeTree Read(MimeHeaders headers, ReadOnlyMemory<byte> entity, int deepest)
    {
        MimeTree tree = new(deepest);
        tree.Walk(headers, entity[headers.BodyStart..], 0);
        return tree;
    }

    private void Walk(MimeHeaders headers, ReadOnlyMemory<byte> body, int depth)
    {
        HeaderParameters type = HeaderParameters.Parse(headers.Find("Content-Type"u8) is { } field ? field.Value : "text/plain"u8);
        if (!type.Value.StartsWith("multipart/", StringComparison.Ordinal))
        {
            Add(headers, type, body);
            return;
        }

        if (depth >= _deepest)
        {
            Note(FormattableString.Invariant($"parts are nested deeper than {_deepest} levels; what is inside was not looked at"));
            Add(headers, type, body);
        }
        else if (type.Get("boundary") is not { Length: > 0 } boundary)
        {
            Note("it says that it has parts, but not where they begin: the boundary is missing");
            Add(headers, type, body);
        }
        else
        {
            Split(type, body, boundary, depth);
        }
    }

    private void Split(HeaderParameters type, ReadOnlyMemory<byte> body, string boundary, int depth)
    {
        byte[] delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        int partStart = -1;
        int position = 0;
        while (FindDelimiter(body.Span, delimiter, position) is { Start: >= 0 } found)
        {
            if (partStart >= 0)
            {
                Part(type, body[partStart..Math.Max(partStart, found.Start)], depth);
            }

            if (found.IsLast)
            {
                return;
            }

            partStart = position = found.Next;
        }

        if (partStart < 0)
        {
            Note("the boundary that it names does not stand in it");
        }
        else
        {
            Note("its last boundary is missing: it was cut off");
            Part(type, body[partStart..], depth);
        }
    }

    private void Part(HeaderParameters container, ReadOnlyMemory<byte> entity, int depth)
    {
        if (_parts.Count >= MostParts)
        {
            Note(FormattableString.Invariant($"it has more than {MostParts} parts; the others were not looked at"));
            return;
        }

        MimeHeaders headers = MimeHeaders.Parse(entity);
        if (container.Value == "multipart/digest" && headers.Find("Content-Type"u8) is null)
        {
            _parts.Add(new MimePart(HeaderParameters.Parse("message/rfc822"u8), null, null, false, entity[headers.BodyStart..]));
            return;
        }

        Walk(headers, entity[headers.BodyStart..], depth + 1);
    }

    private void Add(MimeHeaders headers, HeaderParameters type, ReadOnlyMemory<byte> body) => _parts.Add(new MimePart(
        type,
        headers.Find("Content-Disposition"u8) is { } disposition ? HeaderParameters.Parse(disposition.Value) : null,
        headers.Text("Content-Transfer-Encoding"u8),
        headers.Find("Content-ID"u8) is not null,
        body));

    private void Note(string defect)
    {
        if (!_defects.Contains(defect, StringComparer.Ordinal))
        {
            _defects.Add(defect);
        }
    }

    // The line end before a delimiter belongs to it (RFC 2046 §5.1.1).
    private static (int Start, int Next, bool IsLast) FindDelimiter(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter, int from)
    {
        while (from < body.Length)
        {
            int index = body[from..].IndexOf(delimiter);
            if (index < 0)
            {
                break;
            }

            int start = from + index;
            int end = body[start..].IndexOf((byte)'\n');
            int next = end < 0 ? body.Length : start + end + 1;
            ReadOnlySpan<byte> rest = body[(start + delimiter.Length)..next].TrimEnd(" \t\r\n"u8);
            bool isLast = rest.StartsWith("--"u8);
            if ((start == 0 || body[start - 1] == '\n') && (isLast || rest.IsEmpty))
            {
                int before = start > 0 ? start - 1 : 0;
                before = before > 0 && body[before - 1] == '\r' ? before - 1 : before;
                return (before, next, isLast);
            }

            from = start + delimiter.Length;
        }

        return (-1, 0, false);
    }
}

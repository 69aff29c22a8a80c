using System.Text;

namespace Restoration.Formats.Mime;

/// <summary>One field of a header as it stands in the message (RFC 5322 §2.2).</summary>
/// <param name="Field">All of it, the folded lines and the last line end included.</param>
/// <param name="NameLength">How many bytes the name takes.</param>
/// <param name="ValueStart">Where the value begins, behind the colon.</param>
internal readonly record struct MimeHeader(ReadOnlyMemory<byte> Field, int NameLength, int ValueStart)
{
    /// <summary>The name as written.</summary>
    public string Name => Encoding.Latin1.GetString(Field.Span[..NameLength]);

    /// <summary>What stands behind the colon, folded as it is.</summary>
    public ReadOnlySpan<byte> Value => Field.Span[ValueStart..];

    /// <summary>Whether the field has this name, whatever the case.</summary>
    public bool Is(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(Field.Span[..NameLength], name);
}

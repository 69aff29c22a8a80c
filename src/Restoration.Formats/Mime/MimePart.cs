namespace Restoration.Formats.Mime;

/// <summary>A part of a message that holds no other parts.</summary>
/// <param name="Type">Its media type, with parameters.</param>
/// <param name="Disposition">What is to be done with it; null if nothing says so.</param>
/// <param name="Encoding">Its transfer encoding.</param>
/// <param name="HasContentId">Whether other parts can point to it.</param>
/// <param name="Body">Its body, as it was carried.</param>
internal sealed record MimePart(
    HeaderParameters Type, HeaderParameters? Disposition, string? Encoding, bool HasContentId, ReadOnlyMemory<byte> Body)
{
    /// <summary>Its name as a file; empty if it has none.</summary>
    public string FileName => Disposition?.Get("filename") ?? Type.Get("name") ?? "";

    /// <summary>Whether it is text that a reader is shown as the message itself.</summary>
    public bool IsBodyText => Type.Value is "text/plain" or "text/html" && Disposition?.Value != "attachment" && FileName.Length == 0;

    /// <summary>Whether the body shows it, so that it is no file of its own.</summary>
    public bool IsInline => Disposition?.Value != "attachment" && HasContentId && Type.Value.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The text of a text part.</summary>
    public string ReadText() => MimeCharset.Decode(TransferEncoding.Decode(Body.Span, Encoding), Type.Get("charset"));
}

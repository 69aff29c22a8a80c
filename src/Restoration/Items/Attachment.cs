namespace Restoration.Items;

/// <summary>An attachment of an appointment (RFC 5545 §3.8.1.1).</summary>
public sealed record Attachment
{
    /// <summary>The address, if the attachment is a link.</summary>
    public string? Uri { get; init; }

    /// <summary>The file name, if the file says one.</summary>
    public string? Name { get; init; }

    /// <summary>The media type (FMTTYPE).</summary>
    public string? MediaType { get; init; }

    /// <summary>The size of an inline attachment in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Whether the bytes are in the appointment itself.</summary>
    public bool IsInline => Uri is null;
}

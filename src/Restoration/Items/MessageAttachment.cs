namespace Restoration.Items;

/// <summary>A file in a message.</summary>
/// <param name="Name">Its name; empty if it has none.</param>
/// <param name="ContentType">Its media type, such as <c>image/png</c>.</param>
/// <param name="Size">Its size in bytes when decoded; of text that is kept as it is, in the message.</param>
/// <param name="IsInline">Whether the body shows it.</param>
public sealed record MessageAttachment(string Name, string ContentType, long Size, bool IsInline);

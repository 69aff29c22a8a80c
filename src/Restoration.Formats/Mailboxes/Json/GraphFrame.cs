namespace Restoration.Formats.Mailboxes.Json;

/// <summary>What the scanner stands in: an object around lists, or a list of things.</summary>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="Name">The name of the list.</param>
internal sealed record GraphFrame(bool IsList, string Name)
{
    /// <summary>The members of an object that are texts, as far as they were read.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);
}

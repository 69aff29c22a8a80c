namespace Restoration.Sources;

/// <summary>An id that nearly always is a GUID: as text it takes six times the memory, and there are as many as records.</summary>
internal readonly record struct CompactId
{
    private readonly Guid _guid;
    private readonly string? _text;

    private CompactId(Guid guid, string? text)
    {
        _guid = guid;
        _text = text;
    }

    /// <summary>Keeps an id, or that there is none.</summary>
    public static CompactId Of(string? text)
        => Guid.TryParseExact(text, "D", out Guid guid) && guid != default && string.Equals(guid.ToString(), text, StringComparison.Ordinal)
            ? new CompactId(guid, null)
            : new CompactId(default, text);

    /// <summary>The id as it was written.</summary>
    public override string? ToString() => _guid == default ? _text : _guid.ToString();
}

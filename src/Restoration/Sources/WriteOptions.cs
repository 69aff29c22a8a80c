namespace Restoration.Sources;

/// <summary>How a file is written.</summary>
public sealed record WriteOptions
{
    /// <summary>Whether to write what only this program reads: where the items come from, ids, what the format has no place for.</summary>
    public bool IncludeMetadata { get; init; } = true;

    /// <summary>The name that the file will have, for formats that its ending says more of; null if it has none.</summary>
    public string? FileName { get; init; }

    /// <summary>The moment of writing, for formats that say it.</summary>
    public required DateTimeOffset WrittenAt { get; init; }
}

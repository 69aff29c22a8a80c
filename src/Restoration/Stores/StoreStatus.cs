namespace Restoration.Stores;

/// <summary>Where a store's schema stands.</summary>
public sealed record StoreStatus
{
    /// <summary>The store's name for people.</summary>
    public required string Store { get; init; }

    /// <summary>Which database it is: SQLite or PostgreSQL.</summary>
    public required string Provider { get; init; }

    /// <summary>Whether it exists.</summary>
    public required bool Exists { get; init; }

    /// <summary>The version of its schema; 0 for none.</summary>
    public required int Version { get; init; }

    /// <summary>The version that this program works with.</summary>
    public required int LatestVersion { get; init; }

    /// <summary>The steps that upgrading would take, by number and name.</summary>
    public IReadOnlyList<string> Pending { get; init; } = [];

    /// <summary>Whether the program can work with it as it is.</summary>
    public bool IsCurrent => Version == LatestVersion;
}

/// <summary>A step that a migration is about to take.</summary>
/// <param name="Version">The step's number.</param>
/// <param name="Name">The step's name.</param>
/// <param name="IsUpgrade">Whether it goes up.</param>
/// <param name="Number">Which of the steps it is, counted from 1.</param>
/// <param name="Total">How many steps there are.</param>
public sealed record MigrationProgress(int Version, string Name, bool IsUpgrade, int Number, int Total);

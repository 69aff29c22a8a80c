namespace Restoration.Configurations;

/// <summary>A configuration before it is saved.</summary>
public sealed record ConfigurationDraft
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>What it restores from.</summary>
    public required SourceType SourceType { get; init; }

    /// <summary>Which source of that type: a JSON object.</summary>
    public required string Source { get; init; }

    /// <summary>What it restores to.</summary>
    public required DestinationType DestinationType { get; init; }

    /// <summary>Which destination of that type: a JSON object.</summary>
    public required string Destination { get; init; }

    /// <summary>Which items, and what to do on a match: a JSON object; null for the defaults.</summary>
    public string? Policy { get; init; }

    /// <summary>Whether it may be run.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The configuration of a user.</summary>
    public RestorationConfiguration ToConfiguration(string user, DateTimeOffset now) => new()
    {
        Name = Name,
        Description = Description,
        User = user,
        SourceType = SourceType,
        Source = Source,
        DestinationType = DestinationType,
        Destination = Destination,
        Policy = Policy,
        IsActive = IsActive,
        CreatedAt = now,
        UpdatedAt = now,
    };
}

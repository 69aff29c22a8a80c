namespace Restoration.Users;

/// <summary>Somebody who works with the store.</summary>
public sealed record RestorationUser
{
    /// <summary>The user's number in the store.</summary>
    public long Id { get; init; }

    /// <summary>The name; case does not count.</summary>
    public required string Name { get; init; }

    /// <summary>What the user may do.</summary>
    public required UserRole Role { get; init; }

    /// <summary>Whether the user may do anything at all.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Who made the user; null for one who came with the store.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When the user was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the user was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

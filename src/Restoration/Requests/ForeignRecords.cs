using Restoration.Auditing;
using Restoration.Configurations;
using Restoration.Failures;
using Restoration.Users;

namespace Restoration.Requests;

/// <summary>What another program's database holds besides items, in the words of this one.</summary>
public sealed record ForeignRecords
{
    /// <summary>The users.</summary>
    public IReadOnlyList<ForeignUser> Users { get; init; } = [];

    /// <summary>The saved restores, each with its user.</summary>
    public IReadOnlyList<(string User, ConfigurationDraft Draft)> Configurations { get; init; } = [];

    /// <summary>The entries of its audit trail.</summary>
    public IReadOnlyList<AuditEntry> AuditEntries { get; init; } = [];

    /// <summary>What could not be kept.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>A user of another program.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">What the user may do here.</param>
/// <param name="IsActive">Whether the user may do anything.</param>
public sealed record ForeignUser(string Name, UserRole Role, bool IsActive);

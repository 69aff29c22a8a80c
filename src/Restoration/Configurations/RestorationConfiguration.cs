namespace Restoration.Configurations;

/// <summary>A saved restore: from where, to where, under which policy. Running it is a request.</summary>
public sealed record RestorationConfiguration
{
    /// <summary>Its number in the store.</summary>
    public long ConfigurationId { get; init; }

    /// <summary>Its name, unique for the user.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whose it is.</summary>
    public required string User { get; init; }

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

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>What a configuration restores from.</summary>
public enum SourceType
{
    /// <summary>Audit records, of files or of the store's own trail.</summary>
    AuditLog,

    /// <summary>Backup calendars and point-in-time backups.</summary>
    BackupCalendar,

    /// <summary>Export files.</summary>
    ExportFile,
}

/// <summary>What a configuration restores to.</summary>
public enum DestinationType
{
    /// <summary>A calendar of the store.</summary>
    LocalCalendar,

    /// <summary>A calendar in Microsoft 365.</summary>
    MSGraphCalendar,

    /// <summary>An export file.</summary>
    ExportFile,
}

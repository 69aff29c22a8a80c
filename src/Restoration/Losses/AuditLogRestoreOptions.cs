using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>What is asked for when appointments are restored from audit records.</summary>
public sealed record AuditLogRestoreOptions
{
    /// <summary>The exports of audit records, by their full paths. Without these and <see cref="Records"/>, the store's own trail is read.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Records that come from elsewhere.</summary>
    public IReadOnlyList<ReadAuditRecord>? Records { get; init; }

    /// <summary>Which losses.</summary>
    public LossFilter Losses { get; init; } = LossFilter.All;

    /// <summary>Which appointments, by what they are and when they are.</summary>
    public ItemFilter Appointments { get; init; } = ItemFilter.All;

    /// <summary>Files that serve as backups, by their full paths.</summary>
    public IReadOnlyList<string> BackupPaths { get; init; } = [];

    /// <summary>When those files were made; null to take it from inside them.</summary>
    public DateTimeOffset? BackupTime { get; init; }

    /// <summary>What dates without a zone mean, in those files and in records that hold an appointment's times.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The language that dates such as <c>03/04/2026</c> are written in there.</summary>
    public string? Culture { get; init; }

    /// <summary>Where to restore to.</summary>
    public Location Destination { get; init; } = Location.Original;

    /// <summary>The format of a file to restore to, if its name is not to say it.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a file to restore to may be added to.</summary>
    public bool Force { get; init; }

    /// <summary>What to do with what the destination has already.</summary>
    public ConflictResolutionOption ConflictResolution { get; init; } = ConflictResolutionOption.KeepTargetItem;

    /// <summary>Whether to restore all appointments that a record could mean.</summary>
    public bool IncludeAmbiguous { get; init; }

    /// <summary>Whether to make placeholders for what no backup has.</summary>
    public bool AllowPlaceholder { get; init; }

    /// <summary>The request's name; null for the next default name.</summary>
    public string? Name { get; init; }
}

using Restoration.Items;

namespace Restoration.Backups.Plans;

/// <summary>What a run of a plan has made of one calendar: a backup in the store, or a file.</summary>
public sealed record BackupCopy
{
    /// <summary>Its number in the store; rises from copy to copy.</summary>
    public long Id { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The mailbox's address.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The calendar's path.</summary>
    public required FolderPath Folder { get; init; }

    /// <summary>The calendar's path as text.</summary>
    public string Calendar => Folder.ToString();

    /// <summary>The moment whose state it holds.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The backup in the store; null for a file.</summary>
    public Guid? BackupId { get; init; }

    /// <summary>The file; null for a backup in the store.</summary>
    public string? File { get; init; }

    /// <summary>What the file was when it was written, so that another one in its place is left alone.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How many items it holds.</summary>
    public long ItemCount { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>A digest over its items: the same for two copies of an unchanged calendar.</summary>
    public ContentHash Digest { get; init; }

    /// <summary>When it was read back and found whole; null if it was not.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Whether somebody holds the backup, so that it stays.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Where it is.</summary>
    public Location Location => File is null ? Location.OfBackup(BackupId.ToString()!) : Location.OfFile(File);
}

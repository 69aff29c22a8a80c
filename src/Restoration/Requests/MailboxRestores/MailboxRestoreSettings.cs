using Restoration.Policies;

namespace Restoration.Requests.MailboxRestores;

/// <summary>What is asked for in a restore of a mailbox.</summary>
public sealed record MailboxRestoreSettings
{
    /// <summary>The mailbox to read, of any kind.</summary>
    public required string SourceMailbox { get; init; }

    /// <summary>The mailbox to write to; null for the source itself, which needs a folder to write to, or a backup to read.</summary>
    public string? TargetMailbox { get; init; }

    /// <summary>Whether the archive of the source mailbox is read.</summary>
    public bool SourceIsArchive { get; init; }

    /// <summary>Whether the archive of the target mailbox is written to.</summary>
    public bool TargetIsArchive { get; init; }

    /// <summary>The last day or moment of which backups are read instead of the mailbox as it is; null to read that.</summary>
    public string? BackupTime { get; init; }

    /// <summary>The folder below which everything is that is read; null for the top. Its path is taken off.</summary>
    public string? SourceRootFolder { get; init; }

    /// <summary>The folder that everything goes below of; <c>/</c> for the top, null for one of its own.</summary>
    public string? TargetRootFolder { get; init; }

    /// <summary>Which folders and items.</summary>
    public MailboxRestoreOptions Options { get; init; } = new();

    /// <summary>What to do with what the target has already.</summary>
    public ConflictResolutionOption ConflictResolution { get; init; } = ConflictResolutionOption.KeepAll;

    /// <summary>The request's name; null for the next default name.</summary>
    public string? Name { get; init; }

    /// <summary>What the administrator says of the request.</summary>
    public RequestSettings Request { get; init; } = RequestSettings.OfMailboxRestore;

    /// <summary>Whether it is meant to be that the mailboxes are those of different people.</summary>
    public bool AllowMailboxMismatch { get; init; }

    /// <summary>What dates without a zone mean in the content filter; null for UTC.</summary>
    public string? TimeZone { get; init; }
}

using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>What is asked for: everything of a request before it is one.</summary>
public sealed record RequestDraft
{
    /// <summary>What it is for.</summary>
    public required RequestKind Kind { get; init; }

    /// <summary>Where the items come from.</summary>
    public required Location Source { get; init; }

    /// <summary>Where they go to.</summary>
    public required Location Destination { get; init; }

    /// <summary>Its name; null for the next default name.</summary>
    public string? Name { get; init; }

    /// <summary>What is done on a match.</summary>
    public ConflictResolutionOption ConflictResolution { get; init; } = ConflictResolutionOption.KeepTargetItem;

    /// <summary>What it takes to open source and destination.</summary>
    public RequestOptions Options { get; init; } = new();

    /// <summary>What an administrator says of the request.</summary>
    public RequestSettings Settings { get; init; } = new();

    /// <summary>The GUID of the mailbox that a mailbox restore reads.</summary>
    public Guid? SourceMailboxGuid { get; init; }

    /// <summary>The GUID of the mailbox that a mailbox restore writes to.</summary>
    public Guid? TargetMailboxGuid { get; init; }

    /// <summary>How many items there may be, if that is known.</summary>
    public long? EstimatedItems { get; init; }

    /// <summary>How many bytes they may have, if that is known.</summary>
    public long? EstimatedBytes { get; init; }

    /// <summary>The entries of a source that cannot be read a second time.</summary>
    public IReadOnlyList<SourceItem> Entries { get; init; } = [];

    /// <summary>The saved configuration that it runs.</summary>
    public long? ConfigurationId { get; init; }

    /// <summary>The request that it takes back.</summary>
    public Guid? UndoOf { get; init; }
}

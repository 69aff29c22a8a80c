using Restoration.Items;

namespace Restoration.Auditing;

/// <summary>One entry of the audit trail: who did what, when, with which outcome.</summary>
public sealed record AuditEntry
{
    /// <summary>Its place in the trail, counted from 1 without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who acted.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done: the operation of a run, or what became of one item of it.</summary>
    public required string Operation { get; init; }

    /// <summary>The run that it belongs to.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>What it was done to: a location, a backup, a user.</summary>
    public required string Target { get; init; }

    /// <summary>The item's id in the destination.</summary>
    public string? ItemId { get; init; }

    /// <summary>The item's UID.</summary>
    public string? Uid { get; init; }

    /// <summary>The item's subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The content hash before: the store keeps the content under it.</summary>
    public ContentHash? Before { get; init; }

    /// <summary>The content hash after.</summary>
    public ContentHash? After { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>How long it took; null for a single item.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What there is to say; never a body or a secret.</summary>
    public string? Detail { get; init; }

    /// <summary>The chain's link: a digest over the entry before and this one.</summary>
    public ContentHash Hash { get; init; }
}

/// <summary>How something ended.</summary>
public enum AuditOutcome
{
    /// <summary>It has begun; another entry will say how it ended.</summary>
    Started,

    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>Some of it was done.</summary>
    PartiallySucceeded,

    /// <summary>Nothing had to be done, or the policy forbids it.</summary>
    Skipped,

    /// <summary>It could not be done.</summary>
    Failed,

    /// <summary>The acting user may not do it.</summary>
    Denied,
}

using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Execution;

/// <summary>
/// What became of one entry of a request's source. For an effect it holds what undoing takes: the item, how it was, how it is.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The place in the source.</summary>
    public required long Ordinal { get; init; }

    /// <summary>What was done.</summary>
    public required ItemAction Action { get; init; }

    /// <summary>Why.</summary>
    public required ActionReason Reason { get; init; }

    /// <summary>By what the item was recognised.</summary>
    public MatchRung? MatchedBy { get; init; }

    /// <summary>Whether the effect is there; false while it is only intended.</summary>
    public bool IsDone { get; init; } = true;

    /// <summary>The item's id in the destination.</summary>
    public string? TargetId { get; init; }

    /// <summary>Where the item is, if the request's destination spans several places.</summary>
    public string? Location { get; init; }

    /// <summary>The content hash before; null if there was nothing.</summary>
    public ContentHash? Before { get; init; }

    /// <summary>The content hash after; null if there is nothing.</summary>
    public ContentHash? After { get; init; }

    /// <summary>The UID.</summary>
    public string? Uid { get; init; }

    /// <summary>Which occurrence, for an override.</summary>
    public string? RecurrenceId { get; init; }

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When it starts.</summary>
    public CalendarTime? Start { get; init; }

    /// <summary>When it ends.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>Whether it lasts whole days.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>Which failure it was.</summary>
    public FailureCode? Failure { get; init; }

    /// <summary>What there is to say.</summary>
    public string? Detail { get; init; }

    /// <summary>The audit record that it answers.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it changed the destination.</summary>
    public bool HasEffect => Action is not (ItemAction.Skip or ItemAction.Fail);
}

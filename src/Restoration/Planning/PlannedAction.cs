using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Planning;

/// <summary>One line of a plan: what will be done for one entry of the source, and why.</summary>
public sealed record PlannedAction
{
    /// <summary>The entry of the source.</summary>
    public required SourceItem Source { get; init; }

    /// <summary>What will be done.</summary>
    public required ItemAction Action { get; init; }

    /// <summary>Why.</summary>
    public required ActionReason Reason { get; init; }

    /// <summary>Where it will be done, if the destination has many places.</summary>
    public Location? Place { get; init; }

    /// <summary>By what the item was recognised; null if nothing fits it.</summary>
    public MatchRung? MatchedBy { get; init; }

    /// <summary>The item as it will be written: the source's, a copy under another UID, or a merged one.</summary>
    public Item? Item { get; init; }

    /// <summary>The item that is acted on, for Replace, Update and Delete.</summary>
    public ExistingItem? Target { get; init; }

    /// <summary>Whether it is about a second copy, under a UID of its own, beside what the destination has.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Which failure it is, for <see cref="ItemAction.Fail"/>.</summary>
    public FailureCode? Failure { get; init; }

    /// <summary>What there is to say about it, such as the parts that differ.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether it changes the destination.</summary>
    public bool HasEffect => Action is not (ItemAction.Skip or ItemAction.Fail);
}

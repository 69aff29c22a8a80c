using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Sources;

/// <summary>What a source hands on: an item, or an entry that no item could be made of.</summary>
public sealed record SourceItem
{
    /// <summary>The place in the source, rising from 1; the same each time that the source is read.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The item; null if there is none to restore.</summary>
    public Item? Item { get; init; }

    /// <summary>The address of the item where the store has it and nobody has looked it up yet; <see cref="Item"/> is null then.</summary>
    public ContentHash? Kept { get; init; }

    /// <summary>Where the item was, for a restore that puts each item back where it came from.</summary>
    public Location? Origin { get; init; }

    /// <summary>The parts to take over when an item is updated; null for all.</summary>
    public IReadOnlyCollection<string>? Parts { get; init; }

    /// <summary>A verdict that the source has come to itself: nothing to restore, for this reason.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Which failure it is, if the verdict is <see cref="ItemAction.Fail"/>.</summary>
    public FailureCode? Failure { get; init; }

    /// <summary>What to say about it.</summary>
    public string? Detail { get; init; }

    /// <summary>The audit record that it answers.</summary>
    public RecordReference? Record { get; init; }

    /// <summary>The subject, where there is no item to ask.</summary>
    public string? Subject { get; init; }

    /// <summary>What to take back, for an undo or a removal; null for a restore.</summary>
    public Reversal? Reversal { get; init; }

    /// <summary>What a reviewed plan expects to find and to do; anything else is a conflict.</summary>
    public ExpectedAction? Expected { get; init; }
}

/// <summary>What a reviewed plan expects of one item.</summary>
/// <param name="Action">The action that was reviewed.</param>
/// <param name="Target">The comparison hash of the item that it acts on; null where nothing was there.</param>
public sealed record ExpectedAction(ItemAction Action, ContentHash? Target);

/// <summary>An effect that is to be taken back.</summary>
/// <param name="TargetId">The id of the item in the destination.</param>
/// <param name="Before">The item as it was before the effect; null if there was none.</param>
/// <param name="After">The content hash that the effect left behind; null if it took the item away.</param>
/// <param name="Reason">Why it is taken back.</param>
public sealed record Reversal(string TargetId, Item? Before, ContentHash? After, ActionReason Reason)
{
    /// <summary>Whether the item was one of several that are as good as the same, so that another one which is there has not come in its place.</summary>
    public bool HasTwin { get; init; }
}

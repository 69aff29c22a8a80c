namespace Restoration.Policies;

/// <summary>Which items, and what to do when the destination has them already.</summary>
public sealed record RestorePolicy
{
    /// <summary>What to do on a match.</summary>
    public ConflictResolutionOption ConflictResolution { get; init; } = ConflictResolutionOption.KeepTargetItem;

    /// <summary>Which items.</summary>
    public ItemFilter Filter { get; init; } = ItemFilter.All;

    /// <summary>How much alike items have to be to count as the same.</summary>
    public DuplicateDetection Duplicates { get; init; } = DuplicateDetection.Exact;

    /// <summary>Whether only items in one state are restored.</summary>
    public ItemStates Only { get; init; } = ItemStates.Any;

    /// <summary>Whether an undo goes on over items that were changed since.</summary>
    public bool Force { get; init; }
}

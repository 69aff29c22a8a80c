namespace Restoration.Policies;

/// <summary>
/// What to do when the destination already has the item. Exchange's six names; Exchange never wrote down what they do,
/// so this is what they do here. An identical item is always skipped, except by <see cref="ForceCopy"/>.
/// </summary>
public enum ConflictResolutionOption
{
    /// <summary>Replace the item of the destination; its old version goes to the journal.</summary>
    KeepSourceItem,

    /// <summary>Keep whichever is newer: by SEQUENCE, then by time of last change.</summary>
    KeepLatestItem,

    /// <summary>Leave the item of the destination and report the conflict.</summary>
    KeepTargetItem,

    /// <summary>Keep both: create a second item beside the first, under a UID of its own.</summary>
    KeepAll,

    /// <summary>Patch the item of the destination: source values win, what the source does not have stays.</summary>
    UpdateFromSource,

    /// <summary>Create the item again, even if an identical one is there.</summary>
    ForceCopy,
}

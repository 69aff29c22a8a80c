namespace Restoration.Policies;

/// <summary>What is done, or planned, for one item.</summary>
public enum ItemAction
{
    /// <summary>Add the item.</summary>
    Create,

    /// <summary>Put the item in the place of the one that is there.</summary>
    Replace,

    /// <summary>Patch the one that is there.</summary>
    Update,

    /// <summary>Take away the one that is there (undo and removal only).</summary>
    Delete,

    /// <summary>Nothing.</summary>
    Skip,

    /// <summary>Nothing, because it cannot be done.</summary>
    Fail,
}

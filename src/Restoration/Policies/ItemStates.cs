namespace Restoration.Policies;

/// <summary>Which items a restore is about, by how they stand to the destination.</summary>
public enum ItemStates
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Only those that the destination does not have.</summary>
    Missing,

    /// <summary>Only those that the destination has in another version.</summary>
    Changed,
}

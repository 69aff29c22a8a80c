namespace Restoration.Policies;

/// <summary>Why an action was chosen.</summary>
public enum ActionReason
{
    /// <summary>The destination does not have the item.</summary>
    Missing,

    /// <summary>The destination has the same item.</summary>
    Identical,

    /// <summary>The source's version is newer.</summary>
    SourceNewer,

    /// <summary>The destination's version is newer.</summary>
    TargetNewer,

    /// <summary>The versions differ and none is known to be newer.</summary>
    Diverged,

    /// <summary>The versions differ, and the policy or a later change forbids to touch the destination's.</summary>
    Conflict,

    /// <summary>Several items fit; none is picked.</summary>
    Ambiguous,

    /// <summary>The source has the same item more than once.</summary>
    DuplicateInSource,

    /// <summary>The destination has another item that is as good as the same, by the duplicate detection that was asked for.</summary>
    Duplicate,

    /// <summary>The policy is about items in another state: only missing ones, or only changed ones.</summary>
    Excluded,

    /// <summary>No backup holds what the audit record points at.</summary>
    ContentNotFound,

    /// <summary>The audit record tells of something else than a loss.</summary>
    NotLost,

    /// <summary>The user asked for it.</summary>
    Requested,

    /// <summary>It takes back what a request did.</summary>
    Undo,

    /// <summary>There is nothing left to take back.</summary>
    AlreadyUndone,

    /// <summary>It went wrong; the detail says how.</summary>
    Failed,
}

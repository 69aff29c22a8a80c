namespace Restoration.Policies;

/// <summary>How an item of the source stands to what the destination has.</summary>
public enum PairState
{
    /// <summary>The destination does not have it.</summary>
    Missing,

    /// <summary>The destination has the same.</summary>
    Identical,

    /// <summary>They differ, and the destination's was changed later.</summary>
    TargetNewer,

    /// <summary>They differ, and the source's was changed later.</summary>
    SourceNewer,

    /// <summary>They differ, and nothing says which is newer.</summary>
    Diverged,

    /// <summary>The destination has several that fit; none is picked.</summary>
    Ambiguous,
}

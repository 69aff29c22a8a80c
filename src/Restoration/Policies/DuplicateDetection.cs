namespace Restoration.Policies;

/// <summary>How much alike two items have to be to count as the same.</summary>
public enum DuplicateDetection
{
    /// <summary>The same by the ladder of <see cref="MatchRung"/>: ids, UID, natural key.</summary>
    Exact,

    /// <summary>Besides: the same subject but for case, spaces, punctuation and marks such as <c>Re:</c>, within a minute, of the same length.</summary>
    Strict,

    /// <summary>Besides: nearly the same subject, within a quarter of an hour, of the same length.</summary>
    Normal,

    /// <summary>Besides: about the same subject, within an hour, of the same length.</summary>
    Loose,

    /// <summary>Nothing counts as the same: every item is created, also again.</summary>
    None,
}

namespace Restoration.Policies;

/// <summary>By what an item was recognised, strongest first. The first rung that hits decides.</summary>
public enum MatchRung
{
    /// <summary>The mark of an earlier restore: the item is the copy that this source item once became.</summary>
    Stamp,

    /// <summary>The immutable id.</summary>
    ImmutableId,

    /// <summary>The iCalendar UID with the original start of an override, or the Message-ID.</summary>
    Uid,

    /// <summary>The natural key.</summary>
    NaturalKey,

    /// <summary>Likeness: the subjects are alike, the starts near each other, the lengths the same.</summary>
    Similarity,
}

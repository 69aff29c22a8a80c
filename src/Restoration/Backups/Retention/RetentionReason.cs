namespace Restoration.Backups.Retention;

/// <summary>Why a backup is kept.</summary>
public enum RetentionReason
{
    /// <summary>There are no rules.</summary>
    NoRules,

    /// <summary>It is the newest that is whole; that one is never removed.</summary>
    Newest,

    /// <summary>It is one of the last so many.</summary>
    Last,

    /// <summary>It is the last of its day.</summary>
    Daily,

    /// <summary>It is the last of its week.</summary>
    Weekly,

    /// <summary>It is the last of its month.</summary>
    Monthly,

    /// <summary>It is the last of its year.</summary>
    Yearly,

    /// <summary>It is younger than the minimum age.</summary>
    Young,

    /// <summary>Somebody holds it.</summary>
    Held,

    /// <summary>It was not verified, so nothing is known of what would be lost with it.</summary>
    Unverified,
}

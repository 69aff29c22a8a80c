namespace Restoration.Sources.AuditLog;

/// <summary>How an appointment was lost.</summary>
public enum LossKind
{
    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>It was moved to a folder that is no calendar, or to another mailbox.</summary>
    MovedAway,

    /// <summary>It is still there, but was changed.</summary>
    Changed,
}

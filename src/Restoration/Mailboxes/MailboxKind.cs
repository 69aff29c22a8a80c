namespace Restoration.Mailboxes;

/// <summary>What has become of a mailbox. Every kind can be restored from; only an active one and an archive can be restored to.</summary>
public enum MailboxKind
{
    /// <summary>Somebody works with it.</summary>
    Active,

    /// <summary>Its user is gone, and a hold keeps it.</summary>
    Inactive,

    /// <summary>It was removed, and is kept for a while.</summary>
    SoftDeleted,

    /// <summary>The archive of another mailbox, or one by itself.</summary>
    Archive,
}

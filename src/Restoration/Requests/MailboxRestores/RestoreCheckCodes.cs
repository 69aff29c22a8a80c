namespace Restoration.Requests.MailboxRestores;

/// <summary>The names of what a check of a mailbox restore may find. Scripts match on these, never on message text.</summary>
public static class RestoreCheckCodes
{
    /// <summary>There is no source mailbox, or no backup of it.</summary>
    public const string SourceNotFound = "SOURCE_NOT_FOUND";

    /// <summary>There is no target mailbox.</summary>
    public const string TargetNotFound = "TARGET_NOT_FOUND";

    /// <summary>The target mailbox is of a kind that nothing can be restored to.</summary>
    public const string TargetInactive = "TARGET_INACTIVE";

    /// <summary>The target may not have the space. A warning.</summary>
    public const string InsufficientSpace = "INSUFFICIENT_SPACE";

    /// <summary>The very same restore has been asked for and has not ended.</summary>
    public const string DuplicateRequest = "DUPLICATE_REQUEST";

    /// <summary>The source is on hold. A warning: nothing of it is changed.</summary>
    public const string SourceHasHolds = "SOURCE_HAS_HOLDS";

    /// <summary>The mailboxes seem to be those of different people. A warning.</summary>
    public const string MailboxMismatch = "MAILBOX_MISMATCH";

    /// <summary>The request itself cannot be: a filter, a folder or a limit is wrong.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";
}

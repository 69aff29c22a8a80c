namespace Restoration.Mailboxes;

/// <summary>Folders that every mailbox has or may have, whatever its language calls them; the names are those of Exchange's folder filters.</summary>
public enum WellKnownFolder
{
    /// <summary>Where messages arrive.</summary>
    Inbox,

    /// <summary>Messages that were sent.</summary>
    SentItems,

    /// <summary>What was deleted and can be taken back by its owner.</summary>
    DeletedItems,

    /// <summary>Messages that are being written.</summary>
    Drafts,

    /// <summary>Messages that wait to be sent.</summary>
    Outbox,

    /// <summary>Messages that nobody asked for.</summary>
    JunkEmail,

    /// <summary>The default calendar.</summary>
    Calendar,

    /// <summary>The default contacts.</summary>
    Contacts,

    /// <summary>The default tasks.</summary>
    Tasks,

    /// <summary>The default notes.</summary>
    Notes,

    /// <summary>The default journal.</summary>
    Journal,

    /// <summary>What was said by chat.</summary>
    CommunicatorHistory,

    /// <summary>Messages that were spoken.</summary>
    Voicemail,

    /// <summary>Messages that were faxed.</summary>
    Fax,

    /// <summary>What went wrong between a mailbox and its copies.</summary>
    SyncIssues,

    /// <summary>Items that were changed in two places.</summary>
    Conflicts,

    /// <summary>Changes that could not be sent to the server.</summary>
    LocalFailures,

    /// <summary>Changes that could not be fetched from the server.</summary>
    ServerFailures,

    /// <summary>Recoverable Items: what was deleted from Deleted Items.</summary>
    RecoverableItems,

    /// <summary>Recoverable Items: what its owner deleted.</summary>
    Deletions,

    /// <summary>Recoverable Items: earlier versions of what was changed under a hold.</summary>
    Versions,

    /// <summary>Recoverable Items: what its owner purged under a hold.</summary>
    Purges,
}

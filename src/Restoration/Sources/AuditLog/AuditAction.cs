namespace Restoration.Sources.AuditLog;

/// <summary>What an operation does to an item, in the order in which operations of one second are taken to have happened.</summary>
internal enum AuditAction
{
    /// <summary>Nothing that items are lost or changed by.</summary>
    None,

    /// <summary>Who may do what.</summary>
    Permission,

    /// <summary>The item appeared.</summary>
    Create,

    /// <summary>The item was copied.</summary>
    Copy,

    /// <summary>The item was changed.</summary>
    Update,

    /// <summary>The item went to another folder.</summary>
    Move,

    /// <summary>An application could not do what it was to do with the item.</summary>
    Failure,

    /// <summary>The item went to Deleted Items.</summary>
    Delete,

    /// <summary>The item went to Recoverable Items.</summary>
    SoftDelete,

    /// <summary>The item was purged from Recoverable Items.</summary>
    HardDelete,
}

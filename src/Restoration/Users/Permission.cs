namespace Restoration.Users;

/// <summary>What permission is needed for.</summary>
public enum Permission
{
    /// <summary>Seeing calendars, what is in them, and backups.</summary>
    ReadCalendar,

    /// <summary>Seeing a request and what it did.</summary>
    ReadRequest,

    /// <summary>Starting, resuming or undoing a request: all that changes items.</summary>
    RunRequest,

    /// <summary>Making and removing calendars.</summary>
    ManageCalendar,

    /// <summary>Making, changing and removing mailboxes.</summary>
    ManageMailbox,

    /// <summary>Changing, suspending and removing a request.</summary>
    ManageRequest,

    /// <summary>Making a backup.</summary>
    CreateBackup,

    /// <summary>Removing a backup.</summary>
    RemoveBackup,

    /// <summary>Making, changing and removing a backup plan.</summary>
    ManageBackupPlan,

    /// <summary>Reading and verifying the whole audit trail.</summary>
    ReadAudit,

    /// <summary>Seeing a configuration.</summary>
    ReadConfiguration,

    /// <summary>Making, changing, running or removing a configuration.</summary>
    ManageConfiguration,

    /// <summary>Making, changing and removing users.</summary>
    ManageUsers,
}

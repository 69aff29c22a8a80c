namespace Restoration.Backups.Plans;

/// <summary>How a plan stands after its last run.</summary>
public enum BackupPlanStatus
{
    /// <summary>It has not been run.</summary>
    New,

    /// <summary>Every calendar was backed up and verified, or had nothing to back up.</summary>
    Succeeded,

    /// <summary>Some calendars failed.</summary>
    PartiallySucceeded,

    /// <summary>No calendar was backed up.</summary>
    Failed,
}

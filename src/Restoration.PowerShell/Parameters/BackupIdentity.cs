using Restoration.Backups;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.PowerShell.Parameters;

/// <summary>Which backup: its id, its location, or the backup itself. An empty one is an error, never "all".</summary>
public sealed class BackupIdentity
{
    /// <summary>Takes an id, <c>mailbox/calendar</c> for the newest, or <c>mailbox/calendar@date</c> for the last until then.</summary>
    public BackupIdentity(string identity) => Text = string.IsNullOrWhiteSpace(identity)
        ? throw new RestorationException(FailureCode.InvalidArgument, "A backup is named by its id or its location; an empty identity is none.")
        : identity;

    /// <summary>Takes the id.</summary>
    public BackupIdentity(Guid backupId) => Text = backupId.ToString();

    /// <summary>Takes the backup.</summary>
    public BackupIdentity(Backup backup) => Text = backup.BackupId.ToString();

    /// <summary>Takes the location of a backup.</summary>
    public BackupIdentity(Location location) => Text = location.ToString();

    private string Text { get; }

    /// <summary>The identity as text.</summary>
    public override string ToString() => Text;
}

using Restoration.Backups;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.PowerShell.Parameters;

/// <summary>What to restore from: a location, a backup, or a calendar that serves as one. An empty one is an error, never "all".</summary>
public sealed class BackupSource
{
    /// <summary>Takes a location, such as <c>backup:alice@contoso.com/Calendar@2026-11-01</c>.</summary>
    public BackupSource(string location) => Text = string.IsNullOrWhiteSpace(location)
        ? throw new RestorationException(FailureCode.InvalidLocation, "A source is named by its location; an empty one is none.")
        : location;

    /// <summary>Takes a location.</summary>
    public BackupSource(Location location) => Text = location.ToString();

    /// <summary>Takes the backup.</summary>
    public BackupSource(Backup backup) => Text = Location.OfBackup(backup.BackupId.ToString()).ToString();

    /// <summary>Takes the calendar.</summary>
    public BackupSource(Folder calendar) => Text = calendar.Location.ToString();

    private string Text { get; }

    /// <summary>The location as text.</summary>
    public override string ToString() => Text;
}

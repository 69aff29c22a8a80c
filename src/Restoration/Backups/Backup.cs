using System.Globalization;
using Restoration.Items;

namespace Restoration.Backups;

/// <summary>A point-in-time backup of one calendar or folder, in the store. Content-addressed: an unchanged item is stored once.</summary>
public sealed record Backup
{
    /// <summary>Its id.</summary>
    public required Guid BackupId { get; init; }

    /// <summary>The mailbox's address.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The folder's path.</summary>
    public required FolderPath Folder { get; init; }

    /// <summary>The folder's path as text: what <c>-Calendar</c> takes.</summary>
    public string Calendar => Folder.ToString();

    /// <summary>The moment whose state it holds.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>How many items it holds.</summary>
    public long ItemCount { get; init; }

    /// <summary>The size of its items' content in bytes, whether shared with other backups or not.</summary>
    public long Size { get; init; }

    /// <summary>The digest over the content hashes in their order: what <c>Test-CalendarBackup</c> holds the items against.</summary>
    public ContentHash RootHash { get; init; }

    /// <summary>Whether somebody said that it stays: it is removed by no plan, and by hand only once it is let go.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Its location.</summary>
    public Location Location => Location.Parse(string.Create(
        CultureInfo.InvariantCulture, $"backup:{Mailbox}/{Folder}@{TakenAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}"));
}

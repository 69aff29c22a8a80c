using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>A folder of a mailbox; a calendar is a folder of calendar kind.</summary>
public sealed record Folder
{
    /// <summary>Its number in the store.</summary>
    public required long Id { get; init; }

    /// <summary>The mailbox's number.</summary>
    public required long MailboxId { get; init; }

    /// <summary>The mailbox's address.</summary>
    public required string Mailbox { get; init; }

    /// <summary>The path below the top of the mailbox.</summary>
    public required FolderPath Path { get; init; }

    /// <summary>The path as text: what <c>-Calendar</c> takes.</summary>
    public string Calendar => Path.ToString();

    /// <summary>What it holds.</summary>
    public FolderKind Kind { get; init; } = FolderKind.Calendar;

    /// <summary>Which of the folders that every mailbox has it is; null for all others.</summary>
    public WellKnownFolder? WellKnown { get; init; }

    /// <summary>The properties of the calendar itself, as the files that were imported had them.</summary>
    public IReadOnlyList<CalendarProperty> Properties { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How many items it holds.</summary>
    public long ItemCount { get; init; }

    /// <summary>How many bytes its items have; 0 unless it was measured.</summary>
    public long Size { get; init; }

    /// <summary>Its location.</summary>
    public Location Location => Location.OfStore(Mailbox, Path);
}

/// <summary>What a folder holds.</summary>
public enum FolderKind
{
    /// <summary>Appointments.</summary>
    Calendar,

    /// <summary>Messages, or items of any class.</summary>
    Mail,

    /// <summary>Contacts.</summary>
    Contacts,

    /// <summary>Tasks.</summary>
    Tasks,

    /// <summary>Notes.</summary>
    Notes,

    /// <summary>Journal entries.</summary>
    Journal,
}

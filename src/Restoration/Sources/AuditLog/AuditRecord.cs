using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Sources.AuditLog;

/// <summary>
/// A mailbox audit record: which items something was done to, when and by whom.
/// A pointer, not a backup: it holds no times, bodies, people or recurrence.
/// (Office 365 Management Activity API schema, Exchange Mailbox schema.)
/// </summary>
public sealed record AuditRecord
{
    /// <summary>The record's id (Id, RecordId, Identity); null in shapes that have none.</summary>
    public string? RecordId { get; init; }

    /// <summary>What was done, such as <c>SoftDelete</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>When it was done, taken from inside the record where it has a time of its own.</summary>
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>Who did it.</summary>
    public string? UserId { get; init; }

    /// <summary>The type of the record as its number, such as 3 for ExchangeItemGroup; null if unknown.</summary>
    public int? RecordType { get; init; }

    /// <summary>The owner of the mailbox, by user principal name.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The mailbox, by its GUID.</summary>
    public Guid? MailboxGuid { get; init; }

    /// <summary>Succeeded, PartiallySucceeded or Failed; null if the record does not say.</summary>
    public string? ResultStatus { get; init; }

    /// <summary>The client, such as <c>Client=OWA;Action=ViaProxy</c>.</summary>
    public string? ClientInfo { get; init; }

    /// <summary>The folder that the items were in.</summary>
    public AuditedFolder? Folder { get; init; }

    /// <summary>The folder that the items went to, for Move, Copy and MoveToDeletedItems.</summary>
    public AuditedFolder? DestinationFolder { get; init; }

    /// <summary>The other mailbox that the items went to, by user principal name or GUID; null if they stayed in theirs.</summary>
    public string? DestinationMailbox { get; init; }

    /// <summary>The items.</summary>
    public IReadOnlyList<AuditedItem> Items { get; init; } = [];

    /// <summary>The folders, where the record is of whole folders; what was in them it does not name.</summary>
    public IReadOnlyList<AuditedFolder> Folders { get; init; } = [];

    /// <summary>The internal names of the properties that an Update changed; never their values.</summary>
    public IReadOnlyList<string> ModifiedProperties { get; init; } = [];

    /// <summary>The file the record was read from, as the user named it; null if it came from elsewhere.</summary>
    public string? File { get; init; }

    /// <summary>The row or the position of the record in the file, counted from 1 without the header.</summary>
    public long? Row { get; init; }
}

/// <summary>A folder that an audit record names.</summary>
/// <param name="Id">The store id as the record has it.</param>
/// <param name="Path">The path as the record has it, such as <c>\Calendar</c>.</param>
public sealed record AuditedFolder(string? Id, string? Path)
{
    /// <summary>The path as mailboxes of ours have it; null if it is none.</summary>
    public FolderPath? ToFolderPath()
    {
        try
        {
            return Path is null ? null : FolderPath.Parse(Path);
        }
        catch (RestorationException)
        {
            // A record may hold anything; a folder that cannot exist here is a folder that is not known.
            return null;
        }
    }
}

/// <summary>An item that an audit record names.</summary>
public sealed record AuditedItem
{
    /// <summary>The store id as the record has it (base64).</summary>
    public string? Id { get; init; }

    /// <summary>The immutable id as the record has it (base64).</summary>
    public string? ImmutableId { get; init; }

    /// <summary>The Message-ID; calendar items can have one too.</summary>
    public string? InternetMessageId { get; init; }

    /// <summary>The iCalendar UID, in the shapes that know it (our own trail, rows of an <c>audit_log</c> table).</summary>
    public string? Uid { get; init; }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The folder that the item was in, where it is said of the item and not of the record.</summary>
    public AuditedFolder? ParentFolder { get; init; }

    /// <summary>The item's content as it was before, in trails that keep it (our own, rows of an <c>audit_log</c> table); null in pointers.</summary>
    public Item? Before { get; init; }
}

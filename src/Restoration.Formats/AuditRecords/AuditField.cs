namespace Restoration.Formats.AuditRecords;

/// <summary>What a member of a JSON object or a column of a table means, whichever of its names it goes by.</summary>
internal enum AuditField
{
    /// <summary>Nothing that is read.</summary>
    None,

    /// <summary>The id of the record, item or folder.</summary>
    Id,

    /// <summary>When it was done.</summary>
    CreationTime,

    /// <summary>What was done.</summary>
    Operation,

    /// <summary>Who did it.</summary>
    UserId,

    /// <summary>Who did it, where nothing better is said.</summary>
    UserName,

    /// <summary>The type of the record, by name or number.</summary>
    RecordType,

    /// <summary>The mailbox's user principal name.</summary>
    Mailbox,

    /// <summary>The mailbox's GUID.</summary>
    MailboxGuid,

    /// <summary>The user principal name of the mailbox that items went to.</summary>
    DestinationMailbox,

    /// <summary>The GUID of the mailbox that items went to.</summary>
    DestinationMailboxGuid,

    /// <summary>How it ended.</summary>
    ResultStatus,

    /// <summary>The client.</summary>
    ClientInfo,

    /// <summary>Only records of Microsoft 365 have it.</summary>
    Workload,

    /// <summary>The folder of the items, as an object.</summary>
    Folder,

    /// <summary>The folder they went to, as an object.</summary>
    DestinationFolder,

    /// <summary>The folders, where whole folders are concerned.</summary>
    Folders,

    /// <summary>The one item.</summary>
    Item,

    /// <summary>The items.</summary>
    Items,

    /// <summary>The names of what was changed.</summary>
    ModifiedProperties,

    /// <summary>The record itself, in or behind what stands around it.</summary>
    AuditData,

    /// <summary>The id of the folder, beside its path.</summary>
    FolderId,

    /// <summary>The path of the folder, beside its id.</summary>
    FolderPath,

    /// <summary>The id of the folder that the items went to.</summary>
    DestinationFolderId,

    /// <summary>The path of the folder that the items went to.</summary>
    DestinationFolderPath,

    /// <summary>The id of the one item.</summary>
    ItemId,

    /// <summary>The subject of the one item.</summary>
    ItemSubject,

    /// <summary>The path of the folder of the one item.</summary>
    ItemFolderPath,

    /// <summary>The ids of the items, with commas between them.</summary>
    ItemIds,

    /// <summary>The subjects of the items, with commas between them.</summary>
    ItemSubjects,

    /// <summary>The folder paths of the items, with commas between them.</summary>
    ItemFolderPaths,

    /// <summary>The immutable id.</summary>
    ImmutableId,

    /// <summary>The Message-ID.</summary>
    InternetMessageId,

    /// <summary>The subject.</summary>
    Subject,

    /// <summary>The folder of an item, as an object.</summary>
    ParentFolder,

    /// <summary>The path of a folder.</summary>
    Path,

    /// <summary>The kind of action in a row of an <c>audit_log</c> table.</summary>
    ActionType,

    /// <summary>What such a row is about.</summary>
    ResourceType,

    /// <summary>The id of what such a row is about.</summary>
    ResourceId,

    /// <summary>How the action of such a row ended.</summary>
    Status,

    /// <summary>What such a row says of the content.</summary>
    Details,
}

using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>Makes the record of a draft.</summary>
internal static class AuditRecordBuilder
{
    /// <summary>The record.</summary>
    /// <param name="draft">A draft that <see cref="AuditRecordDraft.IsRecord"/> holds for.</param>
    /// <param name="creationTime">When it was done.</param>
    public static AuditRecord Build(AuditRecordDraft draft, DateTimeOffset creationTime) => new()
    {
        RecordId = draft[AuditField.Id],
        Operation = draft[AuditField.Operation]!,
        CreationTime = creationTime,
        UserId = draft[AuditField.UserId] ?? draft[AuditField.UserName],
        RecordType = AuditRecordTypes.Find(draft[AuditField.RecordType]),
        Mailbox = draft[AuditField.Mailbox],
        MailboxGuid = Guid.TryParse(draft[AuditField.MailboxGuid], out Guid guid) ? guid : null,
        ResultStatus = draft[AuditField.ResultStatus],
        ClientInfo = draft[AuditField.ClientInfo],
        Folder = draft.Folder ?? FolderOf(draft[AuditField.FolderId], draft[AuditField.FolderPath]),
        DestinationFolder = draft.DestinationFolder ?? FolderOf(draft[AuditField.DestinationFolderId], draft[AuditField.DestinationFolderPath]),
        DestinationMailbox = DestinationMailbox(draft),
        Items = draft.Items.Count > 0 ? [.. draft.Items] : AuditItemLists.Read(draft),
        Folders = [.. draft.Folders],
        ModifiedProperties = [.. draft.ModifiedProperties],
    };

    private static AuditedFolder? FolderOf(string? id, string? path) => id is null && path is null ? null : new AuditedFolder(id, path);

    // Records name the destination also where it is the same mailbox.
    private static string? DestinationMailbox(AuditRecordDraft draft)
    {
        string? name = draft[AuditField.DestinationMailbox];
        string? guid = draft[AuditField.DestinationMailboxGuid];
        bool isOther = name is not null
            ? !string.Equals(name, draft[AuditField.Mailbox], StringComparison.OrdinalIgnoreCase)
            : guid is not null && !string.Equals(guid, draft[AuditField.MailboxGuid], StringComparison.OrdinalIgnoreCase);
        return isOther ? name ?? guid : null;
    }
}

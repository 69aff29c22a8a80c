using System.Text;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// The names that the fields go by in the exports of Microsoft 365, Exchange and their tools. Case does not count.
/// (Office 365 Management Activity API schema; Search-UnifiedAuditLog; Search-MailboxAuditLog; Graph auditLogRecord.)
/// </summary>
internal static class AuditFieldNames
{
    private static readonly (AuditField Field, string[] Names)[] Table =
    [
        (AuditField.Id, ["Id", "RecordId", "Identity"]),
        (AuditField.CreationTime, ["CreationTime", "CreationDate", "CreatedDateTime", "LastAccessed", "TimeGenerated", "created_at"]),
        (AuditField.Operation, ["Operation", "Operations"]),
        (AuditField.UserId, ["UserId", "UserIds", "user_id"]),
        (AuditField.UserName, ["UserPrincipalName", "LogonUserDisplayName"]),
        (AuditField.RecordType, ["RecordType", "AuditLogRecordType"]),
        (AuditField.Mailbox, ["MailboxOwnerUPN"]),
        (AuditField.MailboxGuid, ["MailboxGuid"]),
        (AuditField.DestinationMailbox, ["DestMailboxOwnerUPN"]),
        (AuditField.DestinationMailboxGuid, ["DestMailboxId", "DestMailboxGuid"]),
        (AuditField.ResultStatus, ["ResultStatus", "OperationResult"]),
        (AuditField.ClientInfo, ["ClientInfoString"]),
        (AuditField.Workload, ["Workload", "OfficeWorkload", "OrganizationId"]),
        (AuditField.Folder, ["Folder"]),
        (AuditField.DestinationFolder, ["DestFolder"]),
        (AuditField.Folders, ["Folders", "SourceFolders"]),
        (AuditField.Item, ["Item"]),
        (AuditField.Items, ["AffectedItems", "SourceItems"]),
        (AuditField.ModifiedProperties, ["ModifiedProperties", "DirtyProperties"]),
        (AuditField.AuditData, ["AuditData"]),
        (AuditField.FolderId, ["FolderId", "SourceFolderId"]),
        (AuditField.FolderPath, ["FolderPathName", "SourceFolderPathName"]),
        (AuditField.DestinationFolderId, ["DestFolderId"]),
        (AuditField.DestinationFolderPath, ["DestFolderPathName"]),
        (AuditField.ItemId, ["ItemId", "SourceItemId"]),
        (AuditField.ItemSubject, ["ItemSubject", "SourceItemSubject"]),
        (AuditField.ItemFolderPath, ["ItemFolderPathName", "SourceItemFolderPathName"]),
        (AuditField.ItemIds, ["SourceItemIdsList"]),
        (AuditField.ItemSubjects, ["SourceItemSubjectsList"]),
        (AuditField.ItemFolderPaths, ["SourceItemFolderPathNamesList"]),
        (AuditField.ImmutableId, ["ImmutableId"]),
        (AuditField.InternetMessageId, ["InternetMessageId", "ItemInternetMessageId", "SourceItemInternetMessageId"]),
        (AuditField.Subject, ["Subject"]),
        (AuditField.ParentFolder, ["ParentFolder"]),
        (AuditField.Path, ["Path"]),
        (AuditField.ActionType, ["action_type"]),
        (AuditField.ResourceType, ["resource_type"]),
        (AuditField.ResourceId, ["resource_id"]),
        (AuditField.Status, ["status"]),
        (AuditField.Details, ["details", "request_data"]),
    ];

    // By length, because most names that are looked up are not here and differ in it.
    private static readonly (AuditField Field, byte[] Name)[][] ByLength = Index();

    /// <summary>The field of this name; <see cref="AuditField.None"/> if there is none.</summary>
    public static AuditField Find(ReadOnlySpan<byte> name)
    {
        if (name.Length < ByLength.Length)
        {
            foreach ((AuditField field, byte[] candidate) in ByLength[name.Length])
            {
                if (Ascii.EqualsIgnoreCase(name, candidate))
                {
                    return field;
                }
            }
        }

        return AuditField.None;
    }

    private static (AuditField Field, byte[] Name)[][] Index()
    {
        (AuditField Field, byte[] Name)[] all =
            [.. Table.SelectMany(row => row.Names.Select(name => (row.Field, Encoding.ASCII.GetBytes(name))))];
        return [.. Enumerable.Range(0, all.Max(entry => entry.Name.Length) + 1)
            .Select(length => all.Where(entry => entry.Name.Length == length).ToArray())];
    }
}

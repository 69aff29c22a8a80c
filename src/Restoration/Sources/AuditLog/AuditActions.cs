using System.Collections.Frozen;

namespace Restoration.Sources.AuditLog;

/// <summary>What the operations do: those of mailbox audit records, of our own trail, and of an application's <c>audit_log</c> table.</summary>
internal static class AuditActions
{
    private const int AggregatedItems = 50;

    private static readonly FrozenDictionary<string, AuditAction> Operations = new Dictionary<string, AuditAction>(StringComparer.OrdinalIgnoreCase)
    {
        ["MoveToDeletedItems"] = AuditAction.Delete,
        ["SoftDelete"] = AuditAction.SoftDelete,
        ["RecordDelete"] = AuditAction.SoftDelete,
        ["HardDelete"] = AuditAction.HardDelete,
        ["Move"] = AuditAction.Move,
        ["Update"] = AuditAction.Update,
        ["Create"] = AuditAction.Create,
        ["Copy"] = AuditAction.Copy,
        ["UpdateCalendarDelegation"] = AuditAction.Permission,
        ["UpdateFolderPermissions"] = AuditAction.Permission,
        ["AddFolderPermissions"] = AuditAction.Permission,
        ["ModifyFolderPermissions"] = AuditAction.Permission,
        ["RemoveFolderPermissions"] = AuditAction.Permission,
        ["ItemCreate"] = AuditAction.Create,
        ["ItemUpdate"] = AuditAction.Update,
        ["ItemReplace"] = AuditAction.Update,
        ["ItemDelete"] = AuditAction.Delete,
        ["archive"] = AuditAction.Failure,
        ["restore"] = AuditAction.Failure,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a record's operation does.</summary>
    public static AuditAction Of(AuditRecord record)
        => record.RecordType != AggregatedItems && Operations.TryGetValue(record.Operation.Trim(), out AuditAction action) ? action : AuditAction.None;

    /// <summary>Whether the record tells of something that was tried and did not happen.</summary>
    public static bool HasFailed(AuditRecord record)
        => record.ResultStatus is { } status && (Is(status, "Failed") || Is(status, "failure") || Is(status, "error"));

    private static bool Is(string status, string name) => status.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);
}

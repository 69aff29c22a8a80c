using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// A row of an application's <c>audit_log</c> table (action_type, resource_type, status, details, request_data): unlike the
/// records of Exchange it can hold the content of the appointment that an action failed for.
/// </summary>
internal static class AuditLogRow
{
    private const string Appointment = "appointment";

    /// <summary>Whether a row is about an appointment.</summary>
    public static bool IsOfAppointment(AuditRecordDraft draft) => string.Equals(draft[AuditField.ResourceType], Appointment, StringComparison.OrdinalIgnoreCase);

    /// <summary>The record.</summary>
    /// <param name="draft">A draft that <see cref="AuditRecordDraft.IsTableRow"/> holds for.</param>
    /// <param name="creationTime">When it was done.</param>
    /// <param name="content">The appointment, if the row holds one.</param>
    public static AuditRecord Build(AuditRecordDraft draft, DateTimeOffset creationTime, AuditedItem? content) => new()
    {
        RecordId = draft[AuditField.Id],
        Operation = draft[AuditField.ActionType]!,
        CreationTime = creationTime,
        UserId = draft[AuditField.UserId],
        ResultStatus = draft[AuditField.Status],
        Items = content is null ? [] : [content with { Id = draft[AuditField.ResourceId] }],
    };
}

using System.Text.Json;
using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Configurations;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Console.Output;

/// <summary>How the things of this program are printed. Other programs read the JSON: members are added, never changed.</summary>
internal static class Shapes
{
    public static Shape<StoreStatus> Store { get; } = new(
    [
        new("store", status => status.Store, "Store"),
        new("provider", status => status.Provider, "Provider"),
        new("exists", status => status.Exists, "Exists"),
        new("version", status => status.Version, "Version"),
        new("latestVersion", status => status.LatestVersion, "Latest version"),
        new("isCurrent", status => status.IsCurrent, "Current"),
        new("pending", status => status.Pending, "Pending"),
    ]);

    public static Shape<StoreCopyResult> StoreCopy { get; } = new(
    [
        new("source", copy => copy.Source, "Source"),
        new("store", copy => copy.Store, "Store"),
        new("tables", copy => copy.Tables, "Tables"),
        new("rows", copy => copy.Rows, "Rows"),
        new("contents", copy => copy.Contents, "Contents"),
        new("auditEntries", copy => copy.AuditEntries, "Audit entries"),
    ]);

    public static Shape<Folder> Calendar { get; } = new(
    [
        new("mailbox", calendar => calendar.Mailbox, "Mailbox"),
        new("name", calendar => calendar.Path.Name),
        new("path", calendar => calendar.Path.ToString(), "Calendar"),
        new("location", calendar => calendar.Location.ToString()),
        new("itemCount", calendar => calendar.ItemCount, "Items"),
        new("createdAt", calendar => calendar.CreatedAt, "Created"),
    ]);

    public static Shape<Mailbox> Mailbox { get; } = new(
    [
        new("mailboxId", mailbox => mailbox.MailboxGuid.ToString()),
        new("address", mailbox => mailbox.Address, "Mailbox"),
        new("alias", mailbox => mailbox.Alias),
        new("displayName", mailbox => mailbox.DisplayName, "Name"),
        new("userPrincipalName", mailbox => mailbox.UserPrincipalName),
        new("kind", mailbox => mailbox.Kind, "Kind"),
        new("quota", mailbox => mailbox.Quota, "Quota"),
        new("maxItemSize", mailbox => mailbox.MaxItemSize),
        new("holds", mailbox => mailbox.Holds, "Holds"),
        new("createdAt", mailbox => mailbox.CreatedAt),
    ]);

    public static Shape<MailboxFolder> MailboxFolder { get; } = new(
    [
        new("path", folder => folder.Path, "Folder"),
        new("wellKnown", folder => folder.WellKnown, "Well known"),
        new("itemCount", folder => folder.ItemCount, "Items"),
        new("size", folder => folder.Size.Bytes, "Bytes"),
    ]);

    public static Shape<Appointment> Appointment { get; } = new(
    [
        new("start", appointment => appointment.Start, "Start"),
        new("end", appointment => appointment.End, "End"),
        new("subject", appointment => appointment.Subject, "Subject"),
        new("recurrence", appointment => appointment.Recurrence?.Rules ?? [], "Recurs"),
        new("recurrenceId", appointment => appointment.RecurrenceId, "In place of"),
        new("uid", appointment => appointment.Uid, "UID"),
        new("timeZone", appointment => appointment.Start?.IanaTimeZone ?? appointment.Start?.TimeZone),
        new("allDay", appointment => appointment.IsAllDay),
        new("location", appointment => appointment.Location),
        new("categories", appointment => appointment.Categories),
        new("organizer", appointment => appointment.Organizer?.ToString()),
        new("attendees", appointment => appointment.Attendees.Select(attendee => attendee.ToString())),
        new("sensitivity", appointment => appointment.Sensitivity),
        new("showAs", appointment => appointment.ShowAs),
        new("sequence", appointment => appointment.Sequence),
        new("lastModified", appointment => appointment.LastModified),
    ]);

    public static Shape<Backup> Backup { get; } = new(
    [
        new("backupId", backup => backup.BackupId.ToString(), "Backup"),
        new("mailbox", backup => backup.Mailbox, "Mailbox"),
        new("calendar", backup => backup.Folder.ToString(), "Calendar"),
        new("takenAt", backup => backup.TakenAt, "Taken at"),
        new("createdBy", backup => backup.CreatedBy),
        new("itemCount", backup => backup.ItemCount, "Items"),
        new("size", backup => backup.Size, "Bytes"),
        new("location", backup => backup.Location.ToString()),
        new("isHeld", backup => backup.IsHeld),
    ]);

    public static Shape<BackupRemoval> BackupRemoval { get; } = new(
    [
        .. Backup.Fields.Select(field => new Field<BackupRemoval>(field.Name, removal => field.Value(removal.Backup), field.Header)),
        new("removed", removal => removal.IsRemoved, "Removed"),
        new("bytesFreed", removal => removal.BytesFreed, "Bytes freed"),
    ]);

    public static Shape<BackupVerdict> BackupVerdict { get; } = new(
    [
        new("backupId", verdict => verdict.BackupId.ToString(), "Backup"),
        new("isValid", verdict => verdict.IsValid, "Valid"),
        new("itemCount", verdict => verdict.ItemCount, "Items"),
        new("damage", verdict => verdict.Damage, "Damage"),
    ]);

    public static Shape<BackupDifference> Difference { get; } = new(
    [
        new("kind", difference => difference.Kind, "Change"),
        new("start", difference => difference.Item.Start, "Start"),
        new("end", difference => difference.Item.End),
        new("subject", difference => difference.Item.Subject, "Subject"),
        new("fields", difference => difference.Fields, "Fields"),
        new("recurrenceId", difference => difference.Item.Key.RecurrenceId),
        new("uid", difference => difference.Item.Key.Uid, "UID"),
    ]);

    public static Shape<ExportedFile> File { get; } = new(
    [
        new("path", file => file.Path, "File"),
        new("format", file => file.Format, "Format"),
        new("itemCount", file => file.ItemCount, "Items"),
        new("size", file => file.Size, "Bytes"),
        new("findings", file => FileShapes.Members(file.Losses), ""),
    ]);

    public static Shape<RestoreRequest> Request { get; } = new(
    [
        new("requestId", request => request.RequestId.ToString()),
        new("identity", request => request.Identity, "Request"),
        new("name", request => request.Name),
        new("kind", request => request.Kind, "Kind"),
        new("status", request => request.Status, "Status"),
        new("statusDetail", request => request.StatusDetail),
        new("percentComplete", request => request.PercentComplete, "%"),
        new("sourceMailbox", request => request.SourceMailbox),
        new("targetMailbox", request => request.TargetMailbox),
        new("batchName", request => request.Settings.BatchName),
        new("priority", request => request.Settings.Priority),
        new("source", request => request.Source),
        new("destination", request => request.Destination),
        new("conflictResolutionOption", request => request.ConflictResolutionOption),
        new("user", request => request.User),
        new("undoOf", request => request.UndoOf?.ToString()),
        new("counts", request => Brief(Counts(request.Counts, request.Kind)), "Counts"),
        new("queuedAt", request => request.QueuedAt, "Queued"),
        new("startedAt", request => request.StartedAt),
        new("completedAt", request => request.CompletedAt),
        new("message", request => request.Message),
    ]);

    public static Shape<RestorationConfiguration> Configuration { get; } = new(
    [
        new("id", configuration => configuration.ConfigurationId, "#"),
        new("name", configuration => configuration.Name, "Name"),
        new("description", configuration => configuration.Description),
        new("user", configuration => configuration.User, "User"),
        new("sourceType", configuration => configuration.SourceType, "From"),
        new("source", configuration => Json(configuration.Source)),
        new("destinationType", configuration => configuration.DestinationType, "To"),
        new("destination", configuration => Json(configuration.Destination)),
        new("policy", configuration => configuration.Policy is null ? null : Json(configuration.Policy)),
        new("isActive", configuration => configuration.IsActive, "Active"),
        new("createdAt", configuration => configuration.CreatedAt),
        new("updatedAt", configuration => configuration.UpdatedAt, "Updated"),
    ]);

    public static Shape<RestorationUser> User { get; } = new(
    [
        new("name", user => user.Name, "User"),
        new("role", user => user.Role, "Role"),
        new("isActive", user => user.IsActive, "Active"),
        new("createdBy", user => user.CreatedBy),
        new("createdAt", user => user.CreatedAt, "Created"),
        new("updatedAt", user => user.UpdatedAt),
    ]);

    public static Shape<AuditEntry> Audit { get; } = new(
    [
        new("sequence", entry => entry.Sequence, "#"),
        new("at", entry => entry.At, "At"),
        new("actor", entry => entry.Actor, "Actor"),
        new("operation", entry => entry.Operation, "Operation"),
        new("requestId", entry => entry.RequestId?.ToString()),
        new("target", entry => entry.Target, "Target"),
        new("itemId", entry => entry.ItemId),
        new("uid", entry => entry.Uid),
        new("subject", entry => entry.Subject, "Subject"),
        new("before", entry => entry.Before?.ToString()),
        new("after", entry => entry.After?.ToString()),
        new("outcome", entry => entry.Outcome, "Outcome"),
        new("durationMs", entry => entry.Duration?.TotalMilliseconds),
        new("detail", entry => entry.Detail),
        new("hash", entry => entry.Hash.ToString()),
    ]);

    public static Shape<AuditExport> AuditExport { get; } = new(
    [
        new("path", file => file.Path, "File"),
        new("entryCount", file => file.EntryCount, "Entries"),
        new("size", file => file.Size, "Bytes"),
    ]);

    public static Shape<AuditVerdict> AuditVerdict { get; } = new(
    [
        new("isValid", verdict => verdict.IsValid, "Valid"),
        new("entries", verdict => verdict.Entries, "Entries"),
        new("firstBroken", verdict => verdict.FirstBroken, "First broken"),
        new("detail", verdict => verdict.Detail, "Detail"),
    ]);

    private static object? Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    /// <summary>The counts of a run. A restore never deletes, so its counts do not speak of it.</summary>
    public static JsonMembers Counts(RestoreCounts counts, RequestKind kind)
    {
        List<(string Name, object? Value)> members =
        [
            ("found", counts.Found),
            ("created", counts.Created),
            ("replaced", counts.Replaced),
            ("updated", counts.Updated),
        ];
        if (kind is RequestKind.Undo or RequestKind.Removal)
        {
            members.Add(("deleted", counts.Deleted));
        }

        members.AddRange([("skipped", counts.Skipped), ("failed", counts.Failed)]);
        return new JsonMembers([.. members]);
    }

    // What did not happen does not fill a table.
    private static JsonMembers Brief(JsonMembers counts)
        => counts with { Text = string.Join(", ", counts.Members.Where(member => member is { Name: "found" } or { Value: not 0L }).Select(member => $"{member.Name} {member.Value}")) };

    /// <summary>The audit record that led to an item.</summary>
    public static JsonMembers? Record(RecordReference? record) => record is null ? null : new JsonMembers(
        ("recordId", record.RecordId),
        ("operation", record.Operation.Length > 0 ? record.Operation : null),
        ("creationTime", record.CreationTime == default ? null : record.CreationTime),
        ("userId", record.UserId),
        ("file", record.File),
        ("row", record.Row));
}

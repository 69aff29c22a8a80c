using Restoration.Items;

namespace Restoration.Sources.AuditLog;

/// <summary>What one record says was done to one appointment; only as much of the record as is needed, for there can be 100,000.</summary>
internal sealed class LossEvent
{
    /// <summary>What was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The record.</summary>
    public required RecordReference Record { get; init; }

    /// <summary>The mailbox, as far as the record names it.</summary>
    public required MailboxNames Mailbox { get; init; }

    /// <summary>The folder that the item was in.</summary>
    public required AuditedFolder? Folder { get; init; }

    /// <summary>Whether that is a calendar; null if the record does not say which folder it was.</summary>
    public required bool? IsFromCalendar { get; init; }

    /// <summary>The folder that it went to.</summary>
    public required AuditedFolder? Destination { get; init; }

    /// <summary>Whether that is a calendar of the same mailbox.</summary>
    public required bool IsToCalendar { get; init; }

    /// <summary>The subject.</summary>
    public required string? Subject { get; init; }

    /// <summary>The store id.</summary>
    public required CompactText StoreId { get; init; }

    /// <summary>The immutable id in Microsoft Graph's text form.</summary>
    public required CompactText ImmutableId { get; init; }

    /// <summary>The iCalendar UID.</summary>
    public required string? Uid { get; init; }

    /// <summary>Which occurrence of a series it is, where the record knows it.</summary>
    public required string? RecurrenceId { get; init; }

    /// <summary>The content as it was before.</summary>
    public required Item? Before { get; init; }

    /// <summary>The parts that were changed; null for the whole item.</summary>
    public required IReadOnlyList<string>? Parts { get; init; }

    /// <summary>The loss that it is.</summary>
    /// <param name="kind">How the item was lost.</param>
    /// <param name="lastOperation">The last operation on it.</param>
    /// <param name="mailbox">The mailbox, by both its names where they are known.</param>
    public Loss ToLoss(LossKind kind, string lastOperation, MailboxNames mailbox)
    {
        AuditedFolder? calendar = IsFromCalendar == true ? Folder : null;
        return new Loss(StoreId, ImmutableId)
        {
            Kind = kind,
            Mailbox = mailbox.Name,
            MailboxGuid = mailbox.Guid,
            Folder = calendar?.ToFolderPath(),
            FolderId = calendar?.Id,
            IsDefaultCalendar = CalendarFolderNames.IsDefaultCalendar(calendar?.Path),
            DestinationFolder = Destination,
            Subject = Subject,
            Uid = Uid,
            LostAt = Record.CreationTime,
            LastOperation = lastOperation,
            Record = Record,
            Parts = kind == LossKind.Changed ? Parts : null,
            Before = Before,
        };
    }
}

namespace Restoration.Sources.AuditLog;

/// <summary>Takes from records what is needed until the end. Records are many, but mailboxes, folders, users and operations are few: those are shared.</summary>
internal sealed class LossEventBuilder
{
    private readonly HashSet<MailboxNames> _mailboxes = [];
    private readonly HashSet<AuditedFolder> _folders = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The mailbox, as far as the record names it.</summary>
    public static MailboxNames MailboxOf(AuditRecord record) => new(record.Mailbox, record.MailboxGuid);

    /// <summary>The record, for plans and reports.</summary>
    public RecordReference ReferenceOf(AuditRecord record) => new(
        record.RecordId,
        Share(_names, record.Operation),
        record.CreationTime,
        record.UserId is { } user ? Share(_names, user) : null,
        record.File is { } file ? Share(_names, file) : null,
        record.Row);

    /// <summary>What a record says of one appointment.</summary>
    /// <param name="record">The record.</param>
    /// <param name="reference">The same, as <see cref="ReferenceOf"/> has it.</param>
    /// <param name="action">What was done.</param>
    /// <param name="item">The appointment.</param>
    /// <param name="folder">The folder that it was in.</param>
    public LossEvent Build(AuditRecord record, RecordReference reference, AuditAction action, AuditedItem item, AuditedFolder? folder) => new()
    {
        Action = action,
        Record = reference,
        Mailbox = Share(_mailboxes, MailboxOf(record)),
        Folder = folder is null ? null : Share(_folders, folder),
        IsFromCalendar = item.Before is not null && folder is not null ? true : CalendarRecognition.IsCalendar(folder),
        Destination = record.DestinationFolder is { } destination ? Share(_folders, destination) : null,
        IsToCalendar = CalendarRecognition.IsToCalendar(record),
        Subject = item.Subject ?? item.Before?.Subject,
        StoreId = CompactText.Of(item.Id),
        ImmutableId = CompactText.Of(ImmutableIdOf(item)),
        Uid = item.Uid ?? item.Before?.Key.Uid,
        RecurrenceId = item.Before?.Key.RecurrenceId,
        Before = item.Before,
        Parts = ModifiedParts.Of(record.ModifiedProperties),
    };

    private static string? ImmutableIdOf(AuditedItem item)
        => ExchangeId.TryParse(item.ImmutableId, out ExchangeId? id) && id.IsImmutable
            ? id.ToGraphId(default)
            : item.ImmutableId ?? item.Before?.Key.ImmutableId;

    private static T Share<T>(HashSet<T> known, T value)
        where T : class
    {
        if (known.TryGetValue(value, out T? same))
        {
            return same;
        }

        known.Add(value);
        return value;
    }
}

using Restoration.Items;

namespace Restoration.Sources.AuditLog;

/// <summary>One appointment that audit records say was lost or changed: what is known of it, and until when it was as it should be.</summary>
public sealed record Loss
{
    private readonly CompactText _storeId;
    private readonly CompactText _immutableId;

    /// <summary>A loss whose ids are known.</summary>
    internal Loss(CompactText storeId, CompactText immutableId)
    {
        _storeId = storeId;
        _immutableId = immutableId;
    }

    /// <summary>A loss of which everything has to be said.</summary>
    public Loss()
    {
    }

    /// <summary>How it was lost.</summary>
    public required LossKind Kind { get; init; }

    /// <summary>The owner of the mailbox, by user principal name.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The mailbox, by its GUID.</summary>
    public Guid? MailboxGuid { get; init; }

    /// <summary>The calendar that it was in; null if the records only tell of it after it had left.</summary>
    public FolderPath? Folder { get; init; }

    /// <summary>The calendar's store id, as the record has it.</summary>
    public string? FolderId { get; init; }

    /// <summary>Whether the calendar is the default one, which has another name in every language.</summary>
    public bool IsDefaultCalendar { get; init; }

    /// <summary>Where it went, if the record says so.</summary>
    public AuditedFolder? DestinationFolder { get; init; }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The store id as the record has it.</summary>
    public string? StoreId
    {
        get => _storeId.ToString();
        init => _storeId = CompactText.Of(value);
    }

    /// <summary>The immutable id in Microsoft Graph's text form.</summary>
    public string? ImmutableId
    {
        get => _immutableId.ToString();
        init => _immutableId = CompactText.Of(value);
    }

    /// <summary>The id that Microsoft Graph had for it while it was in the calendar.</summary>
    public string? GraphId => MailboxGuid is { } mailbox && ExchangeId.TryParse(StoreId, out ExchangeId? id) && !id.IsImmutable ? id.ToGraphId(mailbox) : null;

    /// <summary>The iCalendar UID, where the record knows it.</summary>
    public string? Uid { get; init; }

    /// <summary>When it left the calendar or was changed: what is restored is the last version before this.</summary>
    public required DateTimeOffset LostAt { get; init; }

    /// <summary>The operation that took it out of the calendar or changed it.</summary>
    public string Operation => Record.Operation;

    /// <summary>The last operation on it, such as HardDelete for what was moved to Deleted Items first; says where it may still be.</summary>
    public required string LastOperation { get; init; }

    /// <summary>The record that tells of it.</summary>
    public required RecordReference Record { get; init; }

    /// <summary>The parts that were changed, by the names of <see cref="IItemCodec.Compare"/>; null for the whole item.</summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>The content as it was before, if the record keeps it.</summary>
    public Item? Before { get; init; }
}

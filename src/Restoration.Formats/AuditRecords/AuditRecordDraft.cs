using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>
/// A record while it is read: the first that is said of a field counts, so that what stands inside is never
/// overwritten by what stands around it.
/// </summary>
internal sealed class AuditRecordDraft
{
    private readonly string?[] _texts = new string?[(int)AuditField.Details + 1];

    /// <summary>The folder of the items.</summary>
    public AuditedFolder? Folder { get; set; }

    /// <summary>The folder they went to.</summary>
    public AuditedFolder? DestinationFolder { get; set; }

    /// <summary>The items.</summary>
    public List<AuditedItem> Items { get; } = [];

    /// <summary>The folders, where whole folders are concerned.</summary>
    public List<AuditedFolder> Folders { get; } = [];

    /// <summary>The names of what was changed.</summary>
    public List<string> ModifiedProperties { get; } = [];

    /// <summary>What a row of an <c>audit_log</c> table says of the content, each as JSON.</summary>
    public List<string> Details { get; } = [];

    /// <summary>Where the record itself stands in the document; empty if this is it.</summary>
    public Range AuditData { get; set; }

    /// <summary>Whether this is a row of an <c>audit_log</c> table.</summary>
    public bool IsTableRow => this[AuditField.ActionType] is not null && this[AuditField.ResourceType] is not null;

    /// <summary>Whether this says what was done and when, as a record does.</summary>
    public bool IsRecord => this[AuditField.CreationTime] is not null && (this[AuditField.Operation] is not null || IsTableRow);

    /// <summary>Whether this has members that only records have, so that no deeper object can be the record instead.</summary>
    public bool IsDistinct => IsTableRow || Items.Count > 0 || Folder is not null || this[AuditField.Workload] is not null
        || this[AuditField.FolderPath] is not null || this[AuditField.ItemSubject] is not null || this[AuditField.ItemSubjects] is not null;

    /// <summary>The text of a field.</summary>
    public string? this[AuditField field] => _texts[(int)field];

    /// <summary>Takes a text, unless the field has one; blanks at the ends do not count, and nothing but blanks is nothing.</summary>
    public void Set(AuditField field, string? text) => _texts[(int)field] ??= text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>Takes what stands around the record for what it does not say itself.</summary>
    public void Set(AuditRecordEnvelope outer)
    {
        Set(AuditField.Id, outer.RecordId);
        Set(AuditField.Operation, outer.Operation);
        Set(AuditField.UserId, outer.UserId);
        Set(AuditField.CreationTime, outer.CreationDate);
        Set(AuditField.RecordType, outer.RecordType);
    }

    /// <summary>What this says, for a record that stands in it.</summary>
    public AuditRecordEnvelope ToEnvelope() => new()
    {
        RecordId = this[AuditField.Id],
        Operation = this[AuditField.Operation],
        UserId = this[AuditField.UserId],
        CreationDate = this[AuditField.CreationTime],
        RecordType = this[AuditField.RecordType],
    };

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        Array.Clear(_texts);
        Folder = null;
        DestinationFolder = null;
        Items.Clear();
        Folders.Clear();
        ModifiedProperties.Clear();
        Details.Clear();
        AuditData = default;
    }
}

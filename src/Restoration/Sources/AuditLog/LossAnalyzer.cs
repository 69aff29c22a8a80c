using Restoration.Failures;

namespace Restoration.Sources.AuditLog;

/// <summary>
/// Tells from audit records which appointments were lost. Records may come in any order and more than once; of each that is
/// about an appointment a few hundred bytes are kept until the end, of the others nothing but their id.
/// </summary>
/// <param name="filter">Which losses.</param>
public sealed class LossAnalyzer(LossFilter filter)
{
    private readonly LossTally _tally = new(filter);
    private readonly MailboxAliases _mailboxes = new();
    private HashSet<Guid> _guids = [];
    private HashSet<(string Id, DateTimeOffset CreationTime)> _ids = [];
    private readonly LossEventBuilder _builder = new();
    private List<LossEvent> _events = [];
    private readonly List<(NoLossReason Reason, RecordReference Record, MailboxNames Mailbox, string? Subject, string Detail)> _remarks = [];
    private readonly List<Finding> _findings = [];
    private long _records;
    private long _entries;

    /// <summary>Reads all records and tells what they come to.</summary>
    public static async Task<LossReport> AnalyzeAsync(
        IAsyncEnumerable<ReadAuditRecord> records, LossFilter filter, CancellationToken cancellation)
    {
        LossAnalyzer analyzer = new(filter);
        await foreach (ReadAuditRecord record in records.WithCancellation(cancellation).ConfigureAwait(false))
        {
            analyzer.Add(record);
        }

        return analyzer.Complete();
    }

    /// <summary>Takes a record, or keeps a finding for the report.</summary>
    public void Add(ReadAuditRecord read)
    {
        if (read.Finding is not null)
        {
            _findings.Add(read.Finding);
        }

        if (read.Record is { } record)
        {
            int entries = Math.Max(1, record.Items.Count + record.Folders.Count);
            _records++;
            _entries += entries;
            Add(record, entries);
        }
    }

    /// <summary>What all records come to; nothing may be added any more.</summary>
    public LossReport Complete()
    {
        foreach ((NoLossReason reason, RecordReference record, MailboxNames mailbox, string? subject, string detail) in _remarks)
        {
            _tally.Note(reason, record, _mailboxes.Resolve(mailbox), subject, detail);
        }

        List<Loss> losses = [.. _events
            .GroupBy(item => _mailboxes.Resolve(item.Mailbox))
            .SelectMany(group => new LossTimeline(group.Key, filter, _tally).Follow([.. group]))];

        // Whoever asked goes on while this is still on the stack.
        _events = [];
        _guids = [];
        _ids = [];
        return new LossReport
        {
            Losses = [.. losses.OrderBy(loss => loss.LostAt).ThenBy(loss => loss.Record.Row)],
            Noted = _tally.Noted,
            Counts = _tally.Counts,
            Records = _records,
            Entries = _entries,
            Findings = _findings,
        };
    }

    private void Add(AuditRecord record, int entries)
    {
        if (IsRepeated(record))
        {
            _tally.Count(NoLossReason.Duplicate, entries);
            return;
        }

        MailboxNames mailbox = LossEventBuilder.MailboxOf(record);
        _mailboxes.Add(mailbox);
        AuditAction action = AuditActions.Of(record);
        if (mailbox is { Name: not null, Guid: not null } && !filter.AcceptsMailbox(mailbox.Name, mailbox.Guid))
        {
            _tally.Count(NoLossReason.Filtered, entries);
        }
        else if (action == AuditAction.None || (action == AuditAction.Failure && !AuditActions.HasFailed(record)))
        {
            _tally.Count(NoLossReason.NotAChange, entries);
        }
        else if (action == AuditAction.Permission)
        {
            AddPermissions(record, entries);
        }
        else
        {
            AddItems(record, action);
            AddFolders(record, action);
            if (record.Items.Count + record.Folders.Count == 0)
            {
                _tally.Count(NoLossReason.NotCalendarItem, 1);
            }
        }
    }

    private void AddPermissions(AuditRecord record, int entries)
    {
        AuditedFolder? folder = record.Folder ?? (record.Items.Count > 0 ? record.Items[0].ParentFolder : null);
        bool isOfCalendar = CalendarRecognition.IsCalendar(folder) == true || (folder is null && record.Operation.Contains("Calendar", StringComparison.OrdinalIgnoreCase));
        if (isOfCalendar)
        {
            Remark(NoLossReason.PermissionChange, record, folder?.Path, "rights on a calendar were changed.");
        }

        _tally.Count(NoLossReason.NotCalendarItem, isOfCalendar ? entries - 1 : entries);
    }

    private void AddItems(AuditRecord record, AuditAction action)
    {
        bool hasFailed = action != AuditAction.Failure && AuditActions.HasFailed(record);
        RecordReference reference = _builder.ReferenceOf(record);
        foreach (AuditedItem item in record.Items)
        {
            AuditedFolder? folder = CalendarRecognition.FolderOf(item, record);
            if (!CalendarRecognition.IsAppointment(item, folder))
            {
                _tally.Count(NoLossReason.NotCalendarItem, 1);
            }
            else if (hasFailed)
            {
                Remark(NoLossReason.Failed, record, item.Subject, "the operation failed, so nothing was done.");
            }
            else
            {
                _events.Add(_builder.Build(record, reference, action, item, folder));
            }
        }
    }

    private void AddFolders(AuditRecord record, AuditAction action)
    {
        foreach (AuditedFolder folder in record.Folders)
        {
            if (action >= AuditAction.Delete && CalendarRecognition.IsCalendar(folder) == true)
            {
                Remark(NoLossReason.CalendarDeleted, record, folder.Path, "a calendar was deleted with everything in it. Restore it from a backup.");
            }
            else
            {
                _tally.Count(NoLossReason.NotCalendarItem, 1);
            }
        }
    }

    // The mailbox may have another name that only a later record says.
    private void Remark(NoLossReason reason, AuditRecord record, string? subject, string detail)
        => _remarks.Add((reason, _builder.ReferenceOf(record), LossEventBuilder.MailboxOf(record), subject, detail));

    private bool IsRepeated(AuditRecord record)
        => record.RecordId is { } text && !(Guid.TryParse(text, out Guid id) ? _guids.Add(id) : _ids.Add((text, record.CreationTime)));
}

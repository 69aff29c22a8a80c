namespace Restoration.Sources.AuditLog;

/// <summary>Counts the entries that are no loss, and keeps those worth showing.</summary>
internal sealed class LossTally(LossFilter filter)
{
    private readonly Dictionary<NoLossReason, long> _counts = [];
    private readonly List<NotedRecord> _noted = [];

    /// <summary>How many entries are no loss, by reason.</summary>
    public IReadOnlyDictionary<NoLossReason, long> Counts => _counts;

    /// <summary>The entries worth showing, in the order of their time.</summary>
    public IReadOnlyList<NotedRecord> Noted => [.. _noted.OrderBy(noted => noted.Record.CreationTime)];

    /// <summary>Counts entries without keeping them.</summary>
    public void Count(NoLossReason reason, long entries)
    {
        if (entries > 0)
        {
            _counts[reason] = _counts.GetValueOrDefault(reason) + entries;
        }
    }

    /// <summary>Counts an entry, and keeps it if it is among what was asked for.</summary>
    public void Note(NoLossReason reason, RecordReference record, MailboxNames mailbox, string? subject, string detail)
    {
        bool isAskedFor = filter.AcceptsTime(record.CreationTime) && filter.AcceptsDeed(record) && filter.AcceptsSubject(subject)
            && filter.AcceptsMailbox(mailbox.Name, mailbox.Guid);
        Count(isAskedFor ? reason : NoLossReason.Filtered, 1);
        if (isAskedFor)
        {
            _noted.Add(new NotedRecord(reason, record, mailbox.ToString(), subject, detail));
        }
    }
}

namespace Restoration.Sources.AuditLog;

/// <summary>Learns from records that name a mailbox both ways which names are of the same mailbox.</summary>
internal sealed class MailboxAliases
{
    private readonly Dictionary<string, Guid> _guids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, string> _names = [];
    private readonly Dictionary<string, string> _spellings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns.</summary>
    public void Add(MailboxNames mailbox)
    {
        if (mailbox.Name is { } name)
        {
            _spellings.TryAdd(name, name);
        }

        if (mailbox is { Name: { } known, Guid: { } guid })
        {
            _guids.TryAdd(known, guid);
            _names.TryAdd(guid, known);
        }
    }

    /// <summary>The mailbox by both names where that is known; the same for every record of it.</summary>
    public MailboxNames Resolve(MailboxNames mailbox)
    {
        Guid? guid = mailbox.Guid ?? (mailbox.Name is { } known && _guids.TryGetValue(known, out Guid found) ? found : null);
        string? name = guid is { } id && _names.TryGetValue(id, out string? first) ? first : mailbox.Name;
        return new MailboxNames(name is null ? null : _spellings.GetValueOrDefault(name, name), guid);
    }
}

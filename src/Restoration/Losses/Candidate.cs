using Restoration.Items;

namespace Restoration.Losses;

/// <summary>An appointment of a backup that may be the lost one: a single one, or a series with its overrides.</summary>
internal sealed class Candidate(IBackupContent backup, Item first)
{
    private IReadOnlyList<Item> _looked = [first];
    private KeptItem[] _settled = [];

    /// <summary>Where it was found.</summary>
    public IBackupContent Backup => backup;

    /// <summary>The appointment, or the series before its overrides.</summary>
    public IReadOnlyList<KeptItem> Items => _looked.Count == 0 ? _settled : [.. _settled, .. _looked.Select(Keep)];

    /// <summary>The appointment, or the series itself; an override only if the series is not there. Null once it is settled.</summary>
    public Item? Head => _looked.Count > 0 ? _looked[0] : null;

    /// <summary>Its subject, as <see cref="CandidateSearch.Normalize"/> has it.</summary>
    public string Subject { get; private set; } = CandidateSearch.Normalize(first.Subject);

    /// <summary>Whether it is not in its calendar any more.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Whether it is in its calendar as another version.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Takes an override in, or the series itself, which goes first.</summary>
    public void Add(Item item)
    {
        _looked = item.Key.RecurrenceId is null ? [item, .. _looked] : [.. _looked, item];
        if (_settled.Length == 0)
        {
            Subject = CandidateSearch.Normalize(_looked[0].Subject);
        }
    }

    /// <summary>
    /// Lets go of what can be looked up again: candidates are as many as a calendar has appointments, and stay until the last one is found.
    /// </summary>
    public void Settle()
    {
        if (_looked.Count == 0)
        {
            return;
        }

        _settled = [.. Items];
        _looked = [];
    }

    private KeptItem Keep(Item item) => backup.BackupId is null ? new KeptItem(item) : new KeptItem(item.ContentHash, null);
}

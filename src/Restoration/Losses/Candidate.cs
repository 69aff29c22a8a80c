using Restoration.Items;

namespace Restoration.Losses;

/// <summary>An appointment of a backup that may be the lost one: a single one, or a series with its overrides.</summary>
internal sealed class Candidate(IBackupContent backup, Item first)
{
    private IReadOnlyList<Item> _items = [first];

    /// <summary>Where it was found.</summary>
    public IBackupContent Backup => backup;

    /// <summary>The appointment, or the series before its overrides.</summary>
    public IReadOnlyList<Item> Items => _items;

    /// <summary>The appointment, or the series itself; an override only if the series is not there.</summary>
    public Item Head => _items[0];

    /// <summary>Whether it is not in its calendar any more.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Whether it is in its calendar as another version.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Takes an override in, or the series itself, which goes first.</summary>
    public void Add(Item item) => _items = item.Key.RecurrenceId is null ? [item, .. _items] : [.. _items, item];
}

using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Destinations;

/// <summary>What an export file has, by its keys.</summary>
internal sealed class FileIndex
{
    private readonly Dictionary<string, List<Item>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Item>> _byImmutableId = new(StringComparer.Ordinal);
    private readonly Dictionary<ContentHash, List<Item>> _byNaturalKey = [];

    /// <summary>All items.</summary>
    public IEnumerable<ExistingItem> All => _byId.SelectMany(pair => pair.Value.Select(item => new ExistingItem(pair.Key, item)));

    /// <summary>Reads the file; an index without entries if there is none.</summary>
    public static async ValueTask<FileIndex> ReadAsync(FileSource? file, CancellationToken cancellation)
    {
        FileIndex index = new();
        if (file is null)
        {
            return index;
        }

        await foreach (SourceItem entry in file.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (entry.Item is not { } item)
            {
                // Writing the file again without what cannot be read of it would lose that.
                throw new RestorationException(
                    FailureCode.InvalidData, $"The file cannot be added to: {entry.Detail} Name another file.", file.Location.Target);
            }

            index.Add(item);
        }

        return index;
    }

    /// <summary>The id of an item in a file: its UID and, for an override, which occurrence.</summary>
    public static string IdOf(in ItemKey key) => $"{key.Uid ?? key.NaturalKey.ToString()}\n{key.RecurrenceId}";

    public Match Find(in ItemKey key)
    {
        if (key.ImmutableId is not null && _byImmutableId.TryGetValue(key.ImmutableId, out List<Item>? items))
        {
            return ToMatch(MatchRung.ImmutableId, items);
        }

        if (key.Uid is not null && _byId.TryGetValue(IdOf(key), out items))
        {
            return ToMatch(MatchRung.Uid, items);
        }

        return _byNaturalKey.TryGetValue(key.NaturalKey, out items) ? ToMatch(MatchRung.NaturalKey, items) : Match.None;
    }

    public ExistingItem? Get(string id) => _byId.TryGetValue(id, out List<Item>? items) ? new ExistingItem(id, items[0]) : null;

    private void Add(Item item)
    {
        Add(_byId, IdOf(item.Key), item);
        Add(_byNaturalKey, item.Key.NaturalKey, item);
        if (item.Key.ImmutableId is { } immutableId)
        {
            Add(_byImmutableId, immutableId, item);
        }
    }

    private static Match ToMatch(MatchRung rung, List<Item> items)
        => new(rung, [.. items.Select(item => new ExistingItem(IdOf(item.Key), item))]);

    private static void Add<TKey>(Dictionary<TKey, List<Item>> index, TKey key, Item item)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out List<Item>? items))
        {
            index.Add(key, items = []);
        }

        items.Add(item);
    }
}

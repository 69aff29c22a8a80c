using System.Globalization;
using System.Runtime.CompilerServices;
using Restoration.Destinations;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Notes;

/// <summary>A pad to restore to; each note is there as soon as it is written.</summary>
internal sealed class NotesDestination(Location location, Notebook notebook) : IDestination
{
    public Location Location => location;

    public Durability Durability => Durability.PerItem;

    public bool NeedsContent => true;

    private SortedDictionary<int, Item> Pad => notebook.Open(location.Target!);

    public ValueTask<IReadOnlyList<Match>> FindAsync(IReadOnlyList<SourceItem> items, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<Match>>([.. items.Select(item => Find(item.Item!.Key))]);

    public ValueTask<IReadOnlyList<ExistingItem?>> GetAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<ExistingItem?>>([.. ids.Select(id => Pad.TryGetValue(Number(id), out Item? item) ? new ExistingItem(id, item) : null)]);

    public async IAsyncEnumerable<ExistingItem> ReadAsync(Location? origin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach ((int number, Item item) in Pad)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            yield return new ExistingItem(Text(number), item);
        }
    }

    public ValueTask<Item> LoadAsync(ExistingItem existing, CancellationToken cancellation) => ValueTask.FromResult(Pad[Number(existing.Id)]);

    public ValueTask PrepareAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask<ExistingItem> CreateAsync(SourceItem item, string? id, CancellationToken cancellation)
        => Write(id ?? Text(notebook.NextNumber()), item.Item!);

    public ValueTask<ExistingItem> ReplaceAsync(ExistingItem existing, Item item, CancellationToken cancellation) => Write(existing.Id, item);

    public ValueTask<ExistingItem> UpdateAsync(ExistingItem existing, Item item, CancellationToken cancellation) => Write(existing.Id, item);

    public ValueTask DeleteAsync(ExistingItem existing, CancellationToken cancellation)
    {
        Pad.Remove(Number(existing.Id));
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ValueTask<ExistingItem> Write(string id, Item item)
    {
        Pad[Number(id)] = item;
        return ValueTask.FromResult(new ExistingItem(id, item));
    }

    private Match Find(ItemKey key)
    {
        ExistingItem[] sameUid = [.. All(item => key.Uid is not null && item.Key.Uid == key.Uid && item.Key.RecurrenceId == key.RecurrenceId)];
        return sameUid.Length > 0
            ? new Match(MatchRung.Uid, sameUid)
            : new Match(MatchRung.NaturalKey, [.. All(item => item.Key.NaturalKey == key.NaturalKey)]);
    }

    private IEnumerable<ExistingItem> All(Func<Item, bool> isWanted)
        => Pad.Where(note => isWanted(note.Value)).Select(note => new ExistingItem(Text(note.Key), note.Value));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string id) => int.Parse(id, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Stores.Memory;

internal sealed class MemoryItems(MemoryTransaction transaction) : IItemStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask<IReadOnlyList<Match>> FindAsync(long folderId, IReadOnlyList<ItemKey> keys, CancellationToken cancellation)
    {
        StoredItem[] folder = [.. State.Items.Where(pair => pair.Value.FolderId == folderId).Select(pair => ToStored(pair.Key)!)];
        return ValueTask.FromResult<IReadOnlyList<Match>>([.. keys.Select(key => Find(folder, key))]);
    }

    public ValueTask<IReadOnlyList<StoredItem?>> GetAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<StoredItem?>>([.. ids.Select(ToStored)]);

    public ValueTask<IReadOnlyList<StoredItem>> ReadAsync(long folderId, long afterId, int limit, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<StoredItem>>(
            [.. State.Items.Where(pair => pair.Value.FolderId == folderId && pair.Key > afterId).Take(limit).Select(pair => ToStored(pair.Key)!)]);

    public async ValueTask<long> AddAsync(long folderId, Item item, long? id, CancellationToken cancellation)
    {
        await KeepAsync(item, cancellation).ConfigureAwait(false);
        long number = id ?? State.LastId + 1;
        if (State.Items.ContainsKey(number))
        {
            throw new RestorationException(FailureCode.InvalidState, $"There is an item {number} already.", item.Key.Uid);
        }

        State = State with { LastId = Math.Max(State.LastId, number), Items = State.Items.Add(number, (folderId, item.ContentHash)) };
        return number;
    }

    public async ValueTask SetAsync(long id, Item item, CancellationToken cancellation)
    {
        await KeepAsync(item, cancellation).ConfigureAwait(false);
        State = State with { Items = State.Items.SetItem(id, (Existing(id).FolderId, item.ContentHash)) };
    }

    public ValueTask DeleteAsync(long id, CancellationToken cancellation)
    {
        Existing(id);
        State = State with { Items = State.Items.Remove(id) };
        return ValueTask.CompletedTask;
    }

    private static Match Find(StoredItem[] folder, ItemKey key)
    {
        (MatchRung Rung, Func<Item, bool> Fits)[] ladder =
        [
            (MatchRung.ImmutableId, item => key.ImmutableId is not null && item.Key.ImmutableId == key.ImmutableId),
            (MatchRung.Uid, item => key.Uid is not null && item.Key.Uid == key.Uid && item.Key.RecurrenceId == key.RecurrenceId),
            (MatchRung.NaturalKey, item => key.NaturalKey != default && item.Key.NaturalKey == key.NaturalKey),
        ];
        foreach ((MatchRung rung, Func<Item, bool> fits) in ladder)
        {
            ExistingItem[] found =
            [
                .. folder.Where(stored => fits(stored.Item))
                    .Select(stored => new ExistingItem(stored.Id.ToString(CultureInfo.InvariantCulture), stored.Item)),
            ];
            if (found.Length > 0)
            {
                return new Match(rung, found);
            }
        }

        return Match.None;
    }

    private async ValueTask KeepAsync(Item item, CancellationToken cancellation)
    {
        await transaction.Contents.AddAsync(item, cancellation).ConfigureAwait(false);
        if (!State.Contents.ContainsKey(item.ContentHash))
        {
            throw new RestorationException(FailureCode.InvalidState, $"The content of '{item.Subject}' is not in the store.", item.Key.Uid);
        }
    }

    private (long FolderId, ContentHash Content) Existing(long id) => State.Items.TryGetValue(id, out (long FolderId, ContentHash Content) item)
        ? item
        : throw new RestorationException(FailureCode.Conflict, $"Item {id} is not there any more.");

    private StoredItem? ToStored(long id) => State.Items.TryGetValue(id, out (long FolderId, ContentHash Content) item)
        ? new StoredItem(id, item.FolderId, State.Contents[item.Content] with { Content = default })
        : null;
}

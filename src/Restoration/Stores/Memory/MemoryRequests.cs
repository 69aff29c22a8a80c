using System.Collections.Immutable;
using Restoration.Items;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Stores.Memory;

internal sealed class MemoryRequests(MemoryTransaction transaction) : IRequestStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask AddAsync(RestoreRequest request, CancellationToken cancellation)
    {
        State = State with { Requests = State.Requests.Add(request) };
        return ValueTask.CompletedTask;
    }

    public ValueTask UpdateAsync(RestoreRequest request, CancellationToken cancellation)
    {
        Change(request.RequestId, kept => request with { Settings = kept.Settings });
        return ValueTask.CompletedTask;
    }

    public ValueTask SetAsync(Guid requestId, RequestSettings settings, CancellationToken cancellation)
    {
        Change(requestId, kept => kept with { Settings = settings });
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(Guid requestId, CancellationToken cancellation)
    {
        State = State with
        {
            Requests = State.Requests.RemoveAll(request => request.RequestId == requestId),
            Frozen = State.Frozen.Remove(requestId),
            Journal = State.Journal.Remove(requestId),
        };
        return ValueTask.CompletedTask;
    }

    public ValueTask<RestoreRequest?> GetAsync(Guid requestId, CancellationToken cancellation)
        => ValueTask.FromResult(State.Requests.Find(request => request.RequestId == requestId));

    public ValueTask<IReadOnlyList<RestoreRequest>> ListAsync(CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<RestoreRequest>>(State.Requests.Reverse());

    public ValueTask<IReadOnlyList<RestoreRequest>> ListQueueAsync(CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<RestoreRequest>>(
        [
            .. State.Requests
                .Where(request => request is { Kind: RequestKind.MailboxRestore, Status: RequestStatus.Queued or RequestStatus.InProgress })
                .OrderByDescending(request => request.Settings.Priority)
                .ThenBy(request => request.QueuedAt),
        ]);

    public async ValueTask FreezeAsync(Guid requestId, IReadOnlyList<SourceItem> entries, CancellationToken cancellation)
    {
        foreach (Item item in entries.Select(entry => entry.Item).OfType<Item>())
        {
            await transaction.Contents.AddAsync(item, cancellation).ConfigureAwait(false);
        }

        IReadOnlyList<SourceItem> found = await KeptEntries.FindAsync(entries, transaction.Contents, cancellation).ConfigureAwait(false);
        ImmutableSortedDictionary<long, SourceItem> kept = State.Frozen.GetValueOrDefault(requestId, ImmutableSortedDictionary<long, SourceItem>.Empty)
            .AddRange(found.Select(entry => KeyValuePair.Create(
                entry.Ordinal, entry.Item is null ? entry : entry with { Item = entry.Item with { Content = default } })));
        State = State with { Frozen = State.Frozen.SetItem(requestId, kept) };
    }

    public ValueTask<IReadOnlyList<SourceItem>> ReadFrozenAsync(Guid requestId, long afterOrdinal, int limit, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<SourceItem>>(
        [
            .. State.Frozen.GetValueOrDefault(requestId, ImmutableSortedDictionary<long, SourceItem>.Empty)
                .Where(pair => pair.Key > afterOrdinal).Take(limit).Select(pair => pair.Value),
        ]);

    public ValueTask<IReadOnlySet<string>> FindFrozenUidsAsync(Guid requestId, IReadOnlyCollection<string> uids, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlySet<string>>(
            State.Frozen.GetValueOrDefault(requestId, ImmutableSortedDictionary<long, SourceItem>.Empty).Values
                .Select(entry => entry.Item?.Key.Uid).OfType<string>().Intersect(uids, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal));

    // A request that is not there any more has nothing to change.
    private void Change(Guid requestId, Func<RestoreRequest, RestoreRequest> change)
    {
        int index = State.Requests.FindIndex(existing => existing.RequestId == requestId);
        if (index >= 0)
        {
            State = State with { Requests = State.Requests.SetItem(index, change(State.Requests[index])) };
        }
    }
}

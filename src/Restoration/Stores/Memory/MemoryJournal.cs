using System.Collections.Immutable;
using Restoration.Execution;

namespace Restoration.Stores.Memory;

internal sealed class MemoryJournal(MemoryTransaction transaction) : IJournalStore
{
    public ValueTask WriteAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        foreach (IGrouping<Guid, JournalEntry> request in entries.GroupBy(entry => entry.RequestId))
        {
            Set(request.Key, Of(request.Key).SetItems(request.Select(entry => KeyValuePair.Create(entry.Ordinal, entry))));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Guid requestId, long afterOrdinal, int limit, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<JournalEntry>>([.. Of(requestId).Values.Where(entry => entry.Ordinal > afterOrdinal).Take(limit)]);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadEffectsBackwardsAsync(
        Guid requestId, long beforeOrdinal, int limit, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyList<JournalEntry>>(
            [.. Effects(requestId).Where(entry => entry.Ordinal < beforeOrdinal).Reverse().Take(limit)]);

    public ValueTask<IReadOnlyDictionary<string, int>> FindRepeatedTargetsAsync(Guid requestId, CancellationToken cancellation)
        => ValueTask.FromResult<IReadOnlyDictionary<string, int>>(
            Effects(requestId).GroupBy(entry => entry.TargetId!).Where(group => group.Skip(1).Any())
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));

    public ValueTask ConfirmAsync(Guid requestId, CancellationToken cancellation)
    {
        Set(requestId, Of(requestId).SetItems(Of(requestId).Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { IsDone = true }))));
        return ValueTask.CompletedTask;
    }

    private IEnumerable<JournalEntry> Effects(Guid requestId) => Of(requestId).Values.Where(entry => entry.IsDone && entry.HasEffect);

    private ImmutableSortedDictionary<long, JournalEntry> Of(Guid requestId)
        => transaction.State.Journal.GetValueOrDefault(requestId, ImmutableSortedDictionary<long, JournalEntry>.Empty);

    private void Set(Guid requestId, ImmutableSortedDictionary<long, JournalEntry> entries)
        => transaction.State = transaction.State with { Journal = transaction.State.Journal.SetItem(requestId, entries) };
}

using Restoration.Failures;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Execution;

/// <summary>
/// For destinations inside the store: look-up, effect, journal, audit trail and the request's progress are one transaction,
/// so a process that dies leaves whole batches or nothing of them, and two runs at once see each other's items.
/// </summary>
internal sealed class TransactionalExecution(IStore store, IItemCodec codec, RestoreRun run, TimeProvider clock) : IBatchExecution
{
    public async ValueTask<BatchOutcome> ExecuteAsync(RestoreRequest request, IReadOnlyList<SourceItem> batch, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await run.BeginAsync(store, cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (run.Guard is { } guard)
            {
                request = request with { Settings = await guard.CheckAsync(transaction, request, cancellation).ConfigureAwait(false) };
                if (request.Settings.Suspend)
                {
                    return new BatchOutcome(request, []);
                }
            }

            run.Destination.Enlist(transaction);
            IReadOnlyList<SourceItem> accepted = await SourceBatches
                .FilterAsync(batch, run.Filter, codec, transaction.Contents, cancellation).ConfigureAwait(false);
            IReadOnlyList<PlannedAction> actions = await run.Planner
                .PlanAsync(accepted, run.Destination, transaction.Contents, cancellation).ConfigureAwait(false);

            Effects effects = new(run.Destination, request, clock);
            List<JournalEntry> entries = await ApplyAllAsync(transaction, effects, actions, cancellation).ConfigureAwait(false)
                ?? await ApplyEachAsync(transaction, effects, actions, cancellation).ConfigureAwait(false);
            long bytes = entries.Zip(actions, (entry, action) => entry.HasEffect ? action.Item?.Size ?? 0 : 0).Sum();
            request = RequestProgress.Advance(request, batch, entries, entries.Count == actions.Count, bytes, clock.GetUtcNow()) with
            {
                CreatedLocations = [.. request.CreatedLocations.Union(run.Destination.CreatedLocations)],
            };
            await transaction.Journal.WriteAsync(entries, CancellationToken.None).ConfigureAwait(false);
            await transaction.Requests.UpdateAsync(request, CancellationToken.None).ConfigureAwait(false);

            // Last, because no other run goes on from here to the commit.
            await transaction.Audit.AppendAsync([.. entries.Select(entry => ItemAudit.Of(request, entry))], CancellationToken.None).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return new BatchOutcome(request, entries);
        }
    }

    public ValueTask CompleteAsync(RestoreRequest request, CancellationToken cancellation) => run.Destination.CompleteAsync(cancellation);

    // A mark for each item costs more than its effect, and hardly any item ever fails.
    private async ValueTask<List<JournalEntry>?> ApplyAllAsync(
        IStoreTransaction transaction, Effects effects, IReadOnlyList<PlannedAction> actions, CancellationToken cancellation)
    {
        List<JournalEntry> entries = new(actions.Count);
        await transaction.MarkAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await KeepContentsAsync(transaction, actions).ConfigureAwait(false);
            foreach (PlannedAction action in actions.TakeWhile(_ => !cancellation.IsCancellationRequested))
            {
                entries.Add(action.HasEffect
                    ? await effects.ApplyAsync(action, CancellationToken.None).ConfigureAwait(false)
                    : effects.Describe(action));
            }

            await transaction.ReleaseAsync(CancellationToken.None).ConfigureAwait(false);
            return entries;
        }
        catch (RestorationException failure) when (Effects.ConcernsOneItem(failure))
        {
            await transaction.RevertAsync(CancellationToken.None).ConfigureAwait(false);
            run.Destination.Enlist(transaction);
            return null;
        }
    }

    // Runs that go on beside each other may have the same contents, and wait for each other's: in one order, never in a circle.
    private async ValueTask KeepContentsAsync(IStoreTransaction transaction, IReadOnlyList<PlannedAction> actions)
    {
        IEnumerable<Item> items = run.Guard is null ? [] : actions.Where(action => action.HasEffect).Select(action => action.Item).OfType<Item>();
        foreach (Item item in items.Where(item => !item.Content.IsEmpty).OrderBy(item => item.ContentHash))
        {
            await transaction.Contents.AddAsync(item, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async ValueTask<List<JournalEntry>> ApplyEachAsync(
        IStoreTransaction transaction, Effects effects, IReadOnlyList<PlannedAction> actions, CancellationToken cancellation)
    {
        List<JournalEntry> entries = new(actions.Count);
        foreach (PlannedAction action in actions.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            entries.Add(await ApplyAsync(transaction, effects, action).ConfigureAwait(false));
        }

        return entries;
    }

    private static async ValueTask<JournalEntry> ApplyAsync(IStoreTransaction transaction, Effects effects, PlannedAction action)
    {
        if (!action.HasEffect)
        {
            return effects.Describe(action);
        }

        await transaction.MarkAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            JournalEntry entry = await effects.ApplyAsync(action, CancellationToken.None).ConfigureAwait(false);
            await transaction.ReleaseAsync(CancellationToken.None).ConfigureAwait(false);
            return entry;
        }
        catch (RestorationException failure) when (Effects.ConcernsOneItem(failure))
        {
            await transaction.RevertAsync(CancellationToken.None).ConfigureAwait(false);
            return effects.DescribeFailure(action, failure);
        }
    }
}

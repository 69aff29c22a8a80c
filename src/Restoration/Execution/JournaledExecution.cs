using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Execution;

/// <summary>
/// For destinations outside the store: the intent is durable before the effect, the outcome after it. An intent without an
/// outcome, left by a process that died, is settled by what the destination has: the very item means that it was done.
/// </summary>
internal sealed class JournaledExecution(IStore store, IItemCodec codec, RestoreRun run, TimeProvider clock, bool resumed) : IBatchExecution
{
    private const int Page = 500;

    private bool IsSettledLater => run.Destination.Durability == Durability.AtCompletion;

    public async ValueTask<BatchOutcome> ExecuteAsync(RestoreRequest request, IReadOnlyList<SourceItem> batch, CancellationToken cancellation)
    {
        Effects effects = new(run.Destination, request, clock);
        (IReadOnlyList<PlannedAction> actions, IReadOnlyDictionary<long, JournalEntry> settled) =
            await PlanAsync(request, batch, effects, cancellation).ConfigureAwait(false);
        List<JournalEntry> entries = new(actions.Count);
        long bytes = 0;
        foreach (PlannedAction action in actions)
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            JournalEntry entry = settled.TryGetValue(action.Source.Ordinal, out JournalEntry? done)
                ? done
                : await ApplyAsync(effects, action).ConfigureAwait(false);
            entries.Add(entry with { IsDone = !(IsSettledLater && entry.HasEffect) });
            bytes += entry.HasEffect ? action.Item?.Size ?? 0 : 0;
        }

        request = RequestProgress.Advance(request, batch, entries, entries.Count == actions.Count, bytes, clock.GetUtcNow());
        await WriteAsync(request, entries).ConfigureAwait(false);
        return new BatchOutcome(request, entries);
    }

    public async ValueTask CompleteAsync(RestoreRequest request, CancellationToken cancellation)
    {
        await run.Destination.CompleteAsync(cancellation).ConfigureAwait(false);
        if (!IsSettledLater)
        {
            return;
        }

        IStoreTransaction transaction = await store.BeginWriteAsync(CancellationToken.None).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            long after = 0;
            while (await transaction.Journal.ReadAsync(request.RequestId, after, Page, CancellationToken.None).ConfigureAwait(false) is { Count: > 0 } entries)
            {
                await transaction.Audit.AppendAsync([.. entries.Select(entry => ItemAudit.Of(request, entry))], CancellationToken.None).ConfigureAwait(false);
                after = entries[^1].Ordinal;
            }

            await transaction.Journal.ConfirmAsync(request.RequestId, CancellationToken.None).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask<(IReadOnlyList<PlannedAction> Actions, IReadOnlyDictionary<long, JournalEntry> Settled)> PlanAsync(
        RestoreRequest request, IReadOnlyList<SourceItem> batch, Effects effects, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginWriteAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            run.Destination.Enlist(transaction);
            IReadOnlyList<SourceItem> accepted = await SourceBatches
                .FilterAsync(batch, run.Filter, codec, transaction.Contents, cancellation).ConfigureAwait(false);
            IReadOnlyList<PlannedAction> planned = await run.Planner
                .PlanAsync(accepted, run.Destination, transaction.Contents, cancellation).ConfigureAwait(false);
            PlannedAction[] actions = [.. await LoadAsync(planned, transaction.Contents, cancellation).ConfigureAwait(false)];
            IReadOnlyDictionary<long, JournalEntry> settled = resumed
                ? await SettleAsync(request, batch, actions, transaction.Journal, cancellation).ConfigureAwait(false)
                : new Dictionary<long, JournalEntry>();
            await IntendAsync(transaction, effects, actions, cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return (actions, settled);
        }
    }

    // What an item was before goes into the store now: nothing else will have it once it is replaced.
    private async ValueTask IntendAsync(IStoreTransaction transaction, Effects effects, PlannedAction[] actions, CancellationToken cancellation)
    {
        List<JournalEntry> intents = [];
        foreach (PlannedAction action in actions.Where(action => action.HasEffect))
        {
            if (action.Target is { } target && action.Action != ItemAction.Create)
            {
                await transaction.Contents.AddAsync(
                    await run.Destination.LoadAsync(target, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            }

            intents.Add(effects.Describe(action) with
            {
                IsDone = false,
                Before = action.Action == ItemAction.Create ? null : action.Target?.Item.ContentHash,
                After = action.Action == ItemAction.Delete ? null : action.Item?.ContentHash,
            });
        }

        await transaction.Journal.WriteAsync(intents, cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<IReadOnlyDictionary<long, JournalEntry>> SettleAsync(
        RestoreRequest request, IReadOnlyList<SourceItem> batch, PlannedAction[] actions, IJournalStore journal, CancellationToken cancellation)
    {
        IReadOnlyList<JournalEntry> left = await journal
            .ReadAsync(request.RequestId, batch[0].Ordinal - 1, batch.Count, cancellation).ConfigureAwait(false);
        Dictionary<long, JournalEntry> intents = left.Where(entry => !entry.IsDone).ToDictionary(entry => entry.Ordinal);
        Dictionary<long, JournalEntry> settled = [];
        foreach (PlannedAction action in actions.Where(action => action is { Reason: ActionReason.Identical, Target: not null }))
        {
            if (intents.TryGetValue(action.Source.Ordinal, out JournalEntry? intent) && action.Target!.Item.ContentHash == intent.After)
            {
                settled[intent.Ordinal] = intent with { TargetId = action.Target.Id, IsDone = true };
            }
        }

        return settled;
    }

    private async ValueTask<IEnumerable<PlannedAction>> LoadAsync(
        IReadOnlyList<PlannedAction> actions, IContents contents, CancellationToken cancellation)
    {
        int[] bare =
        [
            .. Enumerable.Range(0, actions.Count)
                .Where(i => run.Destination.NeedsContent && actions[i].HasEffect && actions[i].Item is { Content.IsEmpty: true }),
        ];
        if (bare.Length == 0)
        {
            return actions;
        }

        PlannedAction[] loaded = [.. actions];
        IReadOnlyList<Item> items = await contents.LoadAsync([.. bare.Select(i => actions[i].Item!)], cancellation).ConfigureAwait(false);
        for (int i = 0; i < bare.Length; i++)
        {
            loaded[bare[i]] = actions[bare[i]] with { Item = items[i] };
        }

        return loaded;
    }

    private static async ValueTask<JournalEntry> ApplyAsync(Effects effects, PlannedAction action)
    {
        if (!action.HasEffect)
        {
            return effects.Describe(action);
        }

        try
        {
            return await effects.ApplyAsync(action, CancellationToken.None).ConfigureAwait(false);
        }
        catch (RestorationException failure) when (Effects.ConcernsOneItem(failure))
        {
            return effects.DescribeFailure(action, failure);
        }
    }

    private async ValueTask WriteAsync(RestoreRequest request, List<JournalEntry> entries)
    {
        IStoreTransaction transaction = await store.BeginWriteAsync(CancellationToken.None).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await transaction.Journal.WriteAsync(entries, CancellationToken.None).ConfigureAwait(false);
            if (!IsSettledLater)
            {
                await transaction.Audit.AppendAsync([.. entries.Select(entry => ItemAudit.Of(request, entry))], CancellationToken.None).ConfigureAwait(false);
            }

            await transaction.Requests.UpdateAsync(request, CancellationToken.None).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}

using System.Runtime.CompilerServices;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Execution;

/// <summary>
/// Runs requests: the only place with effects on a destination. A plan and a run are made by the same planner over the same
/// batches; only a run writes.
/// </summary>
public sealed class Executor(IStore store, IItemCodec codec, TimeProvider clock)
{
    /// <summary>Says what a run would do. Changes nothing, here or there.</summary>
    public async IAsyncEnumerable<PlannedAction> PlanAsync(RestoreRun run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (IReadOnlyList<SourceItem> batch in SourceBatches.ReadAsync(run, cancellation).ConfigureAwait(false))
        {
            foreach (PlannedAction action in await PlanBatchAsync(run, batch, cancellation).ConfigureAwait(false))
            {
                yield return action;
            }
        }
    }

    /// <summary>
    /// Runs a request, or goes on with it where it was stopped. Results come as their batches are durable.
    /// Cancelling lets the item in flight finish and leaves the request suspended; so does to stop enumerating.
    /// </summary>
    public async IAsyncEnumerable<RestoreResult> ExecuteAsync(
        RestoreRun run, IProgress<RestoreProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ExecutionSession session = new(store, codec, clock, run, progress);
        await session.BeginAsync(cancellation).ConfigureAwait(false);
        IAsyncEnumerator<IReadOnlyList<SourceItem>> batches =
            Prefetch.Ahead(SourceBatches.ReadAsync(run, cancellation), cancellation).GetAsyncEnumerator(cancellation);
        try
        {
            while (await session.StepAsync(batches, cancellation).ConfigureAwait(false) is { } results)
            {
                foreach (RestoreResult result in results)
                {
                    yield return result;
                }
            }
        }
        finally
        {
            await batches.DisposeAsync().ConfigureAwait(false);
            await session.EndAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<IReadOnlyList<PlannedAction>> PlanBatchAsync(
        RestoreRun run, IReadOnlyList<SourceItem> batch, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            run.Destination.Enlist(transaction);
            IReadOnlyList<SourceItem> accepted = await SourceBatches
                .FilterAsync(batch, run.Filter, codec, transaction.Contents, cancellation).ConfigureAwait(false);
            return await run.Planner.PlanAsync(accepted, run.Destination, transaction.Contents, cancellation).ConfigureAwait(false);
        }
    }
}

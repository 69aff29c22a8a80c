using System.Collections.Frozen;
using Restoration.Destinations;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Execution;

/// <summary>Everything that one run of a request takes.</summary>
/// <param name="Request">The request; new, or to be resumed.</param>
/// <param name="Source">Where the items come from.</param>
/// <param name="Destination">Where they go to.</param>
/// <param name="Planner">What turns the one into actions on the other.</param>
/// <param name="Filter">Which items.</param>
public sealed record RestoreRun(RestoreRequest Request, ISource Source, IDestination Destination, IPlanner Planner, ItemFilter Filter)
    : IAsyncDisposable
{
    /// <summary>The entries to leave out, by their ordinals.</summary>
    public IReadOnlySet<long> Declined { get; init; } = FrozenSet<long>.Empty;

    /// <summary>What is left to do when all items are done: in the transaction that completes the request, so with it or not at all.</summary>
    public Func<IStoreTransaction, CancellationToken, ValueTask>? AtCompletion { get; init; }

    /// <summary>What the run is held to in each transaction; null for a run that nobody else can interfere with.</summary>
    public IRunGuard? Guard { get; init; }

    /// <summary>Where the request stands after the run was stopped.</summary>
    public RequestStatus WhenStopped { get; init; } = RequestStatus.Suspended;

    /// <summary>How many items are planned and committed together.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Begins a transaction that the run writes in.</summary>
    internal ValueTask<IStoreTransaction> BeginAsync(IStore store, CancellationToken cancellation)
        => Guard is null ? store.BeginWriteAsync(cancellation) : store.BeginLeasedWriteAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync().ConfigureAwait(false);
        await Destination.DisposeAsync().ConfigureAwait(false);
    }
}

using Restoration.Destinations;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Planning;

/// <summary>Turns entries of a source into actions, a batch at a time. Looks at the destination, never touches it.</summary>
public interface IPlanner
{
    /// <summary>Plans a batch. The planner remembers what it planned, so that later batches see it.</summary>
    /// <param name="batch">Entries in the order of the source.</param>
    /// <param name="destination">Where matches are looked up.</param>
    /// <param name="contents">Where content is loaded from that an entry comes without.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>One action an entry, in the same order.</returns>
    ValueTask<IReadOnlyList<PlannedAction>> PlanAsync(
        IReadOnlyList<SourceItem> batch, IDestination destination, IContents contents, CancellationToken cancellation);

    /// <summary>Remembers a batch that was carried out before the run was interrupted.</summary>
    /// <param name="batch">Entries in the order of the source.</param>
    /// <param name="created">The UIDs under which those of them were created that were, by ordinal.</param>
    /// <param name="destination">Where matches are looked up.</param>
    /// <param name="contents">Where content is loaded from that an entry comes without.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    ValueTask ReplayAsync(
        IReadOnlyList<SourceItem> batch,
        IReadOnlyDictionary<long, string?> created,
        IDestination destination,
        IContents contents,
        CancellationToken cancellation);
}

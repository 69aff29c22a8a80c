using Restoration.Failures;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Execution;

/// <summary>
/// Holds a run to its lease, and to what administrators say of its request meanwhile: asked in each transaction that the run writes in,
/// before anything else. While it lets the run go on, nobody else writes to the target.
/// </summary>
public interface IRunGuard
{
    /// <summary>Goes on only if the run is still the one that may write.</summary>
    /// <param name="transaction">The transaction that is to write.</param>
    /// <param name="known">The request as far as the run knows: where it stands, and how far it is.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>What is said of the request now.</returns>
    /// <exception cref="RestorationException"><see cref="FailureCode.LeaseLost"/>: somebody else has the request, or nobody any more.</exception>
    ValueTask<RequestSettings> CheckAsync(IStoreTransaction transaction, RestoreRequest known, CancellationToken cancellation);
}

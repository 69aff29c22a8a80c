using Restoration.Execution;
using Restoration.Failures;
using Restoration.Stores;

namespace Restoration.Requests.Queue;

/// <summary>
/// A request that this process runs: it alone runs it, and it alone writes to the target mailbox. Both leases are renewed in every
/// transaction of the run, so a process that was away for too long cannot write over the one that took its place.
/// </summary>
internal sealed class LeasedRun : IRunGuard, IAsyncDisposable
{
    // Short, because a dead worker's request waits for it; a live worker that is late is stopped by its next transaction.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private readonly Guid _requestId;
    private readonly HeldLease _request;
    private readonly HeldLease _target;
    private readonly CancellationTokenSource _stop;

    private LeasedRun(Guid requestId, HeldLease request, HeldLease target)
    {
        (_requestId, _request, _target) = (requestId, request, target);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(request.Stop, target.Stop);
    }

    /// <summary>Stops the run: it was asked to, or a lease was lost.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The lease of a request.</summary>
    public static string NameOf(Guid requestId) => $"request:{requestId}";

    /// <summary>Takes a request in hand; null if somebody else has it, or writes to its target.</summary>
    public static async ValueTask<LeasedRun?> TakeAsync(Workspace workspace, RestoreRequest request, CancellationToken cancellation)
    {
        HeldLease? own = await HeldLease.TakeAsync(workspace, NameOf(request.RequestId), Duration, cancellation).ConfigureAwait(false);
        if (own is null)
        {
            return null;
        }

        HeldLease? target = null;
        try
        {
            target = await HeldLease.TakeAsync(workspace, $"mailbox:{request.TargetMailboxGuid}", Duration, cancellation).ConfigureAwait(false);
            return target is null ? null : new LeasedRun(request.RequestId, own, target);
        }
        finally
        {
            if (target is null)
            {
                await own.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<RequestSettings> CheckAsync(IStoreTransaction transaction, RestoreRequest known, CancellationToken cancellation)
    {
        await _request.RenewAsync(transaction, cancellation).ConfigureAwait(false);
        await _target.RenewAsync(transaction, cancellation).ConfigureAwait(false);
        RestoreRequest? kept = await transaction.Requests.GetAsync(_requestId, cancellation).ConfigureAwait(false);
        if (kept is not null && (kept.Status, kept.Position) == (known.Status, known.Position))
        {
            return kept.Settings;
        }

        string what = kept is null ? "was removed" : kept.Status == known.Status ? "was gone on with by somebody else" : $"is {kept.Status} by now";
        throw new RestorationException(
            FailureCode.LeaseLost, $"The request {_requestId} {what}; this run has stopped and written nothing more.", _requestId.ToString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _target.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await _request.DisposeAsync().ConfigureAwait(false);
            _stop.Dispose();
        }
    }
}

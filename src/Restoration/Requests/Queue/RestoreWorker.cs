using System.Runtime.CompilerServices;
using Restoration.Auditing;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Users;

namespace Restoration.Requests.Queue;

/// <summary>
/// Runs the mailbox restores that wait, by priority and then by age: in this process, beside any number of workers elsewhere. A
/// request whose worker has died is gone on with where its journal ends.
/// </summary>
public sealed class RestoreWorker(Workspace workspace)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly RequestService _requests = new(workspace);
    private readonly RequestAgeing _ageing = new(workspace);

    /// <summary>Runs requests until it is stopped, or until none is left.</summary>
    /// <param name="options">Which, and how long.</param>
    /// <param name="progress">Hears how far the request in hand has come.</param>
    /// <param name="findings">Hears what kept a request from being run for now.</param>
    /// <param name="cancellation">Stops after the item in flight; the request in hand goes back to the queue.</param>
    /// <returns>Each request as its run has left it.</returns>
    public async IAsyncEnumerable<RestoreRequest> RunAsync(
        WorkerOptions options, IProgress<RestoreProgress>? progress, IProgress<Finding>? findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Round round = await RunNextAsync(options, progress, findings, cancellation).ConfigureAwait(false);
            if (round.Ended is { } request)
            {
                yield return request;
            }
            else if (round.IsEmpty && options.Drain)
            {
                yield break;
            }
            else
            {
                await Task.Delay(Pause, workspace.Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async ValueTask<Round> RunNextAsync(
        WorkerOptions options, IProgress<RestoreProgress>? progress, IProgress<Finding>? findings, CancellationToken cancellation)
    {
        try
        {
            await _ageing.RemoveExpiredAsync(cancellation).ConfigureAwait(false);
            IReadOnlyList<RestoreRequest> queue = await ListAsync(options, cancellation).ConfigureAwait(false);
            foreach (RestoreRequest request in queue)
            {
                if (await TryAsync(request, progress, cancellation).ConfigureAwait(false) is { } ended)
                {
                    await _ageing.RemoveExpiredAsync(CancellationToken.None).ConfigureAwait(false);
                    return new Round(ended, false);
                }
            }

            return new Round(null, queue.Count == 0);
        }
        catch (RestorationException failure) when (IsPassing(failure))
        {
            findings?.Report(new Finding(Severity.Warning, failure.Code, failure.Message) { Item = failure.Subject });
            return new Round(null, false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new Round(null, true);
        }
    }

    private async ValueTask<IReadOnlyList<RestoreRequest>> ListAsync(WorkerOptions options, CancellationToken cancellation)
    {
        Func<string, bool> isMine = await workspace.Access.FilterAsync(Permission.RunRequest, cancellation).ConfigureAwait(false);
        IReadOnlyList<RestoreRequest> queue = await workspace
            .ReadAsync(transaction => transaction.Requests.ListQueueAsync(cancellation), cancellation).ConfigureAwait(false);
        return [.. queue.Where(request => isMine(request.User) && (options.Only is null || options.Only == request.RequestId))];
    }

    // Null if there is nothing to do for this worker.
    private async ValueTask<RestoreRequest?> TryAsync(RestoreRequest queued, IProgress<RestoreProgress>? progress, CancellationToken cancellation)
    {
        LeasedRun? lease = await LeasedRun.TakeAsync(workspace, queued, cancellation).ConfigureAwait(false);
        if (lease is null)
        {
            return null;
        }

        await using (lease.ConfigureAwait(false))
        {
            RestoreRequest? request = await FindAsync(queued.RequestId).ConfigureAwait(false);
            if (request?.Status is not (RequestStatus.Queued or RequestStatus.InProgress))
            {
                return null;
            }

            if (request.Settings.Suspend)
            {
                await EndAsync(lease, request, RequestStatus.Suspended, null).ConfigureAwait(false);
            }
            else
            {
                await RunAsync(lease, request, progress).ConfigureAwait(false);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return await FindAsync(queued.RequestId).ConfigureAwait(false) ?? queued;
    }

    private async ValueTask RunAsync(LeasedRun lease, RestoreRequest request, IProgress<RestoreProgress>? progress)
    {
        try
        {
            await foreach (RestoreResult _ in _requests.RunAsync(request, lease, progress, null, lease.Stop).ConfigureAwait(false))
            {
                // What became of each item is in the journal.
            }
        }
        catch (OperationCanceledException) when (lease.Stop.IsCancellationRequested)
        {
            // It went back to the queue, or somebody else has it.
        }
        catch (RestorationException failure) when (failure.Code == FailureCode.LeaseLost)
        {
            // Whoever has it now says what becomes of it.
        }
        catch (RestorationException failure)
        {
            await FailAsync(lease, request.RequestId, failure).ConfigureAwait(false);
        }
    }

    // A run that began has said itself how it failed; one that could not be opened has not. What passes is tried again.
    private async ValueTask FailAsync(LeasedRun lease, Guid requestId, RestorationException failure)
    {
        RestoreRequest? request = await FindAsync(requestId).ConfigureAwait(false);
        if (IsPassing(failure))
        {
            if (request?.Status == RequestStatus.Failed)
            {
                await EndAsync(lease, request, RequestStatus.Queued, failure).ConfigureAwait(false);
            }

            throw failure;
        }

        if (request?.Status is RequestStatus.Queued or RequestStatus.InProgress)
        {
            await EndAsync(lease, request, RequestStatus.Failed, failure).ConfigureAwait(false);
        }
    }

    private ValueTask<bool> EndAsync(LeasedRun lease, RestoreRequest request, RequestStatus status, RestorationException? failure) => workspace.WriteLeasedAsync(
        async transaction =>
        {
            await lease.CheckAsync(transaction, request, CancellationToken.None).ConfigureAwait(false);
            DateTimeOffset now = workspace.Clock.GetUtcNow();
            RestoreRequest ended = RequestStates.Move(request, status, now) with
            {
                UpdatedAt = now,
                Failure = status == RequestStatus.Failed ? failure?.Code : null,
                Message = failure?.Message ?? request.Settings.SuspendComment,
            };
            await transaction.Requests.UpdateAsync(ended, CancellationToken.None).ConfigureAwait(false);
            AuditOutcome outcome = status == RequestStatus.Failed ? AuditOutcome.Failed : AuditOutcome.PartiallySucceeded;
            await transaction.Audit.AppendAsync([ItemAudit.Of(ended, outcome, now, null, ended.Message)], CancellationToken.None).ConfigureAwait(false);
            return true;
        },
        CancellationToken.None);

    private ValueTask<RestoreRequest?> FindAsync(Guid requestId)
        => workspace.ReadAsync(transaction => transaction.Requests.GetAsync(requestId, CancellationToken.None), CancellationToken.None);

    // The store is away for a while, or somebody else has the request by now.
    private static bool IsPassing(RestorationException failure)
        => failure.Code is FailureCode.StoreLocked or FailureCode.StoreUnavailable or FailureCode.LeaseLost;

    private readonly record struct Round(RestoreRequest? Ended, bool IsEmpty);
}

/// <summary>What a worker works on, and how long.</summary>
public sealed record WorkerOptions
{
    /// <summary>Whether it ends when the queue is empty.</summary>
    public bool Drain { get; init; }

    /// <summary>The one request that it works on; null for all that may be run by its user.</summary>
    public Guid? Only { get; init; }
}

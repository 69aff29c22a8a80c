using Restoration.Auditing;
using Restoration.Failures;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Requests.Queue;

/// <summary>What an administrator does with a request beside running it: settings, suspending, resuming, removing.</summary>
public sealed class RequestAdministration(Workspace workspace)
{
    /// <summary>Keeps the settings of a request; a request in progress heeds them at its next batch.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: it has ended; <see cref="FailureCode.InvalidArgument"/>.</exception>
    public ValueTask<RestoreRequest> SetAsync(RestoreRequest request, RequestSettings settings, CancellationToken cancellation)
        => ChangeAsync(
            request,
            "RequestSet",
            (_, kept) =>
            {
                RequestSettings wanted = settings with { Suspend = kept.Settings.Suspend, SuspendComment = kept.Settings.SuspendComment };
                wanted.Check();
                return ValueTask.FromResult((kept, wanted));
            },
            cancellation);

    /// <summary>Suspends a request: at once if nobody runs it, else at the next item.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: it has ended, or it has failed.</exception>
    public ValueTask<RestoreRequest> SuspendAsync(RestoreRequest request, string? comment, CancellationToken cancellation)
        => ChangeAsync(request, "RequestSuspend", (transaction, kept) => SuspendAsync(transaction, kept, comment, cancellation), cancellation);

    /// <summary>Puts a suspended or failed mailbox restore back into the queue; it goes on where it stopped.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: it has ended, or waits or runs already.</exception>
    public ValueTask<RestoreRequest> ResumeAsync(RestoreRequest request, CancellationToken cancellation)
        => ChangeAsync(
            request,
            "RequestResume",
            (_, kept) =>
            {
                RequestSettings settings = kept.Settings with { Suspend = false, SuspendComment = null };
                bool isAskedToStop = kept is { Status: RequestStatus.InProgress, Settings.Suspend: true };
                return ValueTask.FromResult(isAskedToStop ? (kept, settings) : (Move(kept, RequestStatus.Queued, null), settings));
            },
            cancellation);

    /// <summary>Removes a request from the store, wherever it stands; what it has restored stays, and can be undone no more.</summary>
    public async ValueTask RemoveAsync(RestoreRequest request, CancellationToken cancellation)
    {
        await DemandAsync(request, cancellation).ConfigureAwait(false);
        await workspace.WriteAsync(
            async transaction =>
            {
                RestoreRequest kept = await FindAsync(transaction, request, cancellation).ConfigureAwait(false);
                await transaction.Requests.RemoveAsync(kept.RequestId, cancellation).ConfigureAwait(false);
                await AuditTrail.WriteAsync(workspace, transaction, "RequestRemove", kept.Identity, $"{kept.Status}: {kept.Counts}", cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);
    }

    private async ValueTask<(RestoreRequest, RequestSettings)> SuspendAsync(
        IStoreTransaction transaction, RestoreRequest kept, string? comment, CancellationToken cancellation)
    {
        if (RequestStates.IsEnded(kept.Status) || kept.Status == RequestStatus.Failed)
        {
            throw new RestorationException(
                FailureCode.InvalidState, $"The request '{kept.Identity}' is {kept.Status}; there is nothing to suspend.", kept.Identity);
        }

        RequestSettings settings = kept.Settings with { Suspend = true, SuspendComment = comment };
        bool isRunning = kept.Status == RequestStatus.InProgress && await IsLeasedAsync(transaction, kept, cancellation).ConfigureAwait(false);
        return (isRunning || kept.Status == RequestStatus.Suspended ? kept with { Message = comment } : Move(kept, RequestStatus.Suspended, comment), settings);
    }

    // Whoever can take the lease knows that nobody has it.
    private async ValueTask<bool> IsLeasedAsync(IStoreTransaction transaction, RestoreRequest request, CancellationToken cancellation)
    {
        string name = LeasedRun.NameOf(request.RequestId);
        string holder = workspace.Identifiers.NewId().ToString();
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        Lease lease = await transaction.Leases.TakeAsync(name, holder, now, now, cancellation).ConfigureAwait(false);
        await transaction.Leases.ReleaseAsync(name, holder, cancellation).ConfigureAwait(false);
        return lease.Holder != holder;
    }

    private RestoreRequest Move(RestoreRequest request, RequestStatus status, string? message)
    {
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        return RequestStates.Move(request, status, now) with { UpdatedAt = now, Message = message, Failure = null };
    }

    private async ValueTask<RestoreRequest> ChangeAsync(
        RestoreRequest request,
        string operation,
        Func<IStoreTransaction, RestoreRequest, ValueTask<(RestoreRequest Request, RequestSettings Settings)>> change,
        CancellationToken cancellation)
    {
        await DemandAsync(request, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(
            async transaction =>
            {
                RestoreRequest kept = await FindAsync(transaction, request, cancellation).ConfigureAwait(false);
                if (kept.Kind != RequestKind.MailboxRestore)
                {
                    throw new RestorationException(
                        FailureCode.NotSupported, $"The request '{kept.Identity}' ({kept.Kind}) waits in no queue: whoever began it runs it.", kept.Identity);
                }

                (RestoreRequest changed, RequestSettings settings) = await change(transaction, kept).ConfigureAwait(false);
                if (changed != kept)
                {
                    await transaction.Requests.UpdateAsync(changed, cancellation).ConfigureAwait(false);
                }

                await transaction.Requests.SetAsync(kept.RequestId, settings, cancellation).ConfigureAwait(false);
                await WriteTrailAsync(transaction, operation, changed, settings, cancellation).ConfigureAwait(false);
                return changed with { Settings = settings };
            },
            cancellation).ConfigureAwait(false);
    }

    private ValueTask WriteTrailAsync(
        IStoreTransaction transaction, string operation, RestoreRequest request, RequestSettings settings, CancellationToken cancellation)
        => transaction.Audit.AppendAsync(
            [
                new AuditEntry
                {
                    At = workspace.Clock.GetUtcNow(),
                    Actor = workspace.User,
                    Operation = operation,
                    RequestId = request.RequestId,
                    Target = request.Identity,
                    Outcome = AuditOutcome.Succeeded,
                    Detail = settings.SuspendComment ?? request.Status.ToString(),
                },
            ],
            cancellation);

    private static async ValueTask<RestoreRequest> FindAsync(IStoreTransaction transaction, RestoreRequest request, CancellationToken cancellation)
        => await transaction.Requests.GetAsync(request.RequestId, cancellation).ConfigureAwait(false)
            ?? throw new RestorationException(FailureCode.RequestNotFound, $"There is no request '{request.Identity}' any more.", request.Identity);

    private ValueTask DemandAsync(RestoreRequest request, CancellationToken cancellation)
        => workspace.Access.DemandAsync(Permission.ManageRequest, request.Identity, request.User, cancellation);
}

using Restoration.Auditing;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Execution;

/// <summary>One run of a request from its beginning to its end, whatever the end is.</summary>
internal sealed class ExecutionSession(IStore store, IItemCodec codec, TimeProvider clock, RestoreRun run, IProgress<RestoreProgress>? progress)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly TimeSpan _before = run.Request.Duration;
    private readonly bool _resumed = run.Request.StartedAt is not null;
    private RestoreRequest _request = run.Request;

    // Where the store says that it stands.
    private RequestStatus _kept = run.Request.Status;

    private IBatchExecution Execution => field ??= run.Destination.Durability == Durability.WithStore
        ? new TransactionalExecution(store, codec, run, clock)
        : new JournaledExecution(store, codec, run, clock, _resumed);

    /// <summary>Takes the request in hand: the audit trail says so before anything happens.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        RestoreRequest begun = RequestStates.Move(_request, RequestStatus.InProgress, now);
        string fingerprint = await run.Source.GetFingerprintAsync(cancellation).ConfigureAwait(false);
        if (_resumed && !string.Equals(fingerprint, _request.Fingerprint, StringComparison.Ordinal))
        {
            throw new RestorationException(
                FailureCode.SourceChanged,
                $"'{_request.Source}' has changed since the request '{_request.Identity}' began. Start a new restore: it skips what is there already.",
                _request.Source);
        }

        _request = begun with
        {
            Fingerprint = fingerprint,
            StartedAt = _request.StartedAt ?? now,
            UpdatedAt = now,
            Total = await run.Source.CountAsync(cancellation).ConfigureAwait(false),
            Failure = null,
            Message = null,
        };
        if (run.Destination.Durability == Durability.AtCompletion)
        {
            // Nothing of an earlier attempt is there.
            _request = _request with { Position = 0, Counts = default, BytesTransferred = 0 };
        }

        await SaveAsync(AuditOutcome.Started, _resumed ? "Resumed" : null, cancellation, PrepareAsync).ConfigureAwait(false);
    }

    /// <summary>Carries out the next batch; null when there is none left and the request is completed.</summary>
    public async ValueTask<IReadOnlyList<RestoreResult>?> StepAsync(
        IAsyncEnumerator<IReadOnlyList<SourceItem>> batches, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            CheckLimits();
            if (!await batches.MoveNextAsync().ConfigureAwait(false))
            {
                await CompleteAsync(cancellation).ConfigureAwait(false);
                return null;
            }

            IReadOnlyList<RestoreResult> results = await ExecuteAsync(batches.Current, cancellation).ConfigureAwait(false);
            if (run.Guard is not null && _request.Settings.Suspend)
            {
                await EndAsync(RequestStatus.Suspended, null, _request.Settings.SuspendComment, AuditOutcome.PartiallySucceeded).ConfigureAwait(false);
                return null;
            }

            return results;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await SuspendAsync().ConfigureAwait(false);
            throw;
        }
        catch (RestorationException failure) when (failure.Code == FailureCode.LeaseLost)
        {
            // Whoever had it in between may have given it back by now; what becomes of the request is still not for this run to say.
            _request = _request with { Status = RequestStatus.Failed };
            throw;
        }
        catch (Exception failure)
        {
            await FailAsync(failure).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Leaves the request suspended if nobody asked for the rest.</summary>
    public ValueTask EndAsync() => _request.Status == RequestStatus.InProgress ? SuspendAsync() : ValueTask.CompletedTask;

    private async ValueTask<IReadOnlyList<RestoreResult>> ExecuteAsync(IReadOnlyList<SourceItem> batch, CancellationToken cancellation)
    {
        int done = batch.TakeWhile(entry => entry.Ordinal <= _request.Position).Count();
        if (done > 0)
        {
            await ReplayAsync([.. batch.Take(done)], cancellation).ConfigureAwait(false);
            batch = [.. batch.Skip(done)];
        }

        if (batch.Count == 0)
        {
            return [];
        }

        BatchOutcome outcome = await Execution.ExecuteAsync(_request, batch, cancellation).ConfigureAwait(false);
        _request = outcome.Request;
        progress?.Report(new RestoreProgress(
            _request.Counts, _request.Total, outcome.Entries.Count > 0 ? outcome.Entries[^1].Subject : "", clock.GetElapsedTime(_started)));
        return [.. outcome.Entries.Select(RestoreResult.Of)];
    }

    // What was done before is shown to the planner, so that it knows what stands in the destination.
    private async ValueTask ReplayAsync(IReadOnlyList<SourceItem> batch, CancellationToken cancellation)
    {
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            run.Destination.Enlist(transaction);
            IReadOnlyList<SourceItem> accepted = await SourceBatches
                .FilterAsync(batch, run.Filter, codec, transaction.Contents, cancellation).ConfigureAwait(false);
            IReadOnlyList<JournalEntry> entries = await transaction.Journal
                .ReadAsync(_request.RequestId, batch[0].Ordinal - 1, batch.Count, cancellation).ConfigureAwait(false);
            Dictionary<long, string?> created = entries.Where(entry => entry.Action == ItemAction.Create)
                .ToDictionary(entry => entry.Ordinal, entry => entry.Uid);
            await run.Planner.ReplayAsync(accepted, created, run.Destination, transaction.Contents, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await Execution.CompleteAsync(_request, cancellation).ConfigureAwait(false);
        bool clean = _request.Counts is { Failed: 0, Conflicts: 0 };
        DateTimeOffset now = clock.GetUtcNow();
        _request = RequestStates.Move(_request, clean ? RequestStatus.Completed : RequestStatus.CompletedWithWarning, now) with
        {
            CompletedAt = now,
            UpdatedAt = now,
            Duration = _before + clock.GetElapsedTime(_started),
        };
        await SaveAsync(clean ? AuditOutcome.Succeeded : AuditOutcome.PartiallySucceeded, _request.Counts.ToString(), CancellationToken.None, run.AtCompletion)
            .ConfigureAwait(false);
        progress?.Report(new RestoreProgress(_request.Counts, _request.Counts.Found, "", clock.GetElapsedTime(_started)));
    }

    private ValueTask SuspendAsync() => EndAsync(
        run.WhenStopped,
        null,
        run.WhenStopped == RequestStatus.Suspended ? "Stopped; resume it to go on." : "Given back by its worker.",
        AuditOutcome.PartiallySucceeded);

    private void CheckLimits()
    {
        long bad = _request.Counts.Failed - _request.LargeItems;
        if (_request.Settings.BadItemLimit.IsExceededBy(bad) || _request.Settings.LargeItemLimit.IsExceededBy(_request.LargeItems))
        {
            throw new RestorationException(
                FailureCode.BadItemLimitExceeded,
                FormattableString.Invariant(
                    $"{bad} items are bad and {_request.LargeItems} too large; the limits are {_request.Settings.BadItemLimit} and {_request.Settings.LargeItemLimit}. Look at the report, raise the limits if that can be borne, and resume the request."),
                _request.Identity);
        }
    }

    private async ValueTask FailAsync(Exception failure)
    {
        RestorationException? known = failure as RestorationException;
        try
        {
            await EndAsync(RequestStatus.Failed, known?.Code, known?.Message ?? failure.GetType().Name, AuditOutcome.Failed).ConfigureAwait(false);
        }
        catch (RestorationException)
        {
            // A store that cannot be written to cannot be told either; the request stays in progress, which resuming accepts.
            _request = _request with { Status = RequestStatus.Failed };
        }
    }

    private ValueTask EndAsync(RequestStatus status, FailureCode? code, string? message, AuditOutcome outcome)
    {
        DateTimeOffset now = clock.GetUtcNow();
        _request = RequestStates.Move(_request, status, now) with
        {
            Failure = code,
            Message = message,
            UpdatedAt = now,
            Duration = _before + clock.GetElapsedTime(_started),
        };
        return SaveAsync(outcome, message, CancellationToken.None, status == RequestStatus.Failed ? RereadAsync : null);
    }

    private async ValueTask PrepareAsync(IStoreTransaction transaction, CancellationToken cancellation)
    {
        run.Destination.Enlist(transaction);
        await run.Destination.PrepareAsync(cancellation).ConfigureAwait(false);
        _request = _request with { CreatedLocations = [.. _request.CreatedLocations.Union(run.Destination.CreatedLocations)] };
    }

    // A commit whose answer was lost may have happened all the same: how far the request is, the store knows.
    private async ValueTask RereadAsync(IStoreTransaction transaction, CancellationToken cancellation)
    {
        if (await transaction.Requests.GetAsync(_request.RequestId, cancellation).ConfigureAwait(false) is { } kept)
        {
            _request = _request with
            {
                Position = kept.Position,
                Counts = kept.Counts,
                BytesTransferred = kept.BytesTransferred,
                CreatedLocations = kept.CreatedLocations,
            };
        }
    }

    private async ValueTask SaveAsync(
        AuditOutcome outcome, string? detail, CancellationToken cancellation, Func<IStoreTransaction, CancellationToken, ValueTask>? also = null)
    {
        IStoreTransaction transaction = await run.BeginAsync(store, cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (run.Guard is { } guard)
            {
                _request = _request with { Settings = await guard.CheckAsync(transaction, _request with { Status = _kept }, cancellation).ConfigureAwait(false) };
            }

            if (also is not null)
            {
                await also(transaction, cancellation).ConfigureAwait(false);
            }

            TimeSpan? duration = outcome == AuditOutcome.Started ? null : clock.GetElapsedTime(_started);
            await transaction.Requests.UpdateAsync(_request, cancellation).ConfigureAwait(false);
            await transaction.Audit.AppendAsync([ItemAudit.Of(_request, outcome, clock.GetUtcNow(), duration, detail)], cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            _kept = _request.Status;
        }
    }
}

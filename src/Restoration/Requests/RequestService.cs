using System.Runtime.CompilerServices;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Sources;
using Restoration.Stores;
using Restoration.Users;

namespace Restoration.Requests;

/// <summary>Plans, starts, resumes and undoes requests. Everything that changes items goes through here.</summary>
public sealed class RequestService(Workspace workspace)
{
    private const int PageSize = 500;

    private Executor Executor => field ??= new Executor(workspace.Store, workspace.Codec, workspace.Clock);

    /// <summary>What a request would do. Nothing is stored, here or there.</summary>
    public async IAsyncEnumerable<PlannedAction> PlanAsync(
        RequestDraft draft, IProgress<Finding>? findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RestoreRequest request = NewRequest(draft, "Plan", null);
        RestoreRun run = await OpenAsync(request, draft, findings, cancellation).ConfigureAwait(false);
        await using (run.ConfigureAwait(false))
        {
            await foreach (PlannedAction action in Executor.PlanAsync(run, cancellation).ConfigureAwait(false))
            {
                yield return action;
            }
        }
    }

    /// <summary>Stores a request, ready to be run; entries that cannot be read again are stored with it.</summary>
    public async ValueTask<RestoreRequest> AddAsync(RequestDraft draft, CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.RunRequest, draft.Destination.ToString(), null, cancellation).ConfigureAwait(false);
        return await workspace.WriteAsync(transaction => AddAsync(transaction, draft, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a request that was stored, or goes on with one that was stopped, failed or killed.</summary>
    public IAsyncEnumerable<RestoreResult> RunAsync(
        RestoreRequest request, IProgress<RestoreProgress>? progress, IProgress<Finding>? findings, CancellationToken cancellation)
        => RunAsync(request, null, progress, findings, cancellation);

    /// <summary>Runs a request under a guard; a run that is stopped gives it back to the queue.</summary>
    internal async IAsyncEnumerable<RestoreResult> RunAsync(
        RestoreRequest request,
        IRunGuard? guard,
        IProgress<RestoreProgress>? progress,
        IProgress<Finding>? findings,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await workspace.Access.DemandAsync(Permission.RunRequest, request.Identity, request.User, cancellation).ConfigureAwait(false);
        RestoreRun opened = await new RunFactory(workspace, findings).CreateAsync(request, cancellation).ConfigureAwait(false);
        RestoreRun run = guard is null ? opened : opened with { Guard = guard, WhenStopped = RequestStatus.Queued };
        await using (run.ConfigureAwait(false))
        {
            await foreach (RestoreResult result in Executor.ExecuteAsync(run, progress, cancellation).ConfigureAwait(false))
            {
                yield return result;
            }
        }
    }

    /// <summary>What it takes to undo a request.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidState"/>: the request is running.</exception>
    public static RequestDraft DraftUndo(RestoreRequest request, bool force) => request.Status == RequestStatus.Queued
        ? throw new RestorationException(
            FailureCode.InvalidState, $"The request '{request.Identity}' has not been run, so there is nothing to undo.", request.Identity)
        : new RequestDraft
        {
            Kind = RequestKind.Undo,
            Source = Location.OfRequest(request.RequestId),
            Destination = Location.Parse(request.Destination),
            UndoOf = request.RequestId,
            Options = UndoOptions(RequestOptions.Parse(request.Options), force),
        };

    private static RequestOptions UndoOptions(RequestOptions undone, bool force) => new()
    {
        Force = force,
        DestinationFormat = undone.DestinationFormat,
        TimeZone = undone.TimeZone,
        Culture = undone.Culture,
    };

    /// <summary>The one request that an identity means.</summary>
    public async ValueTask<RestoreRequest> GetAsync(string identity, CancellationToken cancellation)
    {
        RestoreRequest request = await workspace.ReadAsync(
            async transaction => RequestNames.Find(identity, await transaction.Requests.ListAsync(cancellation).ConfigureAwait(false)), cancellation).ConfigureAwait(false);
        await workspace.Access.DemandAsync(Permission.ReadRequest, request.Identity, request.User, cancellation).ConfigureAwait(false);
        return request;
    }

    /// <summary>All requests that the acting user may see, newest first.</summary>
    public async ValueTask<IReadOnlyList<RestoreRequest>> ListAsync(CancellationToken cancellation)
    {
        Func<string, bool> isSeen = await workspace.Access.FilterAsync(Permission.ReadRequest, cancellation).ConfigureAwait(false);
        IReadOnlyList<RestoreRequest> all = await workspace
            .ReadAsync(transaction => transaction.Requests.ListAsync(cancellation), cancellation).ConfigureAwait(false);
        return [.. all.Where(request => isSeen(request.User))];
    }

    /// <summary>How far a request has come.</summary>
    public ValueTask<RestoreRequestStatistics> GetStatisticsAsync(RestoreRequest request, bool includeReport, CancellationToken cancellation)
        => GetStatisticsAsync(request, includeReport, false, cancellation);

    /// <inheritdoc cref="GetStatisticsAsync(RestoreRequest, bool, CancellationToken)"/>
    /// <param name="request">The request.</param>
    /// <param name="includeReport">Whether to say what happened, entry by entry.</param>
    /// <param name="includeSkippedItems">Whether to say what was not written, item by item.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public ValueTask<RestoreRequestStatistics> GetStatisticsAsync(
        RestoreRequest request, bool includeReport, bool includeSkippedItems, CancellationToken cancellation)
        => new StatisticsBuilder(workspace).BuildAsync(request, includeReport, includeSkippedItems, cancellation);

    /// <summary>What a request did, item by item.</summary>
    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(Guid requestId, CancellationToken cancellation) => StorePages.ReadAsync(
        workspace.Store,
        (transaction, after, _, token) => transaction.Journal.ReadAsync(requestId, after, PageSize, token),
        entry => entry.Ordinal,
        cancellation);

    private async ValueTask<RestoreRequest> AddAsync(IStoreTransaction transaction, RequestDraft draft, CancellationToken cancellation)
    {
        new RunFactory(workspace, null).CheckDestination(draft.Destination, draft.Options);
        string? alias = await RequestNames.FindAliasAsync(transaction, draft.Destination, cancellation).ConfigureAwait(false);
        IReadOnlyList<RestoreRequest> existing = await transaction.Requests.ListAsync(cancellation).ConfigureAwait(false);
        RestoreRequest request = NewRequest(draft, draft.Name ?? RequestNames.Next(draft.Kind, alias, existing), alias);
        if (existing.Any(other => string.Equals(other.Identity, request.Identity, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RestorationException(
                FailureCode.AlreadyExists, $"There is a request '{request.Identity}' already. Give this one another name.", request.Identity);
        }

        await transaction.Requests.AddAsync(request, cancellation).ConfigureAwait(false);
        await transaction.Requests.FreezeAsync(request.RequestId, draft.Entries, cancellation).ConfigureAwait(false);
        return request;
    }

    private async ValueTask<RestoreRun> OpenAsync(
        RestoreRequest request, RequestDraft draft, IProgress<Finding>? findings, CancellationToken cancellation)
    {
        RunFactory factory = new(workspace, findings);
        return draft.Kind == RequestKind.AuditLogRestore || draft.Entries.Count > 0
            ? factory.Create(request, draft.Options, new ListSource(draft.Source, draft.Entries, workspace.Store, draft.Options.Backups))
            : await factory.CreateAsync(request, cancellation).ConfigureAwait(false);
    }

    private RestoreRequest NewRequest(RequestDraft draft, string name, string? mailbox)
    {
        DateTimeOffset now = workspace.Clock.GetUtcNow();
        return new RestoreRequest
        {
            RequestId = workspace.Identifiers.NewId(),
            Name = name,
            Mailbox = mailbox,
            Kind = draft.Kind,
            Source = draft.Source.ToString(),
            Destination = draft.Destination.ToString(),
            ConflictResolutionOption = draft.ConflictResolution,
            User = workspace.User,
            ConfigurationId = draft.ConfigurationId,
            UndoOf = draft.UndoOf,
            Options = (draft.Options with { IsFrozen = draft.Entries.Count > 0 }).ToJson(),
            Total = draft.Entries.Count > 0 ? draft.Entries.Count : draft.EstimatedItems,
            TotalBytes = draft.EstimatedBytes,
            Status = draft.Settings.Suspend ? RequestStatus.Suspended : RequestStatus.Queued,
            StatusSince = now,
            Settings = draft.Settings,
            SourceMailboxGuid = draft.SourceMailboxGuid,
            TargetMailboxGuid = draft.TargetMailboxGuid,
            QueuedAt = now,
            UpdatedAt = now,
        };
    }
}

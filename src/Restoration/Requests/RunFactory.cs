using System.Collections.Frozen;
using Restoration.Backups;
using Restoration.Destinations;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>Opens the source and the destination that a request names: the same way when it begins and when it is resumed.</summary>
internal sealed class RunFactory(Workspace workspace, IProgress<Finding>? findings)
{
    /// <summary>Makes the run of a request.</summary>
    public async ValueTask<RestoreRun> CreateAsync(RestoreRequest request, CancellationToken cancellation)
    {
        RequestOptions options = RequestOptions.Parse(request.Options);
        ISource source = await OpenSourceAsync(request, options, cancellation).ConfigureAwait(false);
        return Create(request, options, source);
    }

    /// <summary>Makes the run of a request with a source that is open already.</summary>
    public RestoreRun Create(RestoreRequest request, RequestOptions options, ISource source)
    {
        RestorePolicy policy = new() { ConflictResolution = request.ConflictResolutionOption, Filter = options.Filter, Force = options.Force };
        IPlanner planner = request.Kind is RequestKind.Undo or RequestKind.Removal
            ? new ReversalPlanner(policy)
            : new RestorePlanner(source, policy, workspace.Codec);
        return new RestoreRun(request, source, OpenDestination(request, options), planner, options.Filter)
        {
            BatchSize = workspace.BatchSize,
            AtCompletion = request.Kind switch
            {
                RequestKind.Import => new ImportedProperties(workspace.Formats, request).KeepAsync,
                RequestKind.Undo => new CreatedLocations(request.UndoOf!.Value).RemoveAsync,
                _ => null,
            },
            Declined = options.Declined.ToFrozenSet(),
        };
    }

    /// <summary>Refuses a destination that nothing can be restored to, before a request for it is stored.</summary>
    public static void CheckDestination(Location location)
    {
        if (location.Kind is not (LocationKind.Store or LocationKind.Original or LocationKind.File))
        {
            throw NoPlace(location);
        }
    }

    private static RestorationException NoPlace(Location location) => location.Kind == LocationKind.Graph
        ? new RestorationException(FailureCode.NotConnected, $"No tenant is connected, so nothing can be restored to '{location}'.", location.ToString())
        : new RestorationException(FailureCode.InvalidLocation, $"'{location}' is no place to restore to. Use store:, file: or original:.", location.ToString());

    private async ValueTask<ISource> OpenSourceAsync(RestoreRequest request, RequestOptions options, CancellationToken cancellation)
    {
        switch (request.Kind)
        {
            case RequestKind.AuditLogRestore:
                return new FrozenSource(workspace.Store, request.RequestId, Location.Parse(request.Source), request.Total, options.Backups);
            case RequestKind.BackupRestore:
                return new BackupSource(workspace.Store, await FindBackupsAsync(options.Backups, cancellation).ConfigureAwait(false));
            case RequestKind.FileRestore or RequestKind.Import:
                return new FileSource(options.Paths, workspace.Formats, options.ToReading(), findings);
            case RequestKind.Copy or RequestKind.Removal:
                return new FolderSource(
                    workspace.Store,
                    await FindFolderAsync(Location.Parse(request.Source), cancellation).ConfigureAwait(false),
                    request.Kind == RequestKind.Removal);
            default:
                return new JournalSource(workspace.Store, await FindUndoneAsync(request, cancellation).ConfigureAwait(false));
        }
    }

    private IDestination OpenDestination(RestoreRequest request, RequestOptions options)
    {
        Location location = Location.Parse(request.Destination);
        return location.Kind switch
        {
            LocationKind.Store or LocationKind.Original => new StoreDestination(location, workspace.Clock, workspace.Identifiers),
            LocationKind.File => new FileDestination(
                location.Target!,
                new FileDestinationOptions
                {
                    Format = options.DestinationFormat,
                    Force = options.Force || request.Kind == RequestKind.Undo,
                    IncludeMetadata = options.IncludeMetadata,
                    TimeZone = options.TimeZone,
                    Culture = options.Culture,
                },
                workspace.Formats,
                workspace.Codec,
                workspace.Clock,
                workspace.Identifiers),
            _ => throw NoPlace(location),
        };
    }

    private ValueTask<IReadOnlyList<Backup>> FindBackupsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
        => workspace.ReadAsync<IReadOnlyList<Backup>>(
            async transaction =>
            {
                List<Backup> backups = [];
                foreach (Guid id in ids)
                {
                    backups.Add(await transaction.Backups.GetAsync(id, cancellation).ConfigureAwait(false)
                        ?? throw new RestorationException(FailureCode.BackupNotFound, $"The backup {id} that the request reads from is gone. Start a new request with another backup.", id.ToString()));
                }

                return backups;
            },
            cancellation);

    private ValueTask<Folder> FindFolderAsync(Location location, CancellationToken cancellation) => workspace.ReadAsync(
        transaction => MailboxDirectory.GetCountedFolderAsync(transaction, location.Mailbox!, location.Folder, cancellation), cancellation);

    private ValueTask<RestoreRequest> FindUndoneAsync(RestoreRequest request, CancellationToken cancellation) => workspace.ReadAsync(
        async transaction => await transaction.Requests.GetAsync(request.UndoOf!.Value, cancellation).ConfigureAwait(false)
            ?? throw new RestorationException(
                FailureCode.RequestNotFound, $"The request that '{request.Identity}' takes back does not exist any more.", request.Identity),
        cancellation);
}

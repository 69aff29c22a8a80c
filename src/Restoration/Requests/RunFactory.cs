using System.Collections.Frozen;
using Restoration.Backups;
using Restoration.Destinations;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests.MailboxRestores;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Requests;

/// <summary>Opens the source and the destination that a request names: the same way when it begins and when it is resumed.</summary>
internal sealed class RunFactory(Workspace workspace, IProgress<Finding>? findings)
{
    /// <summary>Makes the run of a request.</summary>
    public async ValueTask<RestoreRun> CreateAsync(RestoreRequest request, CancellationToken cancellation)
    {
        RequestOptions options = RequestOptions.Parse(request.Options);
        if (request.Kind == RequestKind.MailboxRestore)
        {
            (ISource mailbox, IDestination destination) = await new MailboxRun(workspace, options).OpenAsync(request, cancellation).ConfigureAwait(false);
            return Create(request, options, mailbox, destination);
        }

        ISource source = await OpenSourceAsync(request, options, cancellation).ConfigureAwait(false);
        return Create(request, options, source);
    }

    /// <summary>Makes the run of a request with a source that is open already.</summary>
    public RestoreRun Create(RestoreRequest request, RequestOptions options, ISource source)
        => Create(request, options, source, OpenDestination(request, options));

    private RestoreRun Create(RestoreRequest request, RequestOptions options, ISource source, IDestination destination)
    {
        RestorePolicy policy = new()
        {
            ConflictResolution = request.ConflictResolutionOption,
            Filter = options.Filter,
            Duplicates = options.Duplicates,
            Only = options.Only,
            Force = options.Force,
        };
        if (options.Limit is { } limit)
        {
            source = new LimitedSource(source, options.Filter, options.Order, limit, workspace.Store, workspace.Codec);
        }

        IPlanner planner = request.Kind is RequestKind.Undo or RequestKind.Removal
            ? new ReversalPlanner(policy)
            : new RestorePlanner(source, policy, workspace.Codec);
        return new RestoreRun(request, source, destination, planner, options.Filter)
        {
            BatchSize = workspace.BatchSize,
            AtCompletion = AtCompletion(request, source),
            Declined = options.Declined.ToFrozenSet(),
        };
    }

    /// <summary>Refuses a destination that nothing can be restored to, before a request for it is stored.</summary>
    public void CheckDestination(Location location, RequestOptions options)
    {
        if (location.Kind == LocationKind.File)
        {
            _ = workspace.Formats.ForKeeping(options.DestinationFormat, location.Target!);
        }

        if (location.Kind is not (LocationKind.Store or LocationKind.Mailbox or LocationKind.Original or LocationKind.File or LocationKind.Extension))
        {
            throw NoPlace(location);
        }
    }

    private static RestorationException NoPlace(Location location) => location.Kind == LocationKind.Graph
        ? new RestorationException(FailureCode.NotConnected, $"No tenant is connected, so nothing can be restored to '{location}'.", location.ToString())
        : new RestorationException(FailureCode.InvalidLocation, $"'{location}' is no place to restore to. Use store:, file: or original:.", location.ToString());

    private Func<IStoreTransaction, CancellationToken, ValueTask>? AtCompletion(RestoreRequest request, ISource source) => request.Kind switch
    {
        RequestKind.Import => new ImportedProperties(workspace.Formats, request).KeepAsync,
        RequestKind.DatabaseImport => (transaction, cancellation) => new ImportedRecords(workspace).KeepAsync((IRecordSource)source, request, transaction, cancellation),
        RequestKind.Undo => async (transaction, cancellation) =>
        {
            await new CreatedLocations(request.UndoOf!.Value).RemoveAsync(transaction, cancellation).ConfigureAwait(false);
            await ImportedRecords.RemoveAsync(request.UndoOf!.Value, transaction, cancellation).ConfigureAwait(false);
        },
        _ => null,
    };

    private async ValueTask<ISource> OpenSourceAsync(RestoreRequest request, RequestOptions options, CancellationToken cancellation)
    {
        switch (request.Kind)
        {
            case RequestKind.AuditLogRestore:
            case RequestKind.BackupRestore or RequestKind.FileRestore when options.IsFrozen:
                return new FrozenSource(workspace.Store, request.RequestId, Location.Parse(request.Source), request.Total, options.Backups);
            case RequestKind.BackupRestore when options.Sources.Count > 0:
                return await new LocationSources(workspace, options, findings)
                    .OpenAsync([.. options.Sources.Select(Location.Parse)], cancellation).ConfigureAwait(false);
            case RequestKind.BackupRestore:
                return new BackupSource(workspace.Store, await FindBackupsAsync(options.Backups, cancellation).ConfigureAwait(false));
            case RequestKind.FileRestore or RequestKind.Import:
                return new FileSource(options.Paths, workspace.Formats, options.ToReading(), findings);
            case RequestKind.MailboxImport:
                return new MailboxFileSource(
                    options.Paths, Location.Parse(request.Destination), workspace.Formats.Mailboxes, new MailboxReadOptions { Format = options.SourceFormat }, findings);
            case RequestKind.DatabaseImport:
                Location database = Location.Parse(request.Source);
                return workspace.Connectors.Get(database).OpenSource(database, options.ToReading());
            case RequestKind.Copy or RequestKind.Removal:
                return new FolderSource(
                    workspace.Store,
                    await FindFolderAsync(Location.Parse(request.Source), cancellation).ConfigureAwait(false),
                    request.Kind == RequestKind.Removal,
                    options.Items.Count == 0 ? null : options.Items.ToFrozenSet());
            default:
                return new JournalSource(workspace.Store, await FindUndoneAsync(request, cancellation).ConfigureAwait(false));
        }
    }

    private IDestination OpenDestination(RestoreRequest request, RequestOptions options)
    {
        Location location = Location.Parse(request.Destination);
        CheckDestination(location, options);
        return location.Kind switch
        {
            LocationKind.Store or LocationKind.Mailbox or LocationKind.Original => new StoreDestination(location, workspace.Clock, workspace.Identifiers),
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
            LocationKind.Extension => workspace.Connectors.Get(location).OpenDestination(location),
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

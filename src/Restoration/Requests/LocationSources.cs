using Restoration.Backups;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>Opens the sources that locations name, as one.</summary>
internal sealed class LocationSources(Workspace workspace, RequestOptions options, IProgress<Finding>? findings)
{
    /// <summary>Opens them, in their order.</summary>
    public async ValueTask<ISource> OpenAsync(IReadOnlyList<Location> locations, CancellationToken cancellation)
    {
        List<ISource> sources = [];
        foreach (Location location in locations)
        {
            sources.Add(await OpenAsync(location, cancellation).ConfigureAwait(false));
        }

        return sources.Count == 1 ? sources[0] : new CombinedSource(sources);
    }

    private async ValueTask<ISource> OpenAsync(Location location, CancellationToken cancellation) => location.Kind switch
    {
        LocationKind.Store => new FolderSource(workspace.Store, await FindFolderAsync(location, cancellation).ConfigureAwait(false), removes: false),
        LocationKind.Backup => new BackupSource(workspace.Store, [await FindBackupAsync(location, cancellation).ConfigureAwait(false)]),
        LocationKind.File => new FileSource(
            [location.Target!], workspace.Formats, options.ToReading(), findings),
        LocationKind.Extension => workspace.Connectors.Get(location).OpenSource(location, options.ToReading()),
        LocationKind.Graph => throw NotConnected(location),
        _ => throw new RestorationException(
            FailureCode.InvalidLocation, $"'{location}' is no backup. Use backup:, store: or file:.", location.ToString()),
    };

    /// <summary>Nothing can be read from a tenant yet.</summary>
    public static RestorationException NotConnected(Location location)
        => new(FailureCode.NotConnected, $"No tenant is connected, so nothing can be read from '{location}'.", location.ToString());

    private ValueTask<Folder> FindFolderAsync(Location location, CancellationToken cancellation) => workspace.ReadAsync(
        transaction => MailboxDirectory.GetCountedFolderAsync(transaction, location.Mailbox!, location.Folder, cancellation), cancellation);

    private async ValueTask<Backup> FindBackupAsync(Location location, CancellationToken cancellation)
        => await new BackupService(workspace).GetAsync(location.ToString(), cancellation).ConfigureAwait(false);
}

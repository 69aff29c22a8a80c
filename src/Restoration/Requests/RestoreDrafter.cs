using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>Drafts restores from files and from backups: looks at the sources, so that one that cannot be used is an error before anything happens.</summary>
public sealed class RestoreDrafter(Workspace workspace)
{
    /// <summary>A restore from export files.</summary>
    /// <param name="paths">The files; wildcards are allowed.</param>
    /// <param name="format">Their format, if it is not to be recognised.</param>
    /// <param name="settings">What is asked for.</param>
    /// <param name="cancellation">Stops the look at the files.</param>
    public async ValueTask<RequestDraft> FromFilesAsync(
        IReadOnlyList<string> paths, string? format, RestoreSettings settings, CancellationToken cancellation)
    {
        IReadOnlyList<string> files = InputPaths.Find(paths);
        foreach (string file in files)
        {
            await ProbeAsync(file, format, settings, cancellation).ConfigureAwait(false);
        }

        RequestDraft draft = settings.ApplyTo(new RequestDraft
        {
            Kind = RequestKind.FileRestore,
            Source = Location.OfFile(string.Join(';', files)),
            Destination = settings.Destination,
            Options = new RequestOptions { Paths = files, SourceFormat = format },
        });
        await CheckAsync([.. files.Select(Location.OfFile)], draft.Destination, cancellation).ConfigureAwait(false);
        return draft;
    }

    /// <summary>A restore from backups, one after the other: backup calendars, point-in-time backups, files, or what connectors read.</summary>
    /// <param name="sources">Their locations; wildcards are allowed in the names of mailboxes, calendars and files.</param>
    /// <param name="settings">What is asked for.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask<RequestDraft> FromLocationsAsync(
        IReadOnlyList<Location> sources, RestoreSettings settings, CancellationToken cancellation)
    {
        IReadOnlyList<Location> found = await new SourceDirectory(workspace).FindAsync(sources, cancellation).ConfigureAwait(false);
        if (found.FirstOrDefault(location => location.Kind == LocationKind.Graph) is { } remote)
        {
            throw LocationSources.NotConnected(remote);
        }

        foreach (Location file in found.Where(location => location.Kind == LocationKind.File))
        {
            await ProbeAsync(file.Target!, null, settings, cancellation).ConfigureAwait(false);
        }

        RequestDraft draft = settings.ApplyTo(new RequestDraft
        {
            Kind = RequestKind.BackupRestore,
            Source = found.Count == 1 ? found[0] : Location.OfBackup(string.Join(';', found)),
            Destination = settings.Destination,
            Options = new RequestOptions { Sources = [.. found.Select(location => location.ToString())] },
        });
        await CheckAsync(found, draft.Destination, cancellation).ConfigureAwait(false);
        return draft;
    }

    private ValueTask CheckAsync(IReadOnlyList<Location> sources, Location destination, CancellationToken cancellation)
        => new DestinationCheck(workspace).CheckAsync(sources, destination, cancellation);

    private async ValueTask ProbeAsync(string path, string? format, RestoreSettings settings, CancellationToken cancellation)
    {
        FileSource file = new([path], workspace.Formats, new FileSourceOptions { Format = format, TimeZone = settings.TimeZone, Culture = settings.Culture }, null);
        await using (file.ConfigureAwait(false))
        {
            await foreach (SourceItem _ in file.ReadAsync(cancellation).ConfigureAwait(false))
            {
                break;
            }
        }
    }
}

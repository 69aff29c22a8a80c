using Restoration.Backups;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources;

namespace Restoration.Requests;

/// <summary>
/// Finds the sources that locations with wildcards mean, and names each so that it is the same one whenever it is read: a calendar
/// by its address, a backup by its id. What does not exist is an error, never nothing.
/// </summary>
internal sealed class SourceDirectory(Workspace workspace)
{
    public async ValueTask<IReadOnlyList<Location>> FindAsync(IReadOnlyList<Location> locations, CancellationToken cancellation)
    {
        List<Location> found = [];
        foreach (Location location in locations)
        {
            found.AddRange(location.Kind switch
            {
                LocationKind.Store => await FindCalendarsAsync(location, cancellation).ConfigureAwait(false),
                LocationKind.Backup => await FindBackupsAsync(location, cancellation).ConfigureAwait(false),
                LocationKind.File => InputPaths.Find([location.Target!]).Select(Location.OfFile),
                LocationKind.Extension or LocationKind.Graph => [location],
                _ => throw new RestorationException(
                    FailureCode.InvalidLocation, $"'{location}' is no backup. Use backup:, store: or file:.", location.ToString()),
            });
        }

        return found.Count > 0
            ? [.. found.DistinctBy(location => location.ToString(), StringComparer.OrdinalIgnoreCase)]
            : throw new RestorationException(FailureCode.InvalidArgument, "No backup is named to restore from.");
    }

    private async ValueTask<IEnumerable<Location>> FindCalendarsAsync(Location location, CancellationToken cancellation)
    {
        IReadOnlyList<Folder> calendars = await new CalendarService(workspace)
            .ListAsync(location.Mailbox, location.Folder.ToString(), cancellation).ConfigureAwait(false);
        return calendars.Count > 0
            ? calendars.Select(calendar => calendar.Location)
            : throw new RestorationException(FailureCode.CalendarNotFound, $"No calendar fits '{location}'. List the calendars to see what there is.", location.ToString());
    }

    private async ValueTask<IEnumerable<Location>> FindBackupsAsync(Location location, CancellationToken cancellation)
    {
        BackupService backups = new(workspace);
        if (location.Mailbox is null || !(Policies.Wildcard.HasWildcard(location.Mailbox) || Policies.Wildcard.HasWildcard(location.Folder.ToString())))
        {
            return [Named(await backups.GetAsync(location.ToString(), cancellation).ConfigureAwait(false))];
        }

        // Of each calendar the last one until the moment that is asked for.
        IReadOnlyList<Backup> all = await backups.ListAsync(location.Mailbox, location.Folder.ToString(), cancellation).ConfigureAwait(false);
        Location[] found =
        [
            .. all.Where(backup => location.Target is null || backup.TakenAt <= BackupMoment.Parse(location.Target))
                .GroupBy(backup => (backup.Mailbox.ToUpperInvariant(), backup.Folder))
                .Select(group => Named(group.First())),
        ];
        return found.Length > 0
            ? found
            : throw new RestorationException(FailureCode.BackupNotFound, $"No backup fits '{location}'. List the backups to see what there is.", location.ToString());
    }

    private static Location Named(Backup backup) => Location.OfBackup(backup.BackupId.ToString());
}

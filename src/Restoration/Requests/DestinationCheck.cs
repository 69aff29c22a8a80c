using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Requests;

/// <summary>Makes sure that a restore does not write into what it reads.</summary>
internal sealed class DestinationCheck(Workspace workspace)
{
    /// <summary>Holds a destination against the sources.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: it is one of them.</exception>
    public async ValueTask CheckAsync(IReadOnlyList<Location> sources, Location destination, CancellationToken cancellation)
    {
        Location place = destination.Kind == LocationKind.Store
            ? await NameAsync(destination, cancellation).ConfigureAwait(false)
            : destination;
        if (sources.FirstOrDefault(source => IsSame(source, place)) is { } same)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"'{same}' is both source and destination. Name another destination.", destination.ToString());
        }
    }

    private static bool IsSame(Location source, Location destination) => (source.Kind, destination.Kind) switch
    {
        (LocationKind.File, LocationKind.File) => string.Equals(Path.GetFullPath(source.Target!), Path.GetFullPath(destination.Target!), StringComparison.Ordinal),
        _ => source.Kind == destination.Kind && string.Equals(source.ToString(), destination.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    // The calendar by its address and full path, however it was named; one that does not exist yet is nobody's source.
    private ValueTask<Location> NameAsync(Location location, CancellationToken cancellation) => workspace.ReadAsync(
        async transaction =>
        {
            Mailbox? mailbox = await MailboxDirectory.FindMailboxAsync(transaction, location.Mailbox!, cancellation).ConfigureAwait(false);
            Folder? folder = mailbox is null
                ? null
                : await MailboxDirectory.FindFolderAsync(transaction, mailbox, location.Folder, cancellation).ConfigureAwait(false);
            return folder?.Location ?? location;
        },
        cancellation);
}

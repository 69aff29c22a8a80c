using Restoration.Destinations;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Requests.MailboxRestores;

/// <summary>Opens the two ends of a mailbox restore.</summary>
internal sealed class MailboxRun(Workspace workspace, RequestOptions options)
{
    private readonly MailboxContents _contents = new(workspace);

    public ValueTask<(ISource Source, IDestination Destination)> OpenAsync(RestoreRequest request, CancellationToken cancellation)
        => workspace.ReadAsync(transaction => OpenAsync(transaction, request, cancellation), cancellation);

    private async ValueTask<(ISource Source, IDestination Destination)> OpenAsync(IStoreTransaction transaction, RestoreRequest request, CancellationToken cancellation)
    {
        MailboxPair pair = await MailboxPair.OfAsync(transaction, request, cancellation).ConfigureAwait(false);
        Location from = Location.OfMailbox(pair.Source.Address, RootOf(request.Source));
        Location to = Location.OfMailbox(pair.Target.Address, RootOf(request.Destination));
        IReadOnlyList<MailboxPart> parts = await _contents
            .FindAsync(transaction, pair.Source, pair.Target, from, to, options, cancellation).ConfigureAwait(false);
        FolderPlacing placing = new(
            pair.Target.Address,
            RootOf(request.Destination),
            RootOf(request.Source),
            await MailboxContents.ListFoldersAsync(transaction, pair.Source, parts, cancellation).ConfigureAwait(false),
            await transaction.Folders.ListAsync(pair.Target.Id, cancellation).ConfigureAwait(false));
        return (
            new MailboxSource(workspace.Store, workspace.Codec, from, parts, _contents.ReadFilter(options), pair.Target.MaxItemSize),
            new StoreDestination(to, workspace.Clock, workspace.Identifiers, placing));
    }

    private static FolderPath? RootOf(string location) => Location.Parse(location).Folder is var root && root == default ? null : root;
}

using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Destinations;

/// <summary>The folders of a store that a destination writes to, found once and made on demand.</summary>
/// <param name="clock">The time.</param>
/// <param name="identifiers">Where new ids come from.</param>
/// <param name="isWholeMailbox">Whether the mailbox has to be there, and paths mean what they say: a name alone is a folder at the top.</param>
internal sealed class StoreFolders(TimeProvider clock, IdentifierSource identifiers, bool isWholeMailbox)
{
    private readonly Dictionary<Location, long> _folders = [];
    private readonly List<string> _created = [];

    public IReadOnlyList<string> Created => _created;

    /// <summary>Forgets what was found: what was made in a transaction may have been taken back with it.</summary>
    public void Forget() => _folders.Clear();

    /// <summary>The folder's number; null if it does not exist yet.</summary>
    public async ValueTask<long?> FindAsync(IStoreTransaction transaction, Location location, CancellationToken cancellation)
    {
        if (_folders.TryGetValue(location, out long known))
        {
            return known;
        }

        Mailbox? mailbox = await MailboxDirectory.FindMailboxAsync(transaction, location.Mailbox!, cancellation).ConfigureAwait(false);
        Folder? folder = mailbox is null
            ? null
            : await FindAsync(transaction, mailbox, location.Folder, cancellation).ConfigureAwait(false);
        if (folder is not null)
        {
            _folders[location] = folder.Id;
        }

        return folder?.Id;
    }

    /// <summary>The folder's number, after making what is missing.</summary>
    public async ValueTask<long> EnsureAsync(IStoreTransaction transaction, Location location, FolderKind kind, CancellationToken cancellation)
    {
        if (await FindAsync(transaction, location, cancellation).ConfigureAwait(false) is { } existing)
        {
            return existing;
        }

        Mailbox? mailbox = isWholeMailbox
            ? await MailboxDirectory.GetMailboxAsync(transaction, location.Mailbox!, cancellation).ConfigureAwait(false)
            : await MailboxDirectory.FindMailboxAsync(transaction, location.Mailbox!, cancellation).ConfigureAwait(false);
        if (mailbox is null)
        {
            mailbox = await transaction.Folders
                .AddMailboxAsync(location.Mailbox!, identifiers.NewId(), clock.GetUtcNow(), cancellation).ConfigureAwait(false);
            _created.Add($"mailbox:{mailbox.Address}");
        }

        Folder folder = await transaction.Folders
            .AddAsync(mailbox, location.Folder, kind, clock.GetUtcNow(), cancellation).ConfigureAwait(false);
        _created.Add(folder.Location.ToString());

        // Not remembered before it is found again: an item that fails takes the folder that was made for it back with it.
        return folder.Id;
    }

    private async ValueTask<Folder?> FindAsync(IStoreTransaction transaction, Mailbox mailbox, FolderPath path, CancellationToken cancellation)
    {
        if (!isWholeMailbox)
        {
            return await MailboxDirectory.FindFolderAsync(transaction, mailbox, path, cancellation).ConfigureAwait(false);
        }

        IReadOnlyList<Folder> folders = await transaction.Folders.FindAsync(mailbox.Id, path, cancellation).ConfigureAwait(false);
        return folders.FirstOrDefault(folder => folder.Path == path);
    }
}

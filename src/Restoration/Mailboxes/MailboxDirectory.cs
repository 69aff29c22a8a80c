using Restoration.Failures;
using Restoration.Items;
using Restoration.Stores;

namespace Restoration.Mailboxes;

/// <summary>Finds the one mailbox or folder that a name means. A name that fits several is an error, never a guess.</summary>
public static class MailboxDirectory
{
    /// <summary>The mailbox of this name.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.MailboxNotFound"/> or <see cref="FailureCode.Ambiguous"/>.
    /// </exception>
    public static async ValueTask<Mailbox> GetMailboxAsync(IStoreTransaction transaction, string identity, CancellationToken cancellation)
        => await FindMailboxAsync(transaction, identity, cancellation).ConfigureAwait(false)
            ?? throw new RestorationException(
                FailureCode.MailboxNotFound, $"The store has no mailbox '{identity}'. List the mailboxes to see what there is.", identity);

    /// <summary>The mailbox of this name; null if there is none.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.Ambiguous"/>.</exception>
    public static async ValueTask<Mailbox?> FindMailboxAsync(IStoreTransaction transaction, string identity, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(identity))
        {
            throw new RestorationException(FailureCode.InvalidArgument, "A mailbox is named by its address, alias, display name or GUID; an empty name is none.");
        }

        IReadOnlyList<Mailbox> mailboxes = await transaction.Folders.FindMailboxesAsync(identity.Trim(), cancellation).ConfigureAwait(false);
        return mailboxes.Count switch
        {
            0 => null,
            1 => mailboxes[0],
            _ => mailboxes.SingleOrDefault(mailbox => string.Equals(mailbox.Address, identity.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new RestorationException(
                    FailureCode.Ambiguous,
                    $"'{identity}' fits {mailboxes.Count} mailboxes: {string.Join(", ", mailboxes.Select(mailbox => $"{mailbox.Address} ({mailbox.Kind}, {mailbox.MailboxGuid})"))}. Name one by its address or its GUID.",
                    identity),
        };
    }

    /// <summary>The archive of a mailbox, or the mailbox itself if it is one; null if it has none.</summary>
    public static async ValueTask<Mailbox?> FindArchiveAsync(IStoreTransaction transaction, Mailbox mailbox, CancellationToken cancellation)
    {
        if (mailbox.Kind == MailboxKind.Archive)
        {
            return mailbox;
        }

        IReadOnlyList<Mailbox> all = await transaction.Folders.FindMailboxesAsync(null, cancellation).ConfigureAwait(false);
        return all.FirstOrDefault(other => other.ArchiveOf == mailbox.Id);
    }

    /// <summary>The folder of this mailbox and path.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.MailboxNotFound"/>, <see cref="FailureCode.CalendarNotFound"/> or <see cref="FailureCode.Ambiguous"/>.
    /// </exception>
    public static async ValueTask<Folder> GetFolderAsync(IStoreTransaction transaction, string mailbox, FolderPath path, CancellationToken cancellation)
    {
        Mailbox owner = await GetMailboxAsync(transaction, mailbox, cancellation).ConfigureAwait(false);
        return await FindFolderAsync(transaction, owner, path, cancellation).ConfigureAwait(false)
            ?? throw new RestorationException(
                FailureCode.CalendarNotFound,
                $"The mailbox '{owner.Address}' has no calendar '{path}'. It has: {await ListAsync(transaction, owner, cancellation).ConfigureAwait(false)}.",
                $"store:{owner.Address}/{path}");
    }

    /// <summary>The folder of this mailbox and path, with the number of its items.</summary>
    /// <exception cref="RestorationException">As of <see cref="GetFolderAsync"/>.</exception>
    public static async ValueTask<Folder> GetCountedFolderAsync(IStoreTransaction transaction, string mailbox, FolderPath path, CancellationToken cancellation)
    {
        Folder named = await GetFolderAsync(transaction, mailbox, path, cancellation).ConfigureAwait(false);
        IReadOnlyList<Folder> counted = await transaction.Folders.ListAsync(named.MailboxId, cancellation).ConfigureAwait(false);
        return counted.Single(folder => folder.Id == named.Id);
    }

    /// <summary>The folder of this path; null if there is none.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.Ambiguous"/>.</exception>
    public static async ValueTask<Folder?> FindFolderAsync(IStoreTransaction transaction, Mailbox mailbox, FolderPath path, CancellationToken cancellation)
    {
        IReadOnlyList<Folder> folders = await transaction.Folders.FindAsync(mailbox.Id, path, cancellation).ConfigureAwait(false);
        return folders.Count switch
        {
            0 => null,
            1 => folders[0],
            _ => throw new RestorationException(
                FailureCode.Ambiguous,
                $"The mailbox '{mailbox.Address}' has {folders.Count} calendars '{path}': {string.Join(", ", folders.Select(folder => $"'{folder.Path}'"))}. Name one by its path.",
                $"store:{mailbox.Address}/{path}"),
        };
    }

    private static async ValueTask<string> ListAsync(IStoreTransaction transaction, Mailbox mailbox, CancellationToken cancellation)
    {
        IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        return folders.Count == 0 ? "none" : string.Join(", ", folders.Select(folder => $"'{folder.Path}'"));
    }
}

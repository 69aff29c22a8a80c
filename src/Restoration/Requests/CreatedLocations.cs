using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Requests;

/// <summary>Takes away the calendars and mailboxes that an undone request had to make, if nothing else has come into them.</summary>
internal sealed class CreatedLocations(Guid requestId)
{
    private const string MailboxPrefix = "mailbox:";

    public async ValueTask RemoveAsync(IStoreTransaction transaction, CancellationToken cancellation)
    {
        RestoreRequest? request = await transaction.Requests.GetAsync(requestId, cancellation).ConfigureAwait(false);
        foreach (string created in (request?.CreatedLocations ?? []).OrderBy(location => location.StartsWith(MailboxPrefix, StringComparison.Ordinal)))
        {
            await RemoveAsync(transaction, created, cancellation).ConfigureAwait(false);
        }
    }

    private static async ValueTask RemoveAsync(IStoreTransaction transaction, string created, CancellationToken cancellation)
    {
        bool isMailbox = created.StartsWith(MailboxPrefix, StringComparison.Ordinal);
        Location? place = isMailbox ? null : Location.Parse(created);
        Mailbox? mailbox = await MailboxDirectory
            .FindMailboxAsync(transaction, place?.Mailbox ?? created[MailboxPrefix.Length..], cancellation).ConfigureAwait(false);
        if (mailbox is null)
        {
            return;
        }

        IReadOnlyList<Folder> folders = await transaction.Folders.ListAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        if (isMailbox && folders.Count == 0)
        {
            await transaction.Folders.RemoveMailboxAsync(mailbox.Id, cancellation).ConfigureAwait(false);
        }
        else if (folders.FirstOrDefault(folder => folder.Path == place?.Folder) is { ItemCount: 0 } folder)
        {
            await transaction.Folders.RemoveAsync(folder.Id, cancellation).ConfigureAwait(false);
        }
    }
}

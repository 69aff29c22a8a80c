using Restoration.Destinations;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Losses;

/// <summary>Finds out which appointments are missing from their calendar now, and which are there as another version.</summary>
internal sealed class PresenceCheck(Workspace workspace)
{
    private const int BatchSize = 500;

    /// <summary>Marks the candidates.</summary>
    /// <param name="place">Their calendar.</param>
    /// <param name="candidates">The candidates, none of them settled.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async ValueTask MarkAsync(Location place, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
    {
        foreach (Candidate[] batch in candidates.Chunk(BatchSize))
        {
            await workspace.ReadAsync(
                async transaction =>
                {
                    await MarkAsync(transaction, place, batch, cancellation).ConfigureAwait(false);
                    return true;
                },
                cancellation).ConfigureAwait(false);
        }
    }

    private static async ValueTask MarkAsync(IStoreTransaction transaction, Location place, Candidate[] batch, CancellationToken cancellation)
    {
        Mailbox? mailbox = await MailboxDirectory.FindMailboxAsync(transaction, place.Mailbox!, cancellation).ConfigureAwait(false);
        Folder? folder = mailbox is null
            ? null
            : await MailboxDirectory.FindFolderAsync(transaction, mailbox, place.Folder, cancellation).ConfigureAwait(false);
        IReadOnlyList<Match>? matches = folder is null
            ? null
            : await transaction.Items.FindAsync(folder.Id, [.. batch.Select(candidate => candidate.Head!.Key)], cancellation).ConfigureAwait(false);
        for (int i = 0; i < batch.Length; i++)
        {
            // What only looks like it is another appointment.
            ExistingItem? there = matches?[i] is { Items.Count: > 0, Rung: not MatchRung.NaturalKey } match ? match.Items[0] : null;
            batch[i].IsMissing = there is null;
            batch[i].IsChanged = there is not null && there.Item.ComparisonHash != batch[i].Head!.ComparisonHash;
        }
    }
}

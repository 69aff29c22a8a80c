using System.Globalization;
using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Policies.Content;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>
/// A mailbox, or a backup of one, folder by folder. Items that come into a folder that lives on while it is read may be read or not;
/// what is there is read once, and a run that is resumed goes on where it stopped.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="codec">Reads content.</param>
/// <param name="location">The mailbox.</param>
/// <param name="parts">The folders, by rising numbers.</param>
/// <param name="filter">Which items; null for all.</param>
/// <param name="maxItemSize">How many bytes an item may have; null for any number.</param>
internal sealed class MailboxSource(
    IStore store, IItemCodec codec, Location location, IReadOnlyList<MailboxPart> parts, ContentFilter? filter, long? maxItemSize) : ISource
{
    // Numbers of items stay below this for longer than any store lives, so a place in the source is the folder, then the item.
    private const int NumberBits = 32;

    public Location Location => location;

    public ValueTask<long?> CountAsync(CancellationToken cancellation)
        => ValueTask.FromResult(filter is null ? parts.Sum(part => part.ItemCount) : (long?)null);

    public ValueTask<string> GetFingerprintAsync(CancellationToken cancellation)
        => ValueTask.FromResult(string.Join(';', parts.Select(part => part.Fingerprint).Where(text => text.Length > 0).Prepend(location.ToString())));

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (MailboxPart part in parts)
        {
            Location origin = Location.OfStore(location.Mailbox!, part.Path);
            IAsyncEnumerable<(NumberedItem Read, SourceItem? Entry)> entries = StorePages.ReadAsync(
                store,
                (transaction, after, limit, token) => ReadPageAsync(transaction, part, origin, after, limit, token),
                element => element.Read.Number,
                cancellation);
            await foreach ((_, SourceItem? entry) in entries.ConfigureAwait(false))
            {
                if (entry is not null)
                {
                    yield return entry;
                }
            }
        }
    }

    public async ValueTask<IReadOnlySet<string>> FindUidsAsync(IReadOnlyCollection<string> uids, CancellationToken cancellation)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            foreach (MailboxPart part in parts)
            {
                found.UnionWith(await part.FindUidsAsync(transaction, [.. uids.Where(uid => !found.Contains(uid))], cancellation).ConfigureAwait(false));
            }
        }

        return found;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<IReadOnlyList<(NumberedItem Read, SourceItem? Entry)>> ReadPageAsync(
        IStoreTransaction transaction, MailboxPart part, Location origin, long after, int limit, CancellationToken cancellation)
    {
        IReadOnlyList<NumberedItem> page = await part.ReadAsync(transaction, after, limit, cancellation).ConfigureAwait(false);
        IReadOnlyList<Item> seen = filter is { NeedsContent: true }
            ? await transaction.Contents.LoadAsync([.. page.Select(read => read.Item)], cancellation).ConfigureAwait(false)
            : [.. page.Select(read => read.Item)];
        return [.. page.Select((read, i) => (read, ToEntry(part, origin, read, seen[i])))];
    }

    private SourceItem? ToEntry(MailboxPart part, Location origin, NumberedItem read, Item seen)
    {
        SourceItem entry = new() { Ordinal = (part.Number << NumberBits) + read.Number, Item = read.Item, Origin = origin };
        try
        {
            if (filter?.Accepts(seen, codec) == false)
            {
                return null;
            }
        }
        catch (RestorationException failure)
        {
            return Failed(entry, FailureCode.InvalidData, failure.Message);
        }

        return read.Item.Size > maxItemSize
            ? Failed(entry, FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The item has {read.Item.Size} bytes; the target takes {maxItemSize} at most."))
            : entry;
    }

    private static SourceItem Failed(SourceItem entry, FailureCode failure, string detail)
        => entry with { Verdict = new Verdict(ItemAction.Fail, ActionReason.Failed), Failure = failure, Detail = detail, Subject = entry.Item!.Subject };
}

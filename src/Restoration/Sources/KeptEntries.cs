using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Sources;

/// <summary>Looks up the items of entries that only say where the store has them.</summary>
internal static class KeptEntries
{
    /// <summary>The same entries with their items. What the store has no more is an entry that fails: nothing is lost without a word.</summary>
    public static async ValueTask<IReadOnlyList<SourceItem>> FindAsync(
        IReadOnlyList<SourceItem> entries, IContents contents, CancellationToken cancellation)
    {
        ContentHash[] addresses = [.. entries.Select(entry => entry.Kept).OfType<ContentHash>()];
        if (addresses.Length == 0)
        {
            return entries;
        }

        IReadOnlyList<Item?> items = await contents.FindAsync(addresses, cancellation).ConfigureAwait(false);
        SourceItem[] found = new SourceItem[entries.Count];
        int next = 0;
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = entries[i].Kept is null ? entries[i] : WithItem(entries[i], items[next++]);
        }

        return found;
    }

    private static SourceItem WithItem(SourceItem entry, Item? item) => item is not null
        ? entry with { Item = item, Kept = null }
        : entry with
        {
            Kept = null,
            Verdict = new Verdict(ItemAction.Fail, ActionReason.ContentNotFound),
            Failure = FailureCode.ContentNotFound,
            Detail = "The backup that had it was removed in the meantime.",
        };
}

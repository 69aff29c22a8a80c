using Restoration.Items;

namespace Restoration.Losses;

/// <summary>The candidates of one backup: each single appointment is one, each series with its overrides is one.</summary>
internal sealed class CandidateGroups(IBackupContent backup)
{
    private readonly Dictionary<UInt128, Candidate> _candidates = [];
    private readonly HashSet<UInt128> _parts = [];

    /// <summary>All there are.</summary>
    public IReadOnlyCollection<Candidate> All => _candidates.Values;

    /// <summary>Whether an item is a series or belongs to one.</summary>
    public static bool IsPart(Item item) => item.IsSeries || item.Key.RecurrenceId is not null;

    /// <summary>The candidate that an item belongs to.</summary>
    public Candidate Of(Item item) => _candidates[KeyOf(item)];

    /// <summary>Takes items in, and with a part of a series all others.</summary>
    /// <returns>The candidates that are new.</returns>
    public async ValueTask<IReadOnlyList<Candidate>> AddAsync(IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        HashSet<string> series = items.Where(IsPart).Select(item => item.Key.Uid).OfType<string>().ToHashSet(StringComparer.Ordinal);
        IEnumerable<Item> members = series.Count == 0 ? [] : await backup.FindAsync(series, cancellation).ConfigureAwait(false);
        List<Candidate> added = [];
        foreach (Item item in items.Concat(members).Where(item => _parts.Add(item.Key.ToDigest())))
        {
            if (_candidates.TryGetValue(KeyOf(item), out Candidate? candidate))
            {
                candidate.Add(item);
            }
            else
            {
                candidate = new Candidate(backup, item);
                _candidates.Add(KeyOf(item), candidate);
                added.Add(candidate);
            }
        }

        return added;
    }

    private static UInt128 KeyOf(Item item) => (item.Key with { RecurrenceId = null }).ToDigest();
}

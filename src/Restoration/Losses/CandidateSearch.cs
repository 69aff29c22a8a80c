using System.Text;
using Restoration.Items;

namespace Restoration.Losses;

/// <summary>Looks appointments up in one backup: by ids, or by subject. A series comes with its overrides.</summary>
internal static class CandidateSearch
{
    /// <summary>The appointments that have one of these ids, by each id.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, Candidate>> FindByIdAsync(
        IBackupContent backup, IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        IReadOnlyList<Item> items = await backup.FindAsync(ids, cancellation).ConfigureAwait(false);
        Dictionary<string, Candidate> candidates = await GroupAsync(backup, items, cancellation).ConfigureAwait(false);
        Dictionary<string, Candidate> byId = new(StringComparer.Ordinal);
        foreach (Item item in items)
        {
            Candidate candidate = candidates[KeyOf(item)];
            foreach (string id in new[] { item.Key.Uid, item.Key.ImmutableId }.OfType<string>().Where(ids.Contains))
            {
                byId.TryAdd(id, candidate);
            }
        }

        return byId;
    }

    /// <summary>The appointments of these subjects, by subject as <see cref="Normalize"/> has it.</summary>
    public static async ValueTask<ILookup<string, Candidate>> FindBySubjectAsync(
        IBackupContent backup, IReadOnlySet<string> subjects, CancellationToken cancellation)
    {
        List<Item> heads = [];
        await foreach (Item item in backup.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (item.ItemClass == ItemClasses.Appointment && subjects.Contains(Normalize(item.Subject)))
            {
                heads.Add(item);
            }
        }

        // An override of another subject than its series is found with the series; one of the same is no appointment of its own.
        Dictionary<string, Candidate> candidates = await GroupAsync(backup, heads, cancellation).ConfigureAwait(false);
        return candidates.Values.ToLookup(candidate => Normalize(candidate.Head.Subject), StringComparer.Ordinal);
    }

    /// <summary>A subject as it is compared: without blanks around it, in one Unicode form.</summary>
    public static string Normalize(string subject) => subject.Trim().Normalize(NormalizationForm.FormC);

    private static async ValueTask<Dictionary<string, Candidate>> GroupAsync(
        IBackupContent backup, IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        HashSet<string> series = items.Where(item => item.IsSeries || item.Key.RecurrenceId is not null)
            .Select(item => item.Key.Uid).OfType<string>().ToHashSet(StringComparer.Ordinal);
        IEnumerable<Item> members = series.Count == 0 ? [] : await backup.FindAsync(series, cancellation).ConfigureAwait(false);
        Dictionary<string, Candidate> candidates = new(StringComparer.Ordinal);
        HashSet<(string, string?)> known = [];
        foreach (Item item in items.Concat(members).Where(item => known.Add((KeyOf(item), item.Key.RecurrenceId))))
        {
            if (candidates.TryGetValue(KeyOf(item), out Candidate? candidate))
            {
                candidate.Add(item);
            }
            else
            {
                candidates.Add(KeyOf(item), new Candidate(backup, item));
            }
        }

        return candidates;
    }

    private static string KeyOf(Item item) => item.Key.Uid ?? item.Key.NaturalKey.ToString();
}

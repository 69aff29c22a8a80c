using System.Text;
using Restoration.Items;

namespace Restoration.Losses;

/// <summary>Looks appointments up in one backup: by ids, or by subject. A series comes with its overrides.</summary>
internal static class CandidateSearch
{
    private const int BatchSize = 500;

    /// <summary>The appointments that have one of these ids, by each id; settled.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, Candidate>> FindByIdAsync(
        IBackupContent backup, IReadOnlySet<string> ids, CancellationToken cancellation)
    {
        IReadOnlyList<Item> items = await backup.FindAsync(ids, cancellation).ConfigureAwait(false);
        CandidateGroups groups = new(backup);
        await groups.AddAsync(items, cancellation).ConfigureAwait(false);
        Dictionary<string, Candidate> byId = new(StringComparer.Ordinal);
        foreach (Item item in items)
        {
            Candidate candidate = groups.Of(item);
            candidate.Settle();
            foreach (string id in new[] { item.Key.Uid, item.Key.ImmutableId }.OfType<string>().Where(ids.Contains))
            {
                byId.TryAdd(id, candidate);
            }
        }

        return byId;
    }

    /// <summary>The appointments of these subjects; settled.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="subjects">The subjects, as <see cref="Normalize"/> has them.</param>
    /// <param name="markAsync">Looks at the next candidates before they are settled.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async ValueTask<IReadOnlyCollection<Candidate>> FindBySubjectAsync(
        IBackupContent backup, IReadOnlySet<string> subjects, Func<IReadOnlyList<Candidate>, ValueTask> markAsync, CancellationToken cancellation)
    {
        CandidateGroups groups = new(backup);
        List<Item> batch = new(BatchSize);
        List<Item> series = [];
        await foreach (Item item in backup.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (item.ItemClass == ItemClasses.Appointment && subjects.Contains(Normalize(item.Subject)))
            {
                // A series can only be looked at with all its parts.
                (CandidateGroups.IsPart(item) ? series : batch).Add(item);
            }

            if (batch.Count == BatchSize)
            {
                await LookAtAsync(batch).ConfigureAwait(false);
                batch.Clear();
            }
        }

        await LookAtAsync(batch).ConfigureAwait(false);

        // An override of another subject than its series is found with the series; one of the same is no appointment of its own.
        await LookAtAsync(series).ConfigureAwait(false);
        return groups.All;

        async ValueTask LookAtAsync(IReadOnlyList<Item> items)
        {
            IReadOnlyList<Candidate> found = await groups.AddAsync(items, cancellation).ConfigureAwait(false);
            await markAsync(found).ConfigureAwait(false);
            foreach (Candidate candidate in found)
            {
                candidate.Settle();
            }
        }
    }

    /// <summary>A subject as it is compared: without blanks around it, in one Unicode form.</summary>
    public static string Normalize(string subject) => subject.Trim().Normalize(NormalizationForm.FormC);
}

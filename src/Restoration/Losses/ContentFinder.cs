using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources.AuditLog;

namespace Restoration.Losses;

/// <summary>
/// Finds what was lost in what was kept: inline, then by ids in the backups, then by mailbox, calendar and subject in the last
/// backup before the loss. Nothing is invented, and where more could be meant than was lost nothing is picked.
/// </summary>
internal sealed class ContentFinder(Workspace workspace, BackupShelf shelf, bool intoOriginal, Action<FoundLoss> found)
{
    private const int BatchSize = 500;
    private const int Parts = 8;

    private readonly Dictionary<(string Mailbox, FolderPath Folder), Location> _places = [];

    /// <summary>Finds the content of losses, in no order. Every loss comes back at least once; an ambiguous one with each that could be meant.</summary>
    public async ValueTask FindAsync(IReadOnlyList<Loss> losses, CancellationToken cancellation)
    {
        List<OpenSearch> open = [];
        foreach (Loss loss in losses)
        {
            Location? origin = await OriginAsync(loss, null, cancellation).ConfigureAwait(false);
            if (loss.Before is { } before)
            {
                found(new FoundLoss(loss, origin, [new KeptItem(before)], null, null, null));
            }
            else
            {
                open.Add(new OpenSearch(loss, origin, await shelf.FindAsync(loss, cancellation).ConfigureAwait(false)));
            }
        }

        open = await FindByIdAsync(open, cancellation).ConfigureAwait(false);
        await FindBySubjectAsync(open, cancellation).ConfigureAwait(false);    }

    private async ValueTask<List<OpenSearch>> FindByIdAsync(List<OpenSearch> open, CancellationToken cancellation)
    {
        OpenSearch[] left = [.. open.Where(search => search.Ids.Any())];
        foreach (IBackupContent backup in left.SelectMany(search => search.Backups).Distinct().OrderByDescending(backup => backup.TakenAt))
        {
            // A file is read through for each batch, so it gets one.
            IEnumerable<OpenSearch> asking = left.Where(search => !search.IsFound && search.Backups.Contains(backup));
            foreach (OpenSearch[] batch in asking.Chunk(backup.BackupId is null ? int.MaxValue : BatchSize))
            {
                await FindByIdAsync(backup, batch, cancellation).ConfigureAwait(false);
            }
        }

        return [.. open.Where(search => !search.IsFound)];
    }

    private async ValueTask FindByIdAsync(IBackupContent backup, OpenSearch[] asking, CancellationToken cancellation)
    {
        HashSet<string> ids = asking.SelectMany(search => search.Ids).ToHashSet(StringComparer.Ordinal);
        IReadOnlyDictionary<string, Candidate> candidates = await CandidateSearch.FindByIdAsync(backup, ids, cancellation).ConfigureAwait(false);
        foreach (OpenSearch search in asking)
        {
            if (search.Ids.Select(candidates.GetValueOrDefault).FirstOrDefault(candidate => candidate is not null) is { } candidate)
            {
                search.IsFound = true;
                found(await FoundAsync(search.Loss, candidate, null, cancellation).ConfigureAwait(false));
            }
        }
    }

    private async ValueTask FindBySubjectAsync(List<OpenSearch> open, CancellationToken cancellation)
    {
        foreach (OpenSearch search in open.Where(search => search.Backups.Count == 0 || search.Subject is null))
        {
            found(NotFound(search, search.Backups.Count == 0 ? NoBackup(search.Loss) : "The record names no subject, and no backup has the item's ids."));
        }

        foreach (IGrouping<(IBackupContent Backup, string? Mailbox), OpenSearch> group in open
            .Where(search => search.Backups.Count > 0 && search.Subject is not null)
            .GroupBy(search => (search.Backups[0], search.Origin?.Mailbox)))
        {
            HashSet<string> subjects = group.Select(search => search.Subject!).ToHashSet(StringComparer.Ordinal);
            Location? place = await OriginAsync(group.First().Loss, group.Key.Backup, cancellation).ConfigureAwait(false);
            IReadOnlyCollection<Candidate> candidates = await CandidateSearch.FindBySubjectAsync(
                group.Key.Backup, subjects, batch => MarkAsync(place, batch, cancellation), cancellation).ConfigureAwait(false);

            // Nearly every subject is a group of its own, and a group takes more than what is in it: so not all at a time.
            for (int part = 0; part < Parts; part++)
            {
                ILookup<string, Candidate> bySubject = candidates.Where(candidate => PartOf(candidate.Subject) == part)
                    .ToLookup(candidate => candidate.Subject, StringComparer.Ordinal);
                foreach (IGrouping<(string, LossKind), OpenSearch> subject in group
                    .Where(search => PartOf(search.Subject!) == part).GroupBy(search => (search.Subject!, search.Loss.Kind)))
                {
                    await ChooseAsync([.. subject], [.. bySubject[subject.Key.Item1]], cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    private static int PartOf(string subject) => (subject.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % Parts;

    private ValueTask MarkAsync(Location? place, IReadOnlyList<Candidate> candidates, CancellationToken cancellation)
        => place is null ? ValueTask.CompletedTask : new PresenceCheck(workspace).MarkAsync(place, candidates, cancellation);

    private async ValueTask ChooseAsync(OpenSearch[] losses, Candidate[] candidates, CancellationToken cancellation)
    {
        string backup = losses[0].Backups[0].Name;
        CandidateVerdict verdict = CandidateChoice.Choose(losses[0].Loss.Kind, losses.Length, candidates, intoOriginal);
        for (int i = 0; i < verdict.Chosen.Count; i++)
        {
            found(await FoundAsync(losses[i].Loss, verdict.Chosen[i], null, cancellation).ConfigureAwait(false));
        }

        string detail = FormattableString.Invariant(
            $"{losses.Length} lost, but {verdict.Ambiguous.Count} appointments of this subject in {backup} could be meant. Include the ambiguous ones to restore them all.");
        for (int i = 0; i < verdict.Ambiguous.Count; i++)
        {
            Loss loss = losses[Math.Min(i, losses.Length - 1)].Loss;
            found(await FoundAsync(loss, verdict.Ambiguous[i], detail, cancellation).ConfigureAwait(false));
        }

        if (verdict.Ambiguous.Count == 0)
        {
            foreach (OpenSearch search in losses.Skip(verdict.Chosen.Count))
            {
                found(candidates.Length < losses.Length
                    ? NotFound(search, NotThere(losses, candidates.Length, backup))
                    : new FoundLoss(search.Loss, search.Origin, [], ActionReason.NotLost, "It is in its calendar again.", null));
            }
        }
    }

    private async ValueTask<FoundLoss> FoundAsync(Loss loss, Candidate candidate, string? ambiguous, CancellationToken cancellation) => new(
        loss,
        await OriginAsync(loss, candidate.Backup, cancellation).ConfigureAwait(false),
        candidate.Items,
        ambiguous is null ? null : ActionReason.Ambiguous,
        ambiguous,
        candidate.Backup.BackupId);

    // The calendar as the backup has it: the record's name for it may be in another language.
    private async ValueTask<Location?> OriginAsync(Loss loss, IBackupContent? backup, CancellationToken cancellation)
    {
        string? mailbox = backup?.Mailbox ?? await shelf.FindMailboxAsync(loss, cancellation).ConfigureAwait(false);
        return mailbox is null ? null : PlaceOf(mailbox, backup?.Folder ?? loss.Folder ?? FolderPath.Calendar);
    }

    // Losses are many and calendars few: they share one.
    private Location PlaceOf(string mailbox, FolderPath folder)
    {
        if (!_places.TryGetValue((mailbox, folder), out Location? place))
        {
            place = Location.OfStore(mailbox, folder);
            _places.Add((mailbox, folder), place);
        }

        return place;
    }

    private static FoundLoss NotFound(OpenSearch search, string detail)
        => new(search.Loss, search.Origin, [], ActionReason.ContentNotFound, detail, null);

    private static string NoBackup(Loss loss) => FormattableString.Invariant(
        $"There is no backup of '{loss.Mailbox ?? loss.MailboxGuid?.ToString() ?? "the mailbox"}' from before {loss.LostAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z. Name a file that serves as one.");

    private static string NotThere(OpenSearch[] losses, int there, string backup) => there == 0
        ? $"No appointment of this subject is in {backup}."
        : FormattableString.Invariant($"{losses.Length} lost, but only {there} of this subject in {backup}.");

    /// <summary>A loss whose content is being looked for.</summary>
    private sealed class OpenSearch(Loss loss, Location? origin, IReadOnlyList<IBackupContent> backups)
    {
        public Loss Loss => loss;

        public Location? Origin => origin;

        public IReadOnlyList<IBackupContent> Backups => backups;

        public IEnumerable<string> Ids => new[] { loss.ImmutableId, loss.Uid }.OfType<string>();

        public string? Subject { get; } = string.IsNullOrWhiteSpace(loss.Subject) ? null : CandidateSearch.Normalize(loss.Subject);

        public bool IsFound { get; set; }
    }
}

using Restoration.Destinations;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Planning;

/// <summary>Plans a restore: items × policy × what the destination has → actions.</summary>
public sealed class RestorePlanner(ISource source, RestorePolicy policy, IItemCodec codec) : IPlanner
{
    private readonly SeenItems _seen = new();
    private readonly SimilarItems? _similar = SimilarityRule.Of(policy.Duplicates) is { } rule ? new SimilarItems(rule) : null;

    // Where nothing counts as the same, there is nothing to resolve.
    private ConflictResolutionOption Option
        => policy.Duplicates == DuplicateDetection.None ? ConflictResolutionOption.ForceCopy : policy.ConflictResolution;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PlannedAction>> PlanAsync(
        IReadOnlyList<SourceItem> batch, IDestination destination, IContents contents, CancellationToken cancellation)
    {
        SourceItem[] undecided = [.. batch.Where(entry => entry.Verdict is null)];
        IReadOnlyList<Match> matches = await FindAsync(undecided, destination, cancellation).ConfigureAwait(false);
        ActionDrafter drafter = new(Option, _seen, _similar, destination, contents, codec);
        List<PlannedAction> actions = new(batch.Count);
        int next = 0;
        foreach (SourceItem entry in batch)
        {
            PlannedAction action = entry.Verdict is { } verdict
                ? Preset(entry, verdict)
                : await drafter.DraftAsync(entry, Left(matches[next++], destination.PlaceOf(entry)), cancellation).ConfigureAwait(false);
            action = ReviewedPlan.Hold(WantedStates.Hold(action, policy.Only)) with { Place = PlaceOf(entry, destination) };
            Remember(action, destination);
            actions.Add(action);
        }

        return actions;
    }

    /// <inheritdoc/>
    public async ValueTask ReplayAsync(
        IReadOnlyList<SourceItem> batch,
        IReadOnlyDictionary<long, string?> created,
        IDestination destination,
        IContents contents,
        CancellationToken cancellation)
    {
        SourceItem[] made = [.. batch.Where(entry => created.ContainsKey(entry.Ordinal))];
        IReadOnlyList<Match> matches = await FindAsync(made, destination, cancellation).ConfigureAwait(false);
        for (int i = 0; i < made.Length; i++)
        {
            Item item = made[i].Item!;
            Location place = destination.PlaceOf(made[i]);
            ItemKey key = item.Key with { Uid = created[made[i].Ordinal] };
            _seen.Add(place, key, item);

            // A copy was made because another version was there; it still is.
            if (matches[i] is { Items: [{ } beside], Rung: not MatchRung.NaturalKey } && _seen.Find(place, item.Key) is null)
            {
                _seen.Add(place, item.Key, beside.Item);
            }
        }

        await PlanAsync([.. batch.Where(entry => !created.ContainsKey(entry.Ordinal))], destination, contents, cancellation).ConfigureAwait(false);
    }

    private static Location? PlaceOf(SourceItem entry, IDestination destination)
        => destination.Location.HasManyPlaces && entry.Origin is not null ? destination.PlaceOf(entry) : null;

    private static PlannedAction Preset(SourceItem entry, Verdict verdict) => new()
    {
        Source = entry,
        Action = verdict.Action,
        Reason = verdict.Reason,
        Failure = entry.Failure,
        Detail = entry.Detail,
    };

    private async ValueTask<IReadOnlyList<Match>> FindAsync(SourceItem[] entries, IDestination destination, CancellationToken cancellation)
    {
        if (entries.Length == 0)
        {
            return [];
        }

        IReadOnlyList<Match> matches = await destination.FindAsync(entries, cancellation).ConfigureAwait(false);
        HashSet<string> lookalikes = new(StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            lookalikes.UnionWith(Lookalikes(entries[i], matches[i]));
        }

        if (lookalikes.Count == 0)
        {
            return matches;
        }

        // Two appointments of the source may be alike down to the natural key; each has only itself for a copy.
        IReadOnlySet<string> own = await source.FindUidsAsync(lookalikes, cancellation).ConfigureAwait(false);
        return [.. entries.Zip(matches, (entry, match) => Lookalikes(entry, match).Any(own.Contains) ? Without(match, own) : match)];
    }

    private static IEnumerable<string> Lookalikes(SourceItem entry, Match match)
        => match.Rung == MatchRung.NaturalKey && entry.Item?.Key.Uid is { } uid
            ? match.Items.Select(existing => existing.Item.Key.Uid).OfType<string>().Where(other => !string.Equals(other, uid, StringComparison.Ordinal))
            : [];

    private static Match Without(Match match, IReadOnlySet<string> uids)
        => match with { Items = [.. match.Items.Where(existing => existing.Item.Key.Uid is not { } uid || !uids.Contains(uid))] };

    // What this run has recognised or written is not another item of the source too, however alike they look.
    private Match Left(Match match, Location place) => match.Rung == MatchRung.NaturalKey
        ? match with { Items = [.. match.Items.Where(existing => _seen.Find(place, existing.Item.Key) is null)] }
        : match;

    private void Remember(PlannedAction action, IDestination destination)
    {
        if (action.Source.Item is not { } item || (action.HasEffect ? action.Item : action.Target?.Item) is not { } left)
        {
            return;
        }

        Location place = destination.PlaceOf(action.Source);
        _seen.Add(place, left.Key, left);
        if (action.HasEffect)
        {
            _similar?.Add(action.Source, destination, left);
        }

        if (!action.IsCopy)
        {
            _seen.Add(place, item.Key, left);
        }
    }
}

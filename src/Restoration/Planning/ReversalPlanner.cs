using Restoration.Destinations;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Planning;

/// <summary>
/// Plans an undo or a removal: touches only what the entry names, and only if it is as the entry left it.
/// </summary>
public sealed class ReversalPlanner(RestorePolicy policy) : IPlanner
{
    // What this run brings back has not come back by another way, though it may share its UID with what is still to come.
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PlannedAction>> PlanAsync(
        IReadOnlyList<SourceItem> batch, IDestination destination, IContents contents, CancellationToken cancellation)
    {
        string[] ids = [.. batch.Select(entry => entry.Reversal!.TargetId)];
        _own.UnionWith(ids);
        IReadOnlyList<ExistingItem?> existing = await destination.GetAsync(ids, cancellation).ConfigureAwait(false);
        ContentHash?[] now = await SeeAsync(batch, existing, destination, contents, cancellation).ConfigureAwait(false);
        PlannedAction[] actions = [.. batch.Select((entry, i) => Draft(entry, entry.Reversal!, destination.Location.HasManyPlaces ? entry.Origin : null, existing[i], now[i]))];
        int[] returning = [.. Enumerable.Range(0, actions.Length).Where(i => actions[i].Action == ItemAction.Create)];
        IReadOnlyList<Match> matches = await FindAsync([.. returning.Select(i => actions[i])], destination, cancellation).ConfigureAwait(false);
        for (int i = 0; i < returning.Length; i++)
        {
            actions[returning[i]] = DraftReturn(actions[returning[i]], matches[i]);
        }

        return actions;
    }

    /// <inheritdoc/>
    public ValueTask ReplayAsync(
        IReadOnlyList<SourceItem> batch,
        IReadOnlyDictionary<long, string?> created,
        IDestination destination,
        IContents contents,
        CancellationToken cancellation)
    {
        _own.UnionWith(batch.Select(entry => entry.Reversal!.TargetId));
        return ValueTask.CompletedTask;
    }

    private static async ValueTask<IReadOnlyList<Match>> FindAsync(PlannedAction[] returning, IDestination destination, CancellationToken cancellation)
        => returning.Length == 0
            ? []
            : await destination.FindAsync([.. returning.Select(draft => draft.Source with { Item = draft.Item })], cancellation).ConfigureAwait(false);

    // A file may write an item in another way than it was given. What says the same as was written is what was written.
    private static async ValueTask<ContentHash?[]> SeeAsync(
        IReadOnlyList<SourceItem> batch, IReadOnlyList<ExistingItem?> existing, IDestination destination, IContents contents, CancellationToken cancellation)
    {
        ContentHash?[] now = [.. existing.Select(item => item?.Item.ContentHash)];
        int[] other = destination.Durability == Durability.AtCompletion
            ? [.. Enumerable.Range(0, now.Length).Where(i => now[i] is not null && batch[i].Reversal!.After is { } after && now[i] != after)]
            : [];
        IReadOnlyList<Item?> written = await contents.FindAsync([.. other.Select(i => batch[i].Reversal!.After!.Value)], cancellation).ConfigureAwait(false);
        for (int i = 0; i < other.Length; i++)
        {
            if (written[i]?.ComparisonHash == existing[other[i]]!.Item.ComparisonHash)
            {
                now[other[i]] = batch[other[i]].Reversal!.After;
            }
        }

        return now;
    }

    private PlannedAction Draft(SourceItem entry, Reversal reversal, Location? place, ExistingItem? existing, ContentHash? now)
    {
        PlannedAction draft = new()
        {
            Source = entry,
            Action = ItemAction.Skip,
            Reason = reversal.Reason,
            Place = place,
            Item = reversal.Before,
            Target = existing,
        };
        if (now == reversal.Before?.ContentHash)
        {
            return draft with { Reason = ActionReason.AlreadyUndone };
        }

        if (now != reversal.After && !policy.Force)
        {
            string change = existing is null ? "taken away" : "changed";
            return draft with { Reason = ActionReason.Conflict, Detail = $"The item was {change} since. It is left as it is; an undo by force takes it back nevertheless." };
        }

        return draft with
        {
            Action = existing is null ? ItemAction.Create : reversal.Before is null ? ItemAction.Delete : ItemAction.Replace,
        };
    }

    // It may have come back by another way.
    private PlannedAction DraftReturn(PlannedAction draft, Match match)
    {
        ExistingItem[] others = [.. match.Items.Where(existing => !_own.Contains(existing.Id))];
        if (others.Length == 0 || match.Rung == MatchRung.NaturalKey || draft.Source.Reversal!.HasTwin)
        {
            return draft;
        }

        bool same = others.Any(existing => existing.Item.ComparisonHash == draft.Item!.ComparisonHash);
        return draft with
        {
            Action = ItemAction.Skip,
            Reason = same ? ActionReason.AlreadyUndone : ActionReason.Conflict,
            MatchedBy = match.Rung,
            Target = others[0],
            Detail = same ? null : "Another version of the item has come back since. Remove it first, if that is what you want.",
        };
    }
}

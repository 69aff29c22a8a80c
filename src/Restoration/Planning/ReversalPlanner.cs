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
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PlannedAction>> PlanAsync(
        IReadOnlyList<SourceItem> batch, IDestination destination, IContents contents, CancellationToken cancellation)
    {
        string[] ids = [.. batch.Select(entry => entry.Reversal!.TargetId)];
        IReadOnlyList<ExistingItem?> existing = await destination.GetAsync(ids, cancellation).ConfigureAwait(false);
        PlannedAction[] actions = [.. batch.Select((entry, i) => Draft(entry, entry.Reversal!, existing[i]))];
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
        CancellationToken cancellation) => ValueTask.CompletedTask;

    private static async ValueTask<IReadOnlyList<Match>> FindAsync(PlannedAction[] returning, IDestination destination, CancellationToken cancellation)
        => returning.Length == 0
            ? []
            : await destination.FindAsync([.. returning.Select(draft => draft.Source with { Item = draft.Item })], cancellation).ConfigureAwait(false);

    private PlannedAction Draft(SourceItem entry, Reversal reversal, ExistingItem? existing)
    {
        PlannedAction draft = new() { Source = entry, Action = ItemAction.Skip, Reason = reversal.Reason, Item = reversal.Before, Target = existing };
        ContentHash? now = existing?.Item.ContentHash;
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
    private static PlannedAction DraftReturn(PlannedAction draft, Match match)
    {
        if (match.Items.Count == 0 || match.Rung == MatchRung.NaturalKey)
        {
            return draft;
        }

        bool same = match.Items.Any(existing => existing.Item.ComparisonHash == draft.Item!.ComparisonHash);
        return draft with
        {
            Action = ItemAction.Skip,
            Reason = same ? ActionReason.AlreadyUndone : ActionReason.Conflict,
            MatchedBy = match.Rung,
            Target = match.Items[0],
            Detail = same ? null : "Another version of the item has come back since. Remove it first, if that is what you want.",
        };
    }
}

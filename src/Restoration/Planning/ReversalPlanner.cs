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
        List<PlannedAction> actions = new(batch.Count);
        for (int i = 0; i < batch.Count; i++)
        {
            actions.Add(await DraftAsync(batch[i], batch[i].Reversal!, existing[i], destination, cancellation).ConfigureAwait(false));
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

    private async ValueTask<PlannedAction> DraftAsync(
        SourceItem entry, Reversal reversal, ExistingItem? existing, IDestination destination, CancellationToken cancellation)
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
            return draft with { Reason = ActionReason.Conflict, Detail = $"The item was {change} since. Use -Force (--force) to undo it nevertheless." };
        }

        return (existing, reversal.Before) switch
        {
            (not null, null) => draft with { Action = ItemAction.Delete },
            (not null, not null) => draft with { Action = ItemAction.Replace },
            _ => await DraftReturnAsync(draft, destination, cancellation).ConfigureAwait(false),
        };
    }

    // It may have come back by another way.
    private static async ValueTask<PlannedAction> DraftReturnAsync(PlannedAction draft, IDestination destination, CancellationToken cancellation)
    {
        Match match = (await destination.FindAsync([draft.Source with { Item = draft.Item }], cancellation).ConfigureAwait(false))[0];
        if (match.Items.Count == 0 || match.Rung == MatchRung.NaturalKey)
        {
            return draft with { Action = ItemAction.Create };
        }

        bool same = match.Items.Any(existing => existing.Item.ComparisonHash == draft.Item!.ComparisonHash);
        return draft with
        {
            Reason = same ? ActionReason.AlreadyUndone : ActionReason.Conflict,
            MatchedBy = match.Rung,
            Target = match.Items[0],
            Detail = same ? null : "Another version of the item has come back since. Remove it first, if that is what you want.",
        };
    }
}

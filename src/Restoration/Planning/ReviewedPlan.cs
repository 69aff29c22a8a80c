using Restoration.Policies;

namespace Restoration.Planning;

/// <summary>Holds an action against what was reviewed: a destination that has changed since is a conflict, not a reason to do something else.</summary>
internal static class ReviewedPlan
{
    public static PlannedAction Hold(PlannedAction action)
    {
        if (action.Source.Expected is not { } expected || !action.HasEffect)
        {
            return action;
        }

        bool asReviewed = action.Action == expected.Action && action.Target?.Item.ComparisonHash == expected.Target;
        return asReviewed
            ? action
            : action with
            {
                Action = ItemAction.Skip,
                Reason = ActionReason.Conflict,
                Detail = $"The plan says {expected.Action}, but the destination has changed since: now it would be {action.Action}. Make a new plan.",
            };
    }
}

using Restoration.Policies;

namespace Restoration.Planning;

/// <summary>Holds an action against what was reviewed: a destination that has changed since is a conflict, not a reason to do something else.</summary>
internal static class ReviewedPlan
{
    public static PlannedAction Hold(PlannedAction action)
    {
        if (action.Source.Expected is not { } expected)
        {
            return action;
        }

        bool isIdle = expected.Action is ItemAction.Skip or ItemAction.Fail;
        bool asReviewed = action.HasEffect
            ? action.Action == expected.Action && action.Target?.Item.ComparisonHash == expected.Target
            : isIdle || action.Action == ItemAction.Fail || action.Reason is ActionReason.Identical or ActionReason.AlreadyUndone;
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

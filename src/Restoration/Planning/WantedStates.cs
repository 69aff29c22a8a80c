using Restoration.Policies;

namespace Restoration.Planning;

/// <summary>Leaves out what the policy is not about: items that are there already, or items that are missing.</summary>
internal static class WantedStates
{
    public static PlannedAction Hold(PlannedAction action, ItemStates wanted)
    {
        bool isMissing = action.Reason == ActionReason.Missing;
        bool isThere = action.HasEffect ? !isMissing : action.Reason is ActionReason.Conflict or ActionReason.TargetNewer or ActionReason.Ambiguous;
        return (wanted, isMissing, isThere) switch
        {
            (ItemStates.Missing, _, true) => Exclude(action, "The destination has it, and only missing items were asked for."),
            (ItemStates.Changed, true, _) => Exclude(action, "The destination does not have it, and only changed items were asked for."),
            _ => action,
        };
    }

    private static PlannedAction Exclude(PlannedAction action, string detail)
        => action with { Action = ItemAction.Skip, Reason = ActionReason.Excluded, Detail = detail };
}

using Restoration.Items;

namespace Restoration.Policies;

/// <summary>The table of conflict resolution: option × state → verdict. Pure.</summary>
public static class ConflictResolver
{
    /// <summary>Compares an item of the source with the one that it matches.</summary>
    public static PairState Compare(in ItemVersion source, in ItemVersion target)
    {
        if (source.IsSameAs(target))
        {
            return PairState.Identical;
        }

        return source.CompareAge(target) switch
        {
            > 0 => PairState.SourceNewer,
            < 0 => PairState.TargetNewer,
            _ => PairState.Diverged,
        };
    }

    /// <summary>Decides what happens to an item of the source.</summary>
    public static Verdict Decide(ConflictResolutionOption option, PairState state) => (option, state) switch
    {
        (_, PairState.Missing) => new(ItemAction.Create, ActionReason.Missing),
        (ConflictResolutionOption.ForceCopy, _) => new(ItemAction.Create, Reason(state)),
        (_, PairState.Identical) => new(ItemAction.Skip, ActionReason.Identical),
        (ConflictResolutionOption.KeepAll, _) => new(ItemAction.Create, Reason(state)),
        (_, PairState.Ambiguous) => new(ItemAction.Skip, ActionReason.Ambiguous),
        (ConflictResolutionOption.KeepSourceItem, _) => new(ItemAction.Replace, Reason(state)),
        (ConflictResolutionOption.KeepLatestItem, PairState.SourceNewer) => new(ItemAction.Replace, ActionReason.SourceNewer),
        (ConflictResolutionOption.KeepLatestItem, PairState.TargetNewer) => new(ItemAction.Skip, ActionReason.TargetNewer),
        (ConflictResolutionOption.UpdateFromSource, _) => new(ItemAction.Update, Reason(state)),
        _ => new(ItemAction.Skip, ActionReason.Conflict),
    };

    private static ActionReason Reason(PairState state) => state switch
    {
        PairState.Identical => ActionReason.Identical,
        PairState.SourceNewer => ActionReason.SourceNewer,
        PairState.TargetNewer => ActionReason.TargetNewer,
        PairState.Ambiguous => ActionReason.Ambiguous,
        _ => ActionReason.Diverged,
    };
}

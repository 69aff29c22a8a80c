using Restoration.Policies;

namespace Restoration.Requests;

/// <summary>What became of the items: found = created + replaced + updated + deleted + skipped + failed.</summary>
/// <param name="Found">Items that the source had and the policy let through.</param>
/// <param name="Created">Items added.</param>
/// <param name="Replaced">Items put in the place of others.</param>
/// <param name="Updated">Items patched.</param>
/// <param name="Deleted">Items taken away, by an undo or a removal.</param>
/// <param name="Skipped">Items that needed nothing, or that the policy leaves alone.</param>
/// <param name="Failed">Items that could not be done.</param>
/// <param name="Conflicts">Those of the skipped that someone has to look at.</param>
public readonly record struct RestoreCounts(
    long Found, long Created, long Replaced, long Updated, long Deleted, long Skipped, long Failed, long Conflicts)
{
    /// <summary>The counts with one more item.</summary>
    public RestoreCounts With(ItemAction action, ActionReason reason)
    {
        RestoreCounts counts = this with { Found = Found + 1 };
        return action switch
        {
            ItemAction.Create => counts with { Created = Created + 1 },
            ItemAction.Replace => counts with { Replaced = Replaced + 1 },
            ItemAction.Update => counts with { Updated = Updated + 1 },
            ItemAction.Delete => counts with { Deleted = Deleted + 1 },
            ItemAction.Fail => counts with { Failed = Failed + 1 },
            _ => counts with
            {
                Skipped = Skipped + 1,
                Conflicts = Conflicts + (reason is ActionReason.Conflict or ActionReason.Ambiguous ? 1 : 0),
            },
        };
    }

    /// <summary>One line for people.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"found {Found}, created {Created}, replaced {Replaced}, updated {Updated}, deleted {Deleted}, skipped {Skipped}, failed {Failed}");
}

using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Tests.Policies;

public sealed class ConflictResolverTests
{
    // The table of docs/design.md §4, cell by cell: option, state, what is done.
    [Theory]
    [InlineData(ConflictResolutionOption.KeepSourceItem, "Create Skip Replace Replace Replace Skip")]
    [InlineData(ConflictResolutionOption.KeepLatestItem, "Create Skip Skip Replace Skip Skip")]
    [InlineData(ConflictResolutionOption.KeepTargetItem, "Create Skip Skip Skip Skip Skip")]
    [InlineData(ConflictResolutionOption.KeepAll, "Create Skip Create Create Create Create")]
    [InlineData(ConflictResolutionOption.UpdateFromSource, "Create Skip Update Update Update Skip")]
    [InlineData(ConflictResolutionOption.ForceCopy, "Create Create Create Create Create Create")]
    public void Each_option_does_what_the_table_says(ConflictResolutionOption option, string actions)
    {
        PairState[] states = [PairState.Missing, PairState.Identical, PairState.TargetNewer, PairState.SourceNewer, PairState.Diverged, PairState.Ambiguous];
        Assert.Equal(actions, string.Join(' ', states.Select(state => ConflictResolver.Decide(option, state).Action)));
    }

    [Theory]
    [InlineData(ConflictResolutionOption.KeepTargetItem, PairState.SourceNewer, ActionReason.Conflict)]
    [InlineData(ConflictResolutionOption.KeepLatestItem, PairState.TargetNewer, ActionReason.TargetNewer)]
    [InlineData(ConflictResolutionOption.KeepLatestItem, PairState.Diverged, ActionReason.Conflict)]
    [InlineData(ConflictResolutionOption.KeepSourceItem, PairState.TargetNewer, ActionReason.TargetNewer)]
    [InlineData(ConflictResolutionOption.KeepSourceItem, PairState.Ambiguous, ActionReason.Ambiguous)]
    [InlineData(ConflictResolutionOption.UpdateFromSource, PairState.Identical, ActionReason.Identical)]
    public void And_says_why(ConflictResolutionOption option, PairState state, ActionReason reason)
        => Assert.Equal(reason, ConflictResolver.Decide(option, state).Reason);

    [Fact]
    public void The_sequence_decides_before_the_time_of_change()
    {
        Item old = TextCodec.Make(("Uid", "a"), ("Subject", "x"), ("Sequence", "2"), ("LastModified", "2026-01-01T00:00:00Z"));
        Item late = TextCodec.Make(("Uid", "a"), ("Subject", "y"), ("Sequence", "1"), ("LastModified", "2026-06-01T00:00:00Z"));
        Assert.Equal(PairState.SourceNewer, Compare(old, late));
        Assert.Equal(PairState.TargetNewer, Compare(late, old));
    }

    [Fact]
    public void The_time_of_change_decides_where_the_sequences_are_equal_and_nothing_where_one_has_none()
    {
        Item old = TextCodec.Make(("Uid", "a"), ("Subject", "x"), ("LastModified", "2026-01-01T00:00:00Z"));
        Item late = TextCodec.Make(("Uid", "a"), ("Subject", "y"), ("LastModified", "2026-06-01T00:00:00Z"));
        Item never = TextCodec.Make(("Uid", "a"), ("Subject", "z"));
        Assert.Equal(PairState.SourceNewer, Compare(late, old));
        Assert.Equal(PairState.TargetNewer, Compare(old, late));
        Assert.Equal(PairState.Diverged, Compare(late, never));
        Assert.Equal(PairState.Identical, Compare(old, old with { Sequence = 9 }));
    }

    private static PairState Compare(Item source, Item target) => ConflictResolver.Compare(new ItemVersion(source), new ItemVersion(target));
}

using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>
/// The table of conflict resolution, cell by cell, as it is carried out: what is done, why, what the calendar holds then,
/// that a second run changes nothing, and that an undo takes it back.
/// </summary>
public abstract class ConflictTableContract : IAsyncLifetime
{
    // The item of the source. Those of the destination differ from it as the state says.
    private static readonly Item Source = Some.Appointment(1, "Source", sequence: 2);

    /// <summary>Option, state, action, reason, bodies that the calendar holds afterwards.</summary>
    public static TheoryData<ConflictResolutionOption, PairState, ItemAction, ActionReason, string> Cells
    {
        get
        {
            TheoryData<ConflictResolutionOption, PairState, ItemAction, ActionReason, string> cells = [];
            foreach (ConflictResolutionOption option in Enum.GetValues<ConflictResolutionOption>())
            {
                cells.Add(option, PairState.Missing, ItemAction.Create, ActionReason.Missing, "Source");
                bool always = option == ConflictResolutionOption.ForceCopy;
                cells.Add(
                    option, PairState.Identical, always ? ItemAction.Create : ItemAction.Skip, ActionReason.Identical, always ? "Source Source" : "Source");
            }

            Add(ConflictResolutionOption.KeepSourceItem, (ItemAction.Replace, ActionReason.TargetNewer, "Source"), (ItemAction.Replace, ActionReason.SourceNewer, "Source"), (ItemAction.Replace, ActionReason.Diverged, "Source"));
            Add(ConflictResolutionOption.KeepLatestItem, (ItemAction.Skip, ActionReason.TargetNewer, "Target"), (ItemAction.Replace, ActionReason.SourceNewer, "Source"), (ItemAction.Skip, ActionReason.Conflict, "Target"));
            Add(ConflictResolutionOption.KeepTargetItem, (ItemAction.Skip, ActionReason.Conflict, "Target"), (ItemAction.Skip, ActionReason.Conflict, "Target"), (ItemAction.Skip, ActionReason.Conflict, "Target"));
            Add(ConflictResolutionOption.KeepAll, (ItemAction.Create, ActionReason.TargetNewer, "Target Source"), (ItemAction.Create, ActionReason.SourceNewer, "Target Source"), (ItemAction.Create, ActionReason.Diverged, "Target Source"));
            Add(ConflictResolutionOption.UpdateFromSource, (ItemAction.Update, ActionReason.TargetNewer, "Source"), (ItemAction.Update, ActionReason.SourceNewer, "Source"), (ItemAction.Update, ActionReason.Diverged, "Source"));
            Add(ConflictResolutionOption.ForceCopy, (ItemAction.Create, ActionReason.TargetNewer, "Target Source"), (ItemAction.Create, ActionReason.SourceNewer, "Target Source"), (ItemAction.Create, ActionReason.Diverged, "Target Source"));
            foreach (ConflictResolutionOption option in Enum.GetValues<ConflictResolutionOption>())
            {
                bool copies = option is ConflictResolutionOption.KeepAll or ConflictResolutionOption.ForceCopy;
                cells.Add(option, PairState.Ambiguous, copies ? ItemAction.Create : ItemAction.Skip, ActionReason.Ambiguous, copies ? "Target Twin Source" : "Target Twin");
            }

            return cells;

            void Add(
                ConflictResolutionOption option,
                (ItemAction Action, ActionReason Reason, string Bodies) targetNewer,
                (ItemAction Action, ActionReason Reason, string Bodies) sourceNewer,
                (ItemAction Action, ActionReason Reason, string Bodies) diverged)
            {
                cells.Add(option, PairState.TargetNewer, targetNewer.Action, targetNewer.Reason, targetNewer.Bodies);
                cells.Add(option, PairState.SourceNewer, sourceNewer.Action, sourceNewer.Reason, sourceNewer.Bodies);
                cells.Add(option, PairState.Diverged, diverged.Action, diverged.Reason, diverged.Bodies);
            }
        }
    }

    /// <summary>The engine over the store.</summary>
    protected Engine Engine { get; private set; } = null!;

    public async Task InitializeAsync() => Engine = new Engine(await CreateAsync());

    public virtual async Task DisposeAsync() => await Engine.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_cell_does_what_the_table_says_once_and_can_be_taken_back(
        ConflictResolutionOption option, PairState state, ItemAction action, ActionReason reason, string bodies)
    {
        await Engine.FillAsync(TargetsOf(state));
        (long, ContentHash)[] before = await Engine.ReadAsync();

        (RestoreRequest request, RestoreResult[] results) = await Engine.RestoreAsync(option, Source);

        Assert.Equal((action, reason), (results[0].Action, results[0].Reason));
        Assert.Equal(bodies, await BodiesAsync());
        bool isUndecided = reason is ActionReason.Conflict || (reason, action) is (ActionReason.Ambiguous, ItemAction.Skip);
        Assert.Equal(isUndecided ? 1 : 0, request.Counts.Conflicts);
        if (option != ConflictResolutionOption.ForceCopy)
        {
            (long, ContentHash)[] once = await Engine.ReadAsync();
            await Engine.RestoreAsync(option, Source);
            Assert.Equal(once, await Engine.ReadAsync());
        }

        await Engine.UndoAsync(request);
        Assert.Equal(before, await Engine.ReadAsync());
    }

    /// <summary>Makes an empty store.</summary>
    protected abstract ValueTask<IStore> CreateAsync();

    private static Item[] TargetsOf(PairState state) => state switch
    {
        PairState.Missing => [],
        PairState.Identical => [Source],
        PairState.TargetNewer => [Some.Appointment(1, "Target", sequence: 3)],
        PairState.SourceNewer => [Some.Appointment(1, "Target", sequence: 1)],
        PairState.Diverged => [Some.Appointment(1, "Target", sequence: 2)],
        _ => [Some.Appointment(1, "Target", sequence: 3), Some.Appointment(1, "Twin", sequence: 1)],
    };

    private async Task<string> BodiesAsync()
    {
        Item[] bare = await Engine.ReadItemsAsync();
        IReadOnlyList<Item> items = await Engine.Workspace.ReadAsync(transaction => transaction.Contents.LoadAsync(bare, CancellationToken.None), CancellationToken.None);
        return string.Join(' ', items.Select(item => Engine.Workspace.Codec.Decode(item).Body));
    }
}

using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Requests;
using Restoration.Policies;
using Restoration.Sources;

namespace Restoration.Tests.Planning;

public sealed class RestorePlannerTests
{
    [Fact]
    public async Task Missing_items_are_created_and_those_there_are_skipped()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1));
        PlannedAction[] plan = await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1), Some.Appointment(2)));
        Assert.Equal([(ItemAction.Skip, ActionReason.Identical, (MatchRung?)MatchRung.Uid), (ItemAction.Create, ActionReason.Missing, null)], Verdicts(plan));
    }

    [Fact]
    [Trait("Seed", "P2")]
    public async Task P2_same_uid_but_another_end_is_a_conflict_and_no_skip()
    {
        await using Engine engine = new();
        await engine.FillAsync(TextCodec.Make(("Uid", "a"), ("Subject", "Lunch"), ("Start", "2026-11-03T12:00:00Z"), ("End", "2026-11-03T13:00:00Z")));
        Item longer = TextCodec.Make(("Uid", "a"), ("Subject", "Lunch"), ("Start", "2026-11-03T12:00:00Z"), ("End", "2026-11-03T14:00:00Z"));
        PlannedAction action = Assert.Single(await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, longer)));
        Assert.Equal((ItemAction.Skip, ActionReason.Conflict, "Differs in End."), (action.Action, action.Reason, action.Detail));
    }

    [Fact]
    public async Task An_item_that_lost_its_uid_is_recognised_by_its_natural_key()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1));
        PlannedAction action = Assert.Single(await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1, uid: "other"))));
        Assert.Equal((ItemAction.Skip, ActionReason.Identical, MatchRung.NaturalKey), (action.Action, action.Reason, action.MatchedBy));
    }

    [Fact]
    public async Task Several_that_fit_are_ambiguous_and_none_is_picked()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1, "One"), Some.Appointment(1, "Two"));
        foreach (ConflictResolutionOption option in new[] { ConflictResolutionOption.KeepSourceItem, ConflictResolutionOption.UpdateFromSource, ConflictResolutionOption.KeepLatestItem })
        {
            PlannedAction action = Assert.Single(await engine.PlanAsync(Engine.Draft(option, Some.Appointment(1))));
            Assert.Equal((ItemAction.Skip, ActionReason.Ambiguous, null), (action.Action, action.Reason, action.Target));
        }
    }

    [Fact]
    [Trait("Seed", "P3")]
    public async Task P3_twins_in_the_source_are_planned_as_skips()
    {
        await using Engine engine = new();
        PlannedAction[] plan = await engine.PlanAsync(
            Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1), Some.Appointment(1), Some.Appointment(1, "Changed")));
        Assert.Equal([ActionReason.Missing, ActionReason.DuplicateInSource, ActionReason.Conflict], plan.Select(action => action.Reason));
    }

    [Theory]
    [InlineData(ConflictResolutionOption.KeepSourceItem, "Create Skip")]
    [InlineData(ConflictResolutionOption.KeepLatestItem, "Create Replace")]
    [InlineData(ConflictResolutionOption.KeepAll, "Create Create")]
    [InlineData(ConflictResolutionOption.ForceCopy, "Create Create")]
    public async Task A_newer_twin_is_handled_as_the_option_says(ConflictResolutionOption option, string actions)
    {
        await using Engine engine = new();
        PlannedAction[] plan = await engine.PlanAsync(Engine.Draft(option, Some.Appointment(1), Some.Appointment(1, "Changed", sequence: 1)));
        Assert.Equal(actions, string.Join(' ', plan.Select(action => action.Action)));
    }

    [Fact]
    public async Task Two_appointments_of_the_source_that_look_alike_are_two()
    {
        await using Engine engine = new();
        Item[] twins = [Some.Appointment(1, uid: "a"), Some.Appointment(1, uid: "b")];
        await engine.FillAsync(twins);
        Guid backup = await BackupAsync(engine);
        await using Engine other = new(engine.Workspace.Store);
        await RemoveAsync(engine, "a");

        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepTargetItem, twins) with { Options = new() { Backups = [backup] } };
        Assert.Equal([ItemAction.Create, ItemAction.Skip], (await engine.PlanAsync(draft)).Select(action => action.Action));
    }

    [Fact]
    public async Task An_update_takes_only_the_parts_that_were_changed()
    {
        await using Engine engine = new();
        await engine.FillAsync(TextCodec.Make(("Uid", "a"), ("Subject", "New"), ("Body", "New"), ("Place", "Here")));
        Item old = TextCodec.Make(("Uid", "a"), ("Subject", "Old"), ("Body", "Old"));
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.UpdateFromSource, old);
        draft = draft with { Entries = [draft.Entries[0] with { Parts = ["Body"] }] };
        PlannedAction action = Assert.Single(await engine.PlanAsync(draft));
        Assert.Equal(ItemAction.Update, action.Action);
        Assert.Equal(
            TextCodec.Make(("Uid", "a"), ("Subject", "New"), ("Body", "Old"), ("Place", "Here")).ComparisonHash, action.Item!.ComparisonHash);
    }

    [Fact]
    public async Task An_update_that_would_change_nothing_is_a_skip()
    {
        await using Engine engine = new();
        await engine.FillAsync(TextCodec.Make(("Uid", "a"), ("Subject", "Same"), ("Place", "Here")));
        PlannedAction action = Assert.Single(
            await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.UpdateFromSource, TextCodec.Make(("Uid", "a"), ("Subject", "Same")))));
        Assert.Equal((ItemAction.Skip, ActionReason.Identical), (action.Action, action.Reason));
    }

    [Fact]
    public async Task A_copy_lies_under_a_uid_that_a_second_run_finds_again()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1, "There"));
        PlannedAction first = Assert.Single(await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(1))));
        Assert.Equal(ItemAction.Create, first.Action);
        Assert.NotEqual("uid-1", first.Item!.Key.Uid);

        await engine.RestoreAsync(ConflictResolutionOption.KeepAll, Some.Appointment(1));
        PlannedAction second = Assert.Single(await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(1))));
        Assert.Equal((ItemAction.Skip, MatchRung.Stamp), (second.Action, second.MatchedBy));
    }

    [Fact]
    public async Task The_copies_of_a_series_and_its_override_stay_together()
    {
        Item series = TextCodec.Make(("Uid", "s"), ("Subject", "Weekly"), ("Rule", "FREQ=WEEKLY"));
        Item moved = TextCodec.Make(("Uid", "s"), ("RecurrenceId", "20261103T090000Z"), ("Subject", "Weekly, moved"));
        await using Engine engine = new();
        await engine.FillAsync(series, moved);
        PlannedAction[] plan = await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.ForceCopy, series, moved));
        Assert.Single(plan.Select(action => action.Item!.Key.Uid).Distinct());
        Assert.NotEqual("s", plan[0].Item!.Key.Uid);
    }

    [Fact]
    public async Task A_reviewed_plan_does_what_was_reviewed_or_nothing()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1, "Changed since"));
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1), Some.Appointment(2));
        draft = draft with
        {
            Entries =
            [
                draft.Entries[0] with { Expected = new ExpectedAction(ItemAction.Replace, Some.Appointment(1, "As reviewed").ComparisonHash) },
                draft.Entries[1] with { Expected = new ExpectedAction(ItemAction.Create, null) },
            ],
        };
        PlannedAction[] plan = await engine.PlanAsync(draft);
        Assert.Equal([(ItemAction.Skip, ActionReason.Conflict), (ItemAction.Create, ActionReason.Missing)], plan.Select(action => (action.Action, action.Reason)));
    }

    private static IEnumerable<(ItemAction, ActionReason, MatchRung?)> Verdicts(PlannedAction[] plan)
        => plan.Select(action => (action.Action, action.Reason, action.MatchedBy));

    private static async Task<Guid> BackupAsync(Engine engine)
        => (await new Restoration.Backups.BackupService(engine.Workspace).CreateAsync(
            (await new Restoration.Mailboxes.CalendarService(engine.Workspace).ListAsync(null, null, CancellationToken.None))[0], CancellationToken.None)).BackupId;

    private static async Task RemoveAsync(Engine engine, string uid)
    {
        Restoration.Mailboxes.Folder folder = (await new Restoration.Mailboxes.CalendarService(engine.Workspace).ListAsync(null, null, CancellationToken.None))[0];
        await engine.RunAsync(await engine.Calendars.DraftRemovalAsync(folder, new ItemFilter { Uids = [uid] }, CancellationToken.None));
    }
}

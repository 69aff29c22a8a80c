using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Policies;

public sealed class SimilarityTests
{
    [Theory]
    [InlineData("RE: Team  meeting!", "team meeting")]
    [InlineData("[BACKUP] Fwd: Budget", "budget")]
    [InlineData("Ｂudget 2027", "budget 2027")]
    [InlineData("Read: me", "read me")]
    public void Subjects_lose_what_does_not_count(string subject, string normal) => Assert.Equal(normal, SubjectText.Normalize(subject));

    // What is there: "Team meeting", 3 November 2026, 9 to 10 o'clock.
    [Theory]
    [InlineData("TEAM MEETING", "09:00", "10:00", "strict normal loose")]
    [InlineData("Re: Team meeting", "09:00", "10:00", "strict normal loose")]
    [InlineData("Team meeting", "09:10", "10:10", "normal loose")]
    [InlineData("Team meetings", "09:00", "10:00", "normal loose")]
    [InlineData("Team meeting", "09:45", "10:45", "loose")]
    [InlineData("Team meeting room", "09:30", "10:30", "loose")]
    [InlineData("Team meeting", "10:01", "11:01", "")] // further away than any tolerance
    [InlineData("Team meeting", "09:00", "10:30", "")] // another length
    [InlineData("Budget", "09:00", "10:00", "")]
    public async Task Each_level_finds_what_is_alike_enough(string subject, string start, string end, string levels)
    {
        foreach (DuplicateDetection level in new[] { DuplicateDetection.Exact, DuplicateDetection.Strict, DuplicateDetection.Normal, DuplicateDetection.Loose, DuplicateDetection.None })
        {
            await using Engine engine = new();
            await engine.FillAsync(Make("there", "Team meeting", "09:00", "10:00"));
            PlannedAction action = Assert.Single(await engine.PlanAsync(Draft(level, Make("new", subject, start, end))));
            bool isFound = levels.Split(' ').Contains(level.ToString(), StringComparer.OrdinalIgnoreCase);
            Assert.Equal(isFound ? (ItemAction.Skip, ActionReason.Duplicate) : (ItemAction.Create, ActionReason.Missing), (action.Action, action.Reason));
            Assert.Equal(isFound, action.Detail?.Contains("threshold", StringComparison.Ordinal) ?? false);
        }
    }

    [Fact]
    public async Task P3_and_P13_twins_by_likeness_inside_the_source_are_planned_as_they_are_run_and_nothing_comes_twice()
    {
        await using Engine engine = new();
        RequestDraft draft = Draft(DuplicateDetection.Normal, Make("a", "Team meeting", "09:00", "10:00"), Make("b", "team  meeting", "09:05", "10:05"));
        Assert.Equal([ActionReason.Missing, ActionReason.DuplicateInSource], (await engine.PlanAsync(draft)).Select(action => action.Reason));
        Assert.Equal([ActionReason.Missing, ActionReason.DuplicateInSource], (await engine.RunAsync(draft)).Results.Select(result => result.Reason));
        Assert.Equal(2, (await engine.RunAsync(draft with { Name = "Again" })).Request.Counts.Skipped);
    }

    [Fact]
    public async Task None_creates_again_and_undo_takes_that_back()
    {
        await using Engine engine = new();
        await engine.FillAsync(Make("a", "Team meeting", "09:00", "10:00"));
        (long, ContentHash)[] before = await engine.ReadAsync();
        RestoreRequest request = (await engine.RunAsync(Draft(DuplicateDetection.None, Make("a", "Team meeting", "09:00", "10:00")))).Request;
        Assert.Equal(1, request.Counts.Created);
        await engine.UndoAsync(request);
        Assert.Equal(before, await engine.ReadAsync());
    }

    [Theory]
    [InlineData(ItemStates.Missing, ActionReason.Excluded, ActionReason.Missing)]
    [InlineData(ItemStates.Changed, ActionReason.SourceNewer, ActionReason.Excluded)]
    [InlineData(ItemStates.Any, ActionReason.SourceNewer, ActionReason.Missing)]
    public async Task Only_missing_and_only_changed_leave_the_others_out(ItemStates only, ActionReason changed, ActionReason missing)
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1));
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepLatestItem, Some.Appointment(1, "Changed", sequence: 2), Some.Appointment(2));
        draft = draft with { Options = draft.Options with { Only = only } };
        Assert.Equal([changed, missing], (await engine.PlanAsync(draft)).Select(action => action.Reason));
    }

    [Theory]
    [InlineData(ItemOrder.Source, new[] { "Appointment 3", "Appointment 1" })]
    [InlineData(ItemOrder.StartAscending, new[] { "Appointment 1", "Appointment 2" })]
    [InlineData(ItemOrder.StartDescending, new[] { "Appointment 3", "Appointment 4" })]
    public async Task A_limit_takes_the_first_by_the_order(ItemOrder order, string[] subjects)
    {
        await using Engine engine = new();
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(3), Some.Appointment(1), Some.Appointment(4), Some.Appointment(2));
        draft = draft with { Options = draft.Options with { Limit = 2, Order = order } };
        Assert.Equal(subjects, (await engine.PlanAsync(draft)).Select(action => action.Item!.Subject));
    }

    private static RequestDraft Draft(DuplicateDetection level, params Item[] items)
    {
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepTargetItem, items);
        return draft with { Options = draft.Options with { Duplicates = level } };
    }

    private static Item Make(string uid, string subject, string start, string end)
        => TextCodec.Make(("Uid", uid), ("Subject", subject), ("Start", $"2026-11-03T{start}:00Z"), ("End", $"2026-11-03T{end}:00Z"));
}

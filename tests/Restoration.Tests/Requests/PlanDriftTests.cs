using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Requests;

/// <summary>A plan is reviewed, the calendar changes, the plan is executed: nothing that was not reviewed happens.</summary>
public sealed class PlanDriftTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine = new();

    /// <summary>What the plan says of appointment 1, what happens to it then, and whether the plan still holds.</summary>
    public static TheoryData<ConflictResolutionOption, string, string, bool> Changes => new()
    {
        { ConflictResolutionOption.KeepSourceItem, "Replace", "nothing", true },
        { ConflictResolutionOption.KeepSourceItem, "Replace", "another appointment", true },
        { ConflictResolutionOption.KeepSourceItem, "Replace", "edit", false },
        { ConflictResolutionOption.KeepSourceItem, "Replace", "removal", false },
        { ConflictResolutionOption.KeepSourceItem, "Replace", "twin", false },
        { ConflictResolutionOption.KeepSourceItem, "Replace", "new id", true },
        { ConflictResolutionOption.UpdateFromSource, "Update", "edit", false },
        { ConflictResolutionOption.UpdateFromSource, "Update", "removal", false },
        { ConflictResolutionOption.UpdateFromSource, "Update", "twin", false },
        { ConflictResolutionOption.KeepAll, "Create", "edit", false },
        { ConflictResolutionOption.KeepAll, "Create", "removal", false },
        { ConflictResolutionOption.ForceCopy, "Create", "removal", false },
        { ConflictResolutionOption.KeepLatestItem, "Replace", "later edit", false },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_of_what_the_plan_acts_on_is_a_conflict_and_any_other_is_none(
        ConflictResolutionOption option, string planned, string change, bool holds)
    {
        await _engine.FillAsync(Some.Appointment(1, "As reviewed"));
        await SaveAsync(Engine.Draft(option, Some.Appointment(1, "From the source", sequence: 1)));
        await ChangeAsync(change);
        (long, ContentHash)[] before = await _engine.ReadAsync();

        (RestoreRequest request, RestoreResult[] results) = await _engine.RunAsync(await ReadAsync());

        RestoreResult result = Assert.Single(results);
        if (holds)
        {
            Assert.Equal(planned, result.Action.ToString());
            return;
        }

        Assert.Equal((ItemAction.Skip, ActionReason.Conflict), (result.Action, result.Reason));
        Assert.Contains($"The plan says {planned}", result.Detail, StringComparison.Ordinal);
        Assert.Equal((1L, RequestStatus.CompletedWithWarning), (request.Counts.Conflicts, request.Status));
        Assert.Equal(before, await _engine.ReadAsync());
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("twin")]
    public async Task What_the_plan_would_create_and_is_there_by_now_is_a_conflict(string change)
    {
        await _engine.FillAsync(Some.Appointment(9));
        await SaveAsync(Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "From the source")));
        await ChangeAsync(change);
        (long, ContentHash)[] before = await _engine.ReadAsync();
        (_, RestoreResult[] results) = await _engine.RunAsync(await ReadAsync());
        Assert.NotEqual(ItemAction.Create, Assert.Single(results).Action);
        Assert.Equal(before, await _engine.ReadAsync());
    }

    [Fact]
    public async Task What_has_become_what_the_plan_wanted_is_left_as_it_is()
    {
        await _engine.FillAsync(Some.Appointment(1, "As reviewed"));
        await SaveAsync(Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "From the source")));
        await _engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "From the source"));
        (RestoreRequest request, RestoreResult[] results) = await _engine.RunAsync(await ReadAsync());
        Assert.Equal((ItemAction.Skip, ActionReason.Identical), (results[0].Action, results[0].Reason));
        Assert.Equal(0, request.Counts.Conflicts);
    }

    [Fact]
    public async Task One_conflict_stops_nothing_else_of_the_plan()
    {
        await _engine.FillAsync(Some.Appointment(1, "As reviewed"), Some.Appointment(2, "As reviewed"));
        await SaveAsync(Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointments(3)));
        await ChangeAsync("edit");
        (RestoreRequest request, RestoreResult[] results) = await _engine.RunAsync(await ReadAsync());
        Assert.Equal([ItemAction.Skip, ItemAction.Replace, ItemAction.Create], results.Select(result => result.Action));
        Assert.Equal(1, request.Counts.Conflicts);
    }

    private Task ChangeAsync(string change) => change switch
    {
        "another appointment" => _engine.FillAsync(Some.Appointment(2)),
        "edit" => _engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "Edited since")),
        "later edit" => _engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "Edited since", sequence: 5)),
        "removal" => RemoveAsync(),
        "twin" => _engine.FillAsync(Some.Appointment(1, "Twin"), Some.Appointment(1, "Other twin")),
        "new id" => ReaddAsync(),
        _ => Task.CompletedTask,
    };

    private async Task RemoveAsync() => await _engine.RunAsync(await _engine.DraftRemovalAsync(new ItemFilter { Uids = ["uid-1"] }));

    private async Task ReaddAsync()
    {
        await RemoveAsync();
        await _engine.FillAsync(Some.Appointment(1, "As reviewed"));
    }

    private string Plan => _folder.File("plan.jsonl");

    private async Task SaveAsync(RequestDraft draft)
        => await new PlanFile(_engine.Workspace).WriteAsync(Plan, false, draft, await _engine.PlanAsync(draft), None);

    private async Task<RequestDraft> ReadAsync() => await new PlanFile(_engine.Workspace).ReadAsync(Plan, None);
}

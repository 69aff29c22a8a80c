using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Requests;

public sealed class PlanFileTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine = new();

    private string Plan => _folder.File("plan.jsonl");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ConflictResolutionOption.KeepSourceItem, "Replace Create Skip")]
    [InlineData(ConflictResolutionOption.UpdateFromSource, "Update Create Skip")]
    [InlineData(ConflictResolutionOption.KeepAll, "Create Create Skip")]
    [InlineData(ConflictResolutionOption.KeepTargetItem, "Skip Create Skip")]
    public async Task A_plan_that_is_executed_later_does_what_it_says(ConflictResolutionOption option, string actions)
    {
        await _engine.FillAsync(Some.Appointment(1, "Changed"), Some.Appointment(3));
        await SaveAsync(Engine.Draft(option, Some.Appointments(3)));
        (RestoreRequest request, RestoreResult[] results) = await _engine.RunAsync(await ReadAsync());
        Assert.Equal(actions, string.Join(' ', results.Select(result => result.Action)));
        Assert.Equal(option, request.ConflictResolutionOption);
    }

    [Fact]
    public async Task Executed_twice_it_does_nothing_more()
    {
        await _engine.FillAsync(Some.Appointment(1, "Changed"));
        await SaveAsync(Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointments(3)));
        await _engine.RunAsync(await ReadAsync());
        (long, ContentHash)[] once = await _engine.ReadAsync();
        (RestoreRequest again, _) = await _engine.RunAsync(await ReadAsync());
        Assert.Equal(3, again.Counts.Skipped);
        Assert.Equal(once, await _engine.ReadAsync());
    }

    [Fact]
    public async Task A_destination_that_has_changed_since_is_a_conflict()
    {
        await _engine.FillAsync(Some.Appointment(1, "As reviewed"));
        await SaveAsync(Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointments(2)));
        await _engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "Edited since"), Some.Appointment(2, "Made since"));

        (RestoreRequest request, RestoreResult[] results) = await _engine.RunAsync(await ReadAsync());
        Assert.All(results, result => Assert.Equal((ItemAction.Skip, ActionReason.Conflict), (result.Action, result.Reason)));
        Assert.Equal(2, request.Counts.Conflicts);
    }

    [Theory]
    [InlineData("Create", "Replace")]
    [InlineData("As planned.", "As it suits me.")]
    public async Task A_plan_that_was_changed_is_refused(string what, string by)
    {
        await SaveAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1)));
        await File.WriteAllTextAsync(Plan, (await File.ReadAllTextAsync(Plan)).Replace(what, by, StringComparison.Ordinal));
        Assert.Equal(FailureCode.InvalidData, (await Assert.ThrowsAsync<RestorationException>(ReadAsync)).Code);
    }

    [Theory]
    [InlineData("not json\n")]
    [InlineData("{}\n")]
    [InlineData("[1,2]\n")]
    public async Task A_file_that_is_no_plan_is_refused(string text)
    {
        await File.WriteAllTextAsync(Plan, text);
        Assert.Equal(FailureCode.InvalidData, (await Assert.ThrowsAsync<RestorationException>(ReadAsync)).Code);
    }

    [Fact]
    public async Task A_plan_that_was_cut_off_is_refused()
    {
        await SaveAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointments(3)));
        string[] lines = await File.ReadAllLinesAsync(Plan);
        await File.WriteAllLinesAsync(Plan, lines[..^2]);
        Assert.Equal(FailureCode.InvalidData, (await Assert.ThrowsAsync<RestorationException>(ReadAsync)).Code);
    }

    private async Task SaveAsync(RequestDraft draft)
        => await new PlanFile(_engine.Workspace).WriteAsync(Plan, false, draft, await _engine.PlanAsync(draft), None);

    private async Task<RequestDraft> ReadAsync() => await new PlanFile(_engine.Workspace).ReadAsync(Plan, None);
}

using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Mailboxes;

public sealed class RemovalTests : IAsyncLifetime
{
    private readonly Engine _engine = new(batchSize: 2);

    // A changed occurrence comes before its series too: the order of a calendar is nobody's promise.
    public Task InitializeAsync() => _engine.FillAsync(
        Some.Override(1, 2), Some.Series(1), Some.Appointment(3), Some.Override(1, 4), Some.Series(2), Some.Override(2, 1));

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Theory]
    [InlineData("Series 1", "Appointment 3", "Series 2", "Moved")]
    [InlineData("Series *", "Appointment 3")]
    [InlineData("Moved", "Series 1", "Appointment 3", "Series 2")]
    [InlineData("Appointment 3", "Moved", "Series 1", "Moved", "Series 2", "Moved")]
    public async Task A_series_takes_its_changed_occurrences_with_it_and_undo_brings_all_back(string subject, params string[] left)
    {
        (long, ContentHash)[] before = await _engine.ReadAsync();
        (RestoreRequest removal, _) = await _engine.RunAsync(await _engine.DraftRemovalAsync(new ItemFilter { Subjects = [subject] }));
        Assert.Equal(left, (await _engine.ReadItemsAsync()).Select(item => item.Subject));
        Assert.Equal(6 - left.Length, removal.Counts.Deleted);

        await _engine.UndoAsync(removal);
        Assert.Equal(before, await _engine.ReadAsync());
    }

    [Fact]
    public async Task The_plan_of_a_removal_names_the_changed_occurrences_too()
    {
        RequestDraft draft = await _engine.DraftRemovalAsync(new ItemFilter { Subjects = ["Series 1"] });
        Assert.Equal(["Moved", "Series 1", "Moved"], (await _engine.PlanAsync(draft)).Select(action => action.Target!.Item.Subject));
    }

    [Fact]
    public async Task A_removal_that_was_stopped_after_its_series_still_takes_the_changed_occurrences()
    {
        RestoreRequest request = await _engine.Requests.AddAsync(
            await _engine.DraftRemovalAsync(new ItemFilter { Subjects = ["Series 1"] }), CancellationToken.None);
        await _engine.Requests.RunAsync(request, null, null, CancellationToken.None).Take(1).ToArrayAsync();
        request = await _engine.Requests.GetAsync(request.RequestId.ToString(), CancellationToken.None);
        Assert.Equal(RequestStatus.Suspended, request.Status);

        await _engine.Requests.RunAsync(request, null, null, CancellationToken.None).ToArrayAsync();
        Assert.Equal(["Appointment 3", "Series 2", "Moved"], (await _engine.ReadItemsAsync()).Select(item => item.Subject));
    }

    [Fact]
    public async Task Twins_that_were_removed_all_come_back()
    {
        await _engine.FillAsync(Some.Appointment(8), Some.Appointment(9), Some.Appointment(8, "Twin"), Some.Appointment(8));
        (long, ContentHash)[] before = await _engine.ReadAsync();
        (RestoreRequest removal, _) = await _engine.RunAsync(await _engine.DraftRemovalAsync(new ItemFilter { Subjects = ["Appointment 8"] }));
        (RestoreRequest undo, _) = await _engine.UndoAsync(removal);
        Assert.Equal(before, await _engine.ReadAsync());
        Assert.Equal(RequestStatus.Completed, undo.Status);
    }
}

using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>What the engine does over every store: effect, journal, audit trail and progress commit together.</summary>
public abstract class EngineContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected Engine Engine { get; private set; } = null!;

    protected abstract ValueTask<IStore> CreateAsync();

    public async Task InitializeAsync() => Engine = new Engine(await CreateAsync());

    public virtual async Task DisposeAsync() => await Engine.DisposeAsync();

    [Fact]
    public async Task Restores_once_however_often_it_is_run_and_undoes_it_all()
    {
        await Engine.FillAsync(Some.Appointment(1, "Changed"), Some.Appointment(1200));
        (long, ContentHash)[] before = await Engine.ReadAsync();
        (RestoreRequest first, _) = await Engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointments(1100));
        (long, ContentHash)[] once = await Engine.ReadAsync();
        (RestoreRequest second, _) = await Engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointments(1100));

        Assert.Equal(new RestoreCounts(1100, 1099, 1, 0, 0, 0, 0, 0), first.Counts);
        Assert.Equal(new RestoreCounts(1100, 0, 0, 0, 0, 1100, 0, 0), second.Counts);
        Assert.Equal(once, await Engine.ReadAsync());

        await Engine.UndoAsync(first);
        Assert.Equal(before, await Engine.ReadAsync());
    }

    [Theory]
    [InlineData(ConflictResolutionOption.KeepSourceItem)]
    [InlineData(ConflictResolutionOption.KeepLatestItem)]
    [InlineData(ConflictResolutionOption.KeepTargetItem)]
    [InlineData(ConflictResolutionOption.KeepAll)]
    [InlineData(ConflictResolutionOption.UpdateFromSource)]
    [InlineData(ConflictResolutionOption.ForceCopy)]
    public async Task Undo_after_restore_is_identity_for_every_option(ConflictResolutionOption option)
    {
        await Engine.FillAsync(Some.Appointment(1), Some.Appointment(2, "Changed"), Some.Appointment(3, "Changed", sequence: 9), Some.Appointment(4, uid: "twin"));
        (long, ContentHash)[] before = await Engine.ReadAsync();
        (RestoreRequest restore, _) = await Engine.RestoreAsync(option, [.. Some.Appointments(5), Some.Appointment(5, "Twin", sequence: 1)]);
        await Engine.UndoAsync(restore);
        Assert.Equal(before, await Engine.ReadAsync());
    }

    [Fact]
    public async Task Stopped_and_resumed_it_ends_as_a_clean_run_does()
    {
        RestoreRequest request = await Engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointments(1600)), None);
        while (!RequestStates.IsEnded(request.Status))
        {
            await Engine.Requests.RunAsync(request, null, null, None).Take(1).ToArrayAsync();
            request = await Engine.Requests.GetAsync(request.RequestId.ToString(), None);
        }

        Assert.Equal((RequestStatus.Completed, 1600L), (request.Status, request.Counts.Created));
        Assert.Equal(Some.Appointments(1600).Select(item => item.ContentHash), (await Engine.ReadAsync()).Select(item => item.Content));
        Assert.Equal(1600, await Engine.Requests.ReadJournalAsync(request.RequestId, None).CountAsync());
    }

    [Fact]
    public async Task Two_runs_at_once_give_what_one_gives()
    {
        await Engine.FillAsync();
        RestoreRequest[] requests =
        [
            await Engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointments(1500)), None),
            await Engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointments(1500)), None),
        ];
        await Task.WhenAll(requests.Select(request => Task.Run(async () => await Engine.Requests.RunAsync(request, null, null, None).CountAsync())));

        Assert.Equal(
            Some.Appointments(1500).Select(item => item.ContentHash).Order(), (await Engine.ReadAsync()).Select(item => item.Content).Order());
        RestoreRequest[] ended = await Task.WhenAll(requests.Select(async request => await Engine.Requests.GetAsync(request.RequestId.ToString(), None)));
        Assert.Equal(1500, ended.Sum(request => request.Counts.Created));
        Assert.Equal(1500, ended.Sum(request => request.Counts.Skipped));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_batch_whose_commit_was_not_answered_is_neither_done_again_nor_forgotten(int lostCommit)
    {
        await Engine.FillAsync();
        RestoreRequest request = await Engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.ForceCopy, Some.Appointments(300)), None);
        Engine lossy = new(new LossyStore(Engine.Workspace.Store, lostCommit), batchSize: 100);
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await lossy.Requests.RunAsync(request, null, null, None).CountAsync());
        Assert.Equal(FailureCode.StoreUnavailable, failure.Code);

        RestoreRequest failed = await Engine.Requests.GetAsync(request.RequestId.ToString(), None);
        Assert.Equal((RequestStatus.Failed, 100 * (lostCommit - 1)), (failed.Status, failed.Position));
        await Engine.Requests.RunAsync(failed, null, null, None).CountAsync();

        RestoreRequest ended = await Engine.Requests.GetAsync(request.RequestId.ToString(), None);
        Assert.Equal(new RestoreCounts(300, 300, 0, 0, 0, 0, 0, 0), ended.Counts);
        Assert.Equal(Some.Appointments(300).Select(item => item.ContentHash), (await Engine.ReadAsync()).Select(item => item.Content));
        await Engine.UndoAsync(ended);
        Assert.Empty(await Engine.ReadAsync());
    }
}

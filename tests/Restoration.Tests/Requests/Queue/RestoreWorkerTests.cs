using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;
using Restoration.Requests.Queue;
using Restoration.Stores;

namespace Restoration.Tests.Requests.Queue;

public sealed class RestoreWorkerTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Engine _engine = new(batchSize: 2);

    private MailboxStage Stage => new(_engine);

    public async Task InitializeAsync()
    {
        await Stage.MakeAsync();
        await Stage.FillAsync(MailboxStage.Source, "Inbox", null, Some.Appointments(7));
    }

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task Requests_are_run_by_priority_and_then_by_age()
    {
        foreach ((string name, RequestPriority priority) in new[] { ("a", RequestPriority.Normal), ("b", RequestPriority.High), ("c", RequestPriority.Normal), ("d", RequestPriority.Emergency) })
        {
            await AddAsync(name, RequestSettings.OfMailboxRestore with { Priority = priority });
        }

        Assert.Equal(["d", "b", "a", "c"], (await Stage.DrainAsync()).Select(request => request.Name));
        Assert.Empty(await Stage.DrainAsync());
    }

    [Fact]
    public async Task A_suspended_request_waits_until_it_is_resumed_and_tells_why()
    {
        RestoreRequest request = await AddAsync("a", RequestSettings.OfMailboxRestore with { Suspend = true, SuspendComment = "Not yet." });
        Assert.Equal(RequestStatus.Suspended, request.Status);
        Assert.Empty(await Stage.DrainAsync());
        Assert.Equal("Not yet.", (await _engine.Requests.GetStatisticsAsync(request, false, None)).Message);

        await Stage.Administration.ResumeAsync(request, None);
        Assert.Equal(RequestStatus.Completed, Assert.Single(await Stage.DrainAsync()).Status);
    }

    [Fact]
    public async Task A_suspension_takes_effect_at_the_next_item_and_a_resumed_request_goes_on_there()
    {
        RestoreRequest request = await AddAsync("a");
        RestoreRequest suspended = Assert.Single(await Stage.DrainAsync(new Interruption(async () => await Stage.Administration.SuspendAsync(request, "Wait.", None))));
        Assert.Equal((RequestStatus.Suspended, "Wait.", 2L), (suspended.Status, suspended.Message, suspended.Counts.Created));
        Assert.Equal(2, (await Stage.ReadAsync()).Length);

        await Stage.Administration.ResumeAsync(suspended, None);
        RestoreRequest ended = Assert.Single(await Stage.DrainAsync());
        Assert.Equal((RequestStatus.Completed, 7L), (ended.Status, ended.Counts.Created));
        Assert.Equal(7, (await Stage.ReadAsync()).Length);
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_its_request_and_its_leases_back()
    {
        using CancellationTokenSource stop = new();
        await AddAsync("a");
        RestoreWorker worker = new(_engine.Workspace);
        Assert.Empty(await worker.RunAsync(new WorkerOptions { Drain = true }, new Interruption(() => { stop.Cancel(); return Task.CompletedTask; }), null, stop.Token).ToArrayAsync());
        RestoreRequest left = Assert.Single(await _engine.Requests.ListAsync(None));
        Assert.Equal(RequestStatus.Queued, left.Status);
        Assert.InRange(left.Counts.Created, 1, 6);

        Assert.Equal(7, Assert.Single(await Stage.DrainAsync()).Counts.Created);
        Assert.Equal(7, (await Stage.ReadAsync()).Length);
    }

    [Fact]
    public async Task Nobody_runs_a_request_whose_lease_or_whose_target_somebody_else_has()
    {
        RestoreRequest request = await AddAsync("a");
        foreach (string name in new[] { $"request:{request.RequestId}", $"mailbox:{request.TargetMailboxGuid}" })
        {
            await using HeldLease held = (await HeldLease.TakeAsync(_engine.Workspace, name, None))!;
            using CancellationTokenSource stop = new();
            IAsyncEnumerator<RestoreRequest> run = new RestoreWorker(_engine.Workspace).RunAsync(new WorkerOptions { Drain = true }, null, null, stop.Token).GetAsyncEnumerator();
            Task<bool> waiting = run.MoveNextAsync().AsTask();
            await stop.CancelAsync();
            Assert.False(await waiting);
            Assert.Equal(RequestStatus.Queued, (await _engine.Requests.GetAsync("a", None)).Status);
        }
    }

    [Fact]
    public async Task A_run_whose_lease_was_taken_over_writes_nothing_more()
    {
        RestoreRequest request = await AddAsync("a");
        RestoreWorker worker = new(_engine.Workspace);
        RestoreRequest left = await worker.RunAsync(new WorkerOptions(), new Interruption(async () => await TakeOverAsync(request)), null, None).FirstAsync();
        Assert.Equal(RequestStatus.InProgress, left.Status);
        Assert.Equal(2, (await Stage.ReadAsync()).Length);
    }

    [Fact]
    public async Task A_request_that_is_removed_while_it_runs_stops_and_what_it_did_stays()
    {
        RestoreRequest request = await AddAsync("a");
        await Stage.DrainAsync(new Interruption(async () => await Stage.Administration.RemoveAsync(request, None)));
        Assert.Empty(await _engine.Requests.ListAsync(None));
        Assert.Equal(2, (await Stage.ReadAsync()).Length);
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_to_by_now_fails_the_request_before_it_starts()
    {
        await AddAsync("a");
        Mailbox target = await Stage.Mailboxes.GetAsync(MailboxStage.Target, None);
        await Stage.Mailboxes.SetAsync(target with { Kind = MailboxKind.SoftDeleted }, None);
        RestoreRequest failed = Assert.Single(await Stage.DrainAsync());
        Assert.Equal((RequestStatus.Failed, FailureCode.InvalidState), (failed.Status, failed.Failure));
        Assert.StartsWith(RestoreCheckCodes.TargetInactive, failed.Message, StringComparison.Ordinal);

        await Stage.Mailboxes.SetAsync(target, None);
        await Stage.Administration.ResumeAsync(failed, None);
        Assert.Equal(RequestStatus.Completed, Assert.Single(await Stage.DrainAsync()).Status);
    }

    [Theory]
    [InlineData("0", null, 0, true)]
    [InlineData("30", null, 29, false)]
    [InlineData("30", null, 30, true)]
    [InlineData("30", "Unlimited", 300, false)]
    [InlineData("Unlimited", "1", 1, true)]
    public async Task Ended_requests_are_forgotten_when_their_time_has_come(string age, string? expiry, int days, bool isForgotten)
    {
        await AddAsync("a", RequestSettings.OfMailboxRestore with
        {
            CompletedRequestAgeLimit = AgeLimit.Parse(age),
            RequestExpiryInterval = expiry is null ? null : AgeLimit.Parse(expiry),
        });
        await Stage.DrainAsync();
        ((FakeClock)_engine.Workspace.Clock).Advance(TimeSpan.FromDays(days));
        await Stage.DrainAsync();
        Assert.Equal(isForgotten, (await _engine.Requests.ListAsync(None)).Count == 0);
        Assert.Equal(7, (await Stage.ReadAsync()).Length);
    }

    private async Task<RestoreRequest> AddAsync(string name, RequestSettings? settings = null)
        => await Stage.Restores.AddAsync(MailboxStage.Settings with { Name = name, TargetRootFolder = name, Request = settings ?? RequestSettings.OfMailboxRestore }, None);

    private async Task TakeOverAsync(RestoreRequest request) => await _engine.Workspace.WriteAsync(
        async transaction =>
        {
            DateTimeOffset later = _engine.Workspace.Clock.GetUtcNow().AddDays(1);
            return await transaction.Leases.TakeAsync($"request:{request.RequestId}", "another", later, later.AddDays(1), None);
        },
        None);

    /// <summary>Does something once, after the first batch, before the run goes on.</summary>
    private sealed class Interruption(Func<Task> act) : IProgress<RestoreProgress>
    {
        private bool _isDone;

        public void Report(RestoreProgress value)
        {
            if (!_isDone)
            {
                _isDone = true;
                act().GetAwaiter().GetResult();
            }
        }
    }
}

using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Requests;
using Restoration.Requests.Queue;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>What several workers do over one store of any kind: each request once, whatever is done to it and to the clocks meanwhile.</summary>
public abstract class WorkerContract : IAsyncLifetime
{
    private const int Targets = 4;
    private const int Items = 12;

    private static readonly CancellationToken None = CancellationToken.None;

    protected WorkerStage Stage { get; private set; } = null!;

    protected virtual int Workers => 4;

    public virtual async Task InitializeAsync()
    {
        Stage = new WorkerStage(OpenAsync);
        await Stage.MakeAsync(Targets, Items);
    }

    public virtual async Task DisposeAsync() => await Stage.DisposeAsync();

    [Fact]
    public async Task Each_request_is_run_once_whichever_worker_gets_it()
    {
        RestoreRequest[] requests = await Stage.QueueAsync(Targets, 4);
        RestoreRequest[] ended = await WorkerStage.DrainAsync(await HireAsync());
        Assert.Equal(requests.Select(request => request.Name).Order(StringComparer.Ordinal), ended.Select(request => request.Name).Order(StringComparer.Ordinal));
        await Stage.ExpectAllAsync(requests, Items);
    }

    [Fact]
    public async Task A_storm_of_suspensions_and_resumptions_loses_nothing_and_doubles_nothing()
    {
        RestoreRequest[] requests = await Stage.QueueAsync(Targets, 2);
        Random random = new(7);
        Storm storm = new(async () =>
        {
            RestoreRequest request = requests[random.Next(requests.Length)];
            await (random.Next(2) == 0
                ? Stage.Mailboxes.Administration.SuspendAsync(request, "Wait.", None)
                : Stage.Mailboxes.Administration.ResumeAsync(request, None));
        });
        await WorkerStage.DrainAsync(await HireAsync(), storm);

        // What the storm has left suspended is resumed, and run in peace.
        foreach (RestoreRequest request in await Stage.Engine.Requests.ListAsync(None))
        {
            if (request.Status == RequestStatus.Suspended)
            {
                await Stage.Mailboxes.Administration.ResumeAsync(request, None);
            }
        }

        await WorkerStage.DrainAsync(await HireAsync());
        Assert.InRange(storm.Calls, 2 * requests.Length, int.MaxValue);
        await Stage.ExpectAllAsync(requests, Items);
    }

    [Fact]
    public async Task Clocks_that_jump_make_workers_take_over_from_each_other_but_never_do_anything_twice()
    {
        RestoreRequest[] requests = await Stage.QueueAsync(Targets, 2);
        JumpingClock clock = new();
        Random random = new(11);
        Storm storm = new(() =>
        {
            clock.Jump(TimeSpan.FromMinutes(random.Next(-90, 90)));
            return Task.CompletedTask;
        });
        await WorkerStage.DrainAsync([await Stage.HireAsync(clock), await Stage.HireAsync(clock), await Stage.HireAsync(clock)], storm);
        Assert.InRange(storm.Calls, 2 * requests.Length, int.MaxValue);
        await Stage.ExpectAllAsync(requests, Items);
    }

    /// <summary>Opens the one store once more.</summary>
    protected abstract ValueTask<IStore> OpenAsync();

    protected async Task<RestoreWorker[]> HireAsync()
    {
        List<RestoreWorker> workers = [];
        while (workers.Count < Workers)
        {
            workers.Add(await Stage.HireAsync());
        }

        return [.. workers];
    }

    /// <summary>Does something after each batch, one at a time; what cannot be done as things stand is left.</summary>
    protected sealed class Storm(Func<Task> act) : IProgress<RestoreProgress>
    {
        private readonly Lock _gate = new();

        public int Calls { get; private set; }

        public void Report(RestoreProgress value)
        {
            lock (_gate)
            {
                Calls++;
                try
                {
                    act().GetAwaiter().GetResult();
                }
                catch (RestorationException refused) when (refused.Code == FailureCode.InvalidState)
                {
                    // It has ended, or stands there already.
                }
            }
        }
    }
}

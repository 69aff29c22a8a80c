using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Requests;
using Restoration.Storage.Postgres;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresWorkerTests : WorkerContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private PostgresDatabase _database = null!;

    protected override int Workers => 8;

    public override async Task InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Requests_go_on_after_all_connections_are_lost_in_the_middle()
    {
        RestoreRequest[] requests = await Stage.QueueAsync(4, 3);
        int batches = 0;
        Storm storm = new(() => ++batches % 9 == 0 ? _database.DisconnectAllAsync() : Task.CompletedTask);
        List<Finding> findings = [];
        await WorkerStage.DrainAsync(await HireAsync(), storm, new SynchronousProgress<Finding>(findings.Add));
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Contains(finding.Code, new FailureCode?[] { FailureCode.StoreUnavailable, FailureCode.LeaseLost }));
        await Stage.ExpectAllAsync(requests, 12);
    }

    [Fact]
    public async Task Writers_under_leases_go_on_beside_each_other_and_wait_for_one_that_needs_all_of_the_store()
    {
        IStore store = Stage.Engine.Workspace.Store;
        IStoreTransaction first = await store.BeginLeasedWriteAsync(None);
        Task<IStoreTransaction> alone;
        await using (first)
        {
            await using (IStoreTransaction second = await store.BeginLeasedWriteAsync(None))
            {
                await first.Leases.TakeAsync("a", "one", default, DateTimeOffset.MaxValue, None);
                await second.Leases.TakeAsync("b", "two", default, DateTimeOffset.MaxValue, None);
                await second.CommitAsync(None);
            }

            alone = store.BeginWriteAsync(None).AsTask();
            Assert.Equal("two", (await first.Leases.TakeAsync("b", "one", default, DateTimeOffset.MaxValue, None)).Holder);
            Assert.False(alone.IsCompleted);
            await first.CommitAsync(None);
        }

        await using IStoreTransaction last = await alone;
        Assert.Equal("one", (await last.Leases.TakeAsync("a", "two", default, DateTimeOffset.MaxValue, None)).Holder);
    }

    protected override ValueTask<IStore> OpenAsync() => new PostgresStoreProvider(_database.Address, TimeProvider.System).OpenAsync("alice", None);

    private sealed class SynchronousProgress<T>(Action<T> hear) : IProgress<T>
    {
        public void Report(T value)
        {
            lock (hear)
            {
                hear(value);
            }
        }
    }
}

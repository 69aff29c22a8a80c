using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Storage.Postgres;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

/// <summary>What happens when the server goes away, and when several processes work on one calendar.</summary>
[NeedsPostgres]
public sealed class PostgresLossTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private PostgresDatabase _database = null!;
    private Engine _engine = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        _engine = new Engine(await OpenAsync(), batchSize: 100);
        await _engine.FillAsync();
    }

    public async Task DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_that_breaks_between_two_batches_is_made_again()
    {
        RestoreRequest request = await AddAsync();
        int results = 0;
        await foreach (RestoreResult _ in _engine.Requests.RunAsync(request, null, null, None))
        {
            if (++results == 150)
            {
                await _database.DisconnectAllAsync();
            }
        }

        await AssertCleanAsync(request);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_a_batch_is_a_clear_failure_and_resuming_gives_the_clean_runs_calendar()
    {
        await _database.ExecuteAsync("""
            CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF (SELECT subject FROM contents WHERE id = NEW.content_id) = 'Appointment 250' THEN
                PERFORM pg_terminate_backend(pg_backend_pid());
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER break_off BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION break_off();
            """);
        RestoreRequest request = await AddAsync();
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await _engine.Requests.RunAsync(request, null, null, None).CountAsync());
        Assert.Equal(FailureCode.StoreUnavailable, failure.Code);
        RestoreRequest failed = await GetAsync(request);
        Assert.Equal((RequestStatus.Failed, FailureCode.StoreUnavailable, 200L), (failed.Status, failed.Failure, failed.Position));

        await _database.ExecuteAsync("DROP TRIGGER break_off ON items");
        await _engine.Requests.RunAsync(failed, null, null, None).CountAsync();
        await AssertCleanAsync(request);
    }

    [Fact]
    public async Task Two_processes_that_restore_into_one_calendar_give_what_one_gives()
    {
        RestoreRequest[] requests = [await AddAsync(), await AddAsync()];
        Engine other = new(await OpenAsync(), batchSize: 70);
        await using (other)
        {
            Engine[] engines = [_engine, other];
            await Task.WhenAll(engines.Select((engine, i) => Task.Run(async () => await engine.Requests.RunAsync(requests[i], null, null, None).CountAsync())));
        }

        Assert.Equal(
            Some.Appointments(500).Select(item => item.ContentHash).Order(), (await _engine.ReadAsync()).Select(item => item.Content).Order());
        RestoreRequest[] ended = [await GetAsync(requests[0]), await GetAsync(requests[1])];
        Assert.Equal((500, 500), (ended.Sum(request => request.Counts.Created), ended.Sum(request => request.Counts.Skipped)));
        Assert.True((await new Auditing.AuditTrail(_engine.Workspace).VerifyAsync(None)).IsValid);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_said_to_be_so_without_the_password()
    {
        PostgresStoreProvider nobody = new("postgres://alice:secret@127.0.0.1:1/nothing?connect_timeout=2", new FakeClock());
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await nobody.GetStatusAsync(None));
        Assert.Equal(FailureCode.StoreUnavailable, failure.Code);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1/nothing", failure.Message, StringComparison.Ordinal);
    }

    private async ValueTask<IStore> OpenAsync() => await new PostgresStoreProvider(_database.Address, new FakeClock()).OpenAsync("alice", None);

    private async Task<RestoreRequest> AddAsync()
        => await _engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointments(500)), None);

    private async Task<RestoreRequest> GetAsync(RestoreRequest request) => await _engine.Requests.GetAsync(request.RequestId.ToString(), None);

    private async Task AssertCleanAsync(RestoreRequest request)
    {
        RestoreRequest ended = await GetAsync(request);
        Assert.Equal((RequestStatus.Completed, new RestoreCounts(500, 500, 0, 0, 0, 0, 0, 0)), (ended.Status, ended.Counts));
        Assert.Equal(Some.Appointments(500).Select(item => item.ContentHash), (await _engine.ReadAsync()).Select(item => item.Content));
        await _engine.UndoAsync(ended);
        Assert.Empty(await _engine.ReadAsync());
    }
}

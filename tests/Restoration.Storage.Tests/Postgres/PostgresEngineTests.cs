using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Storage.Postgres;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresEngineTests : EngineContract
{
    private PostgresDatabase _database = null!;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task One_item_that_the_store_refuses_costs_that_item_only()
    {
        await _database.ExecuteAsync("""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF (SELECT subject FROM contents WHERE id = NEW.content_id) = 'Appointment 3' THEN
                RAISE EXCEPTION 'not this one' USING ERRCODE = 'check_violation';
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION refuse();
            """);

        (RestoreRequest request, RestoreResult[] results) = await Engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(6));
        Assert.Equal(new RestoreCounts(6, 5, 0, 0, 0, 0, 1, 0), request.Counts);
        Assert.Equal(["Appointment 3"], results.Where(result => result.Action == ItemAction.Fail).Select(result => result.Subject));
        Assert.Equal(RequestStatus.CompletedWithWarning, request.Status);
        Assert.Equal(5, (await Engine.ReadAsync()).Length);
    }

    [Fact]
    public async Task A_text_that_is_too_long_for_an_index_is_a_failure_of_its_item_that_can_be_taken_back()
    {
        Random random = new(3);
        string uid = new([.. Enumerable.Range(0, 20_000).Select(_ => (char)random.Next('!', '~'))]);
        await Engine.FillAsync(Some.Appointment(1));
        await using (IStoreTransaction transaction = await Engine.Workspace.Store.BeginWriteAsync(CancellationToken.None))
        {
            await transaction.MarkAsync(CancellationToken.None);
            RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
                async () => await transaction.Contents.AddAsync(Some.Appointment(2, uid: uid), CancellationToken.None));
            Assert.Equal(FailureCode.InvalidState, failure.Code);
            await transaction.RevertAsync(CancellationToken.None);
            await transaction.Contents.AddAsync(Some.Appointment(3), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }

        Assert.Single(await Engine.ReadAsync());
    }

    protected override async ValueTask<IStore> CreateAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        return await new PostgresStoreProvider(_database.Address, new FakeClock()).OpenAsync("alice", CancellationToken.None);
    }
}

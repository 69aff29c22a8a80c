using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Execution;
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

    protected override async ValueTask<IStore> CreateAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        return await new PostgresStoreProvider(_database.Address, new FakeClock()).OpenAsync("alice", CancellationToken.None);
    }
}

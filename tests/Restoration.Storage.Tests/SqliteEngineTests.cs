using Microsoft.Data.Sqlite;
using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests;

public sealed class SqliteEngineTests : EngineContract
{
    private readonly TemporaryFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Seed", "P24")]
    public async Task P24_one_item_that_the_store_refuses_costs_that_item_only()
    {
        using (SqliteConnection connection = new($"Data Source={_folder.File("store.db")};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand trigger = connection.CreateCommand();
            trigger.CommandText = """
                CREATE TRIGGER refuse BEFORE INSERT ON items WHEN (SELECT subject FROM contents WHERE id = NEW.content_id) = 'Appointment 3'
                BEGIN SELECT RAISE(ABORT, 'not this one'); END
                """;
            trigger.ExecuteNonQuery();
        }

        (RestoreRequest request, RestoreResult[] results) = await Engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(6));
        Assert.Equal(new RestoreCounts(6, 5, 0, 0, 0, 0, 1, 0), request.Counts);
        Assert.Equal(["Appointment 3"], results.Where(result => result.Action == ItemAction.Fail).Select(result => result.Subject));
        Assert.Equal(RequestStatus.CompletedWithWarning, request.Status);
        Assert.Equal(5, (await Engine.ReadAsync()).Length);
    }

    protected override ValueTask<IStore> CreateAsync()
        => new SqliteStoreProvider(_folder.File("store.db"), new FakeClock()).OpenAsync("alice", CancellationToken.None);
}

using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Storage.Postgres;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresConflictTableTests : ConflictTableContract
{
    private PostgresDatabase _database = null!;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override async ValueTask<IStore> CreateAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        return await new PostgresStoreProvider(_database.Address, new FakeClock()).OpenAsync("alice", CancellationToken.None);
    }
}

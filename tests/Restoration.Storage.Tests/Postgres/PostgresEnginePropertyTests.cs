using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Storage.Postgres;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresEnginePropertyTests : EnginePropertyContract, IAsyncLifetime
{
    private readonly List<PostgresDatabase> _databases = [];

    protected override int Examples => 2;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (PostgresDatabase database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    protected override async ValueTask<IStore> CreateAsync()
    {
        PostgresDatabase database = await PostgresDatabase.CreateAsync();
        _databases.Add(database);
        return await new PostgresStoreProvider(database.Address, new FakeClock()).OpenAsync("alice", CancellationToken.None);
    }
}

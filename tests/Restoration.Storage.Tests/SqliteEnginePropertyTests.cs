using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests;

public sealed class SqliteEnginePropertyTests : EnginePropertyContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _stores;

    protected override int Examples => 5;

    public void Dispose() => _folder.Dispose();

    protected override ValueTask<IStore> CreateAsync()
        => new SqliteStoreProvider(_folder.File($"store-{_stores++}.db"), new FakeClock()).OpenAsync("alice", CancellationToken.None);
}

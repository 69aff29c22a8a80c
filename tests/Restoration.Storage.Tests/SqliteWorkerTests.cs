using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests;

public sealed class SqliteWorkerTests : WorkerContract
{
    private readonly TemporaryFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override ValueTask<IStore> OpenAsync()
        => new SqliteStoreProvider(_folder.File("store.db"), TimeProvider.System).OpenAsync("alice", CancellationToken.None);
}

using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests;

public sealed class SqliteMailboxRestoreTests : MailboxRestoreContract
{
    private readonly TemporaryFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override ValueTask<IStore> CreateAsync()
        => new SqliteStoreProvider(_folder.File("store.db"), new FakeClock()).OpenAsync("alice", CancellationToken.None);
}

using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Storage.Copying;
using Restoration.Storage.Postgres;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresCopyTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private PostgresDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        await FullStore.MakeAsync(File("full.db"));
    }

    public async Task DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task To_a_server_and_back_is_the_same_row_for_row()
    {
        StoreCopyResult there = await new StoreCopier(File("full.db"), Server(), null).CopyAsync(None);
        StoreCopyResult back = await new StoreCopier(Server(), File("back.db"), null).CopyAsync(None);
        Assert.Equal((there.Tables, there.Rows, there.Contents, there.AuditEntries), (back.Tables, back.Rows, back.Contents, back.AuditEntries));
        Assert.Equal(FullStore.Read(_folder.File("full.db")), FullStore.Read(_folder.File("back.db")));
    }

    [Fact]
    public async Task The_copy_on_the_server_is_worked_with_as_the_store_was()
    {
        await new StoreCopier(File("full.db"), Server(), null).CopyAsync(None);
        List<string> numbers = await _database.QueryAsync("SELECT max(id) FROM items");
        await using Engine engine = new(await Server().OpenAsync("alice", None));
        await engine.FillAsync(Some.Appointment(20));
        Assert.Equal(long.Parse(numbers[0], null) + 2, (await engine.ReadAsync())[^1].Id);
        await engine.UndoAsync((await engine.Requests.ListAsync(None)).First(request => request.Kind == Requests.RequestKind.AuditLogRestore));
        Assert.Equal(20, int.Parse((await engine.ReadItemsAsync()).Single().Key.Uid!.Split('-')[1], null));
        Assert.True((await new Auditing.AuditTrail(engine.Workspace).VerifyAsync(None)).IsValid);
        RestorationException again = await Assert.ThrowsAsync<RestorationException>(async () => await new StoreCopier(File("full.db"), Server(), null).CopyAsync(None));
        Assert.Equal(FailureCode.AlreadyExists, again.Code);
    }

    private SqliteStoreProvider File(string name) => new(_folder.File(name), new FakeClock());

    private PostgresStoreProvider Server() => new(_database.Address, new FakeClock());
}

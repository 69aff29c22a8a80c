using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Storage.Migrations;
using Restoration.Storage.Postgres;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresMigrationTests : IAsyncLifetime
{
    private const string SchemaQuery = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(collation_name, '') || ' ' || COALESCE(column_default, '')
          FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        ORDER BY 1
        """;

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly int Latest = Migration.All[^1].Version;

    private PostgresDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PostgresDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Up_down_and_up_again_leaves_the_same_schema()
    {
        List<List<string>> up = [];
        for (int version = 0; version <= Latest; version++)
        {
            await Provider().MigrateAsync(version, "alice", null, None);
            up.Add(await _database.QueryAsync(SchemaQuery));
        }

        for (int version = Latest; version >= 0; version--)
        {
            await Provider().MigrateAsync(version, "alice", null, None);
            Assert.Equal(up[version], await _database.QueryAsync(SchemaQuery));
        }

        await Provider().MigrateAsync(null, "alice", null, None);
        Assert.Equal(up[Latest], await _database.QueryAsync(SchemaQuery));
    }

    [Fact]
    public async Task The_steps_are_those_of_every_store_with_the_same_checksums()
    {
        await Provider().MigrateAsync(null, "alice", null, None);
        Assert.Equal(
            Migration.All.Select(step => $"{step.Version} {step.Name} {step.Checksum}"),
            await _database.QueryAsync("SELECT version || ' ' || name || ' ' || checksum FROM schema_migrations ORDER BY version"));
    }

    [Fact]
    public async Task A_new_store_has_its_makers_samples_and_they_have_times_of_the_server()
    {
        await Provider().MigrateAsync(null, "Alice", null, None);
        Assert.Equal(["Alice Administrator"], await _database.QueryAsync("SELECT name || ' ' || role FROM users"));
        Assert.Equal(
            ["Audit Log Recovery true", "Backup to MSGraph true", "Import from CSV false"],
            await _database.QueryAsync("SELECT name || ' ' || is_active FROM restoration_configurations WHERE created_at <= now() ORDER BY id"));
    }

    [Theory]
    [InlineData("CREATE TABLE people (name TEXT)", FailureCode.StoreForeign)]
    [InlineData("UPDATE schema_migrations SET checksum = 'other' WHERE version = 2", FailureCode.MigrationChanged)]
    [InlineData("INSERT INTO schema_migrations VALUES (9999, 'future', 'x', '2030-01-01T00:00:00.0000000Z')", FailureCode.StoreTooNew)]
    public async Task A_database_that_is_not_ours_to_touch_is_not_touched(string sql, FailureCode code)
    {
        if (code != FailureCode.StoreForeign)
        {
            await Provider().MigrateAsync(null, "alice", null, None);
        }

        await _database.ExecuteAsync(sql);
        List<string> before = await _database.QueryAsync(SchemaQuery);
        await AssertAsync(code, async () => await Provider().GetStatusAsync(None));
        await AssertAsync(code, async () => await Provider().OpenAsync("alice", None));
        await AssertAsync(code, async () => await Provider().MigrateAsync(null, "alice", null, None));
        Assert.Equal(before, await _database.QueryAsync(SchemaQuery));
    }

    [Fact]
    public async Task An_older_store_has_to_be_upgraded_first()
    {
        await Provider().MigrateAsync(Latest - 1, "alice", null, None);
        await AssertAsync(FailureCode.StoreOutdated, async () => await Provider().OpenAsync("alice", None));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_store_as_it_was()
    {
        await Provider().MigrateAsync(3, "alice", null, None);
        await _database.ExecuteAsync("CREATE TABLE journal (x TEXT)");
        List<string> before = await _database.QueryAsync(SchemaQuery);
        await Assert.ThrowsAsync<RestorationException>(async () => await Provider().MigrateAsync(null, "alice", null, None));
        Assert.Equal(before, await _database.QueryAsync(SchemaQuery));
        Assert.Equal(["3"], await _database.QueryAsync("SELECT max(version) FROM schema_migrations"));
    }

    [Fact]
    public async Task A_store_that_another_process_writes_to_is_said_to_be_locked_and_can_be_read()
    {
        await using IStore other = await Provider().OpenAsync("alice", None);
        await using IStoreTransaction writing = await other.BeginWriteAsync(None);

        await AssertAsync(FailureCode.StoreLocked, async () => await Provider().MigrateAsync(1, "alice", null, None));
        await using IStore store = await Provider().OpenAsync("alice", None);
        await AssertAsync(FailureCode.StoreLocked, async () => await store.BeginWriteAsync(None));
        await using IStoreTransaction reading = await store.BeginReadAsync(None);
        Assert.Empty(await reading.Folders.ListAsync(null, None));
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_and_the_password_is_not()
    {
        PostgresStoreProvider missing = new(PostgresServer.AddressOf("restoration_test_missing", null), new FakeClock());
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await missing.OpenAsync("alice", None));
        Assert.Equal(FailureCode.StoreUnavailable, failure.Code);
        Assert.Contains("restoration_test_missing", failure.Message, StringComparison.Ordinal);
    }

    private static async Task AssertAsync(FailureCode code, Func<Task> work)
        => Assert.Equal(code, (await Assert.ThrowsAsync<RestorationException>(work)).Code);

    private PostgresStoreProvider Provider() => new(_database.Address, new FakeClock()) { LockTimeout = TimeSpan.FromMilliseconds(50) };
}

using System.Globalization;
using Microsoft.Data.Sqlite;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Storage.Migrations;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests;

public sealed class MigrationTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly int Latest = Migration.All[^1].Version;

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("store.db");

    public static TheoryData<int> Versions => [0, .. Migration.All.Select(step => step.Version)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Looking_at_a_store_that_does_not_exist_makes_none()
    {
        StoreStatus status = await Provider().GetStatusAsync(None);
        Assert.Equal((false, 0, Latest, Migration.All.Count), (status.Exists, status.Version, status.LatestVersion, status.Pending.Count));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_new_store_is_current_its_owners_alone_and_administered_by_its_maker()
    {
        await (await Provider().OpenAsync("Alice", None)).DisposeAsync();
        Assert.True((await Provider().GetStatusAsync(None)).IsCurrent);
        Assert.Equal(["Alice Administrator"], Query("SELECT name || ' ' || role FROM users"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task Up_down_and_up_again_leaves_the_same_schema()
    {
        List<string> up = [];
        for (int version = 0; version <= Latest; version++)
        {
            await Provider().MigrateAsync(version, "alice", null, None);
            up.Add(Schema());
        }

        for (int version = Latest; version >= 0; version--)
        {
            await Provider().MigrateAsync(version, "alice", null, None);
            Assert.Equal(up[version], Schema());
        }

        await Provider().MigrateAsync(null, "alice", null, None);
        Assert.Equal(up[Latest], Schema());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_older_version_with_data_in_it_is_upgraded_and_keeps_its_data(int version)
    {
        await Provider().MigrateAsync(version, "alice", null, None);
        Fill(version);
        Dictionary<string, List<string>> before = DataOf(version);
        StoreStatus status = await Provider().MigrateAsync(null, "bob", null, None);
        Assert.True(status.IsCurrent);
        AssertKept(before);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Going_down_to_every_older_version_and_up_again_keeps_what_that_version_can_hold(int version)
    {
        await Provider().MigrateAsync(version, "alice", null, None);
        string schema = Schema();
        await Provider().MigrateAsync(null, "alice", null, None);
        string latest = Schema();
        Fill(Latest);
        Dictionary<string, List<string>> before = DataOf(version);

        await Provider().MigrateAsync(version, "alice", null, None);
        Assert.Equal(schema, Schema());
        AssertKept(before);

        await Provider().MigrateAsync(null, "alice", null, None);
        Assert.Equal(latest, Schema());
        AssertKept(before);
    }

    [Fact]
    public async Task Steps_are_told_one_by_one_in_their_order()
    {
        List<MigrationProgress> steps = [];
        await Provider().MigrateAsync(3, "alice", new Listener(steps.Add), None);
        await Provider().MigrateAsync(1, "alice", new Listener(steps.Add), None);
        Assert.Equal(
            [(1, true, 1, 3), (2, true, 2, 3), (3, true, 3, 3), (3, false, 1, 2), (2, false, 2, 2)],
            steps.Select(step => (step.Version, step.IsUpgrade, step.Number, step.Total)));
    }

    [Fact]
    public async Task A_calendar_of_an_older_store_is_the_well_known_one_and_its_requests_keep_no_limits()
    {
        await Provider().MigrateAsync(8, "alice", null, None);
        Fill(8);
        await Provider().MigrateAsync(null, "alice", null, None);
        Assert.Equal(["Calendar"], Query("SELECT well_known FROM folders"));
        Assert.Equal(["Active []"], Query("SELECT kind || ' ' || holds FROM mailboxes"));
        Assert.Equal(["3 0 Unlimited -"], Query("SELECT priority || ' ' || is_suspended || ' ' || completed_age_limit || ' ' || COALESCE(bad_item_limit, '-') FROM restore_requests"));
    }

    [Fact]
    public async Task The_configurations_are_those_of_their_specification()
    {
        await Provider().MigrateAsync(null, "alice", null, None);
        Assert.Equal(
            [
                "id INTEGER 0", "user_id INTEGER 1", "name VARCHAR(100) 1", "description TEXT 0", "source_type VARCHAR(50) 1", "source_config JSON 1",
                "destination_type VARCHAR(50) 1", "destination_config JSON 1", "restoration_policy JSON 0", "is_active BOOLEAN 1",
                "created_at DATETIME 1", "updated_at DATETIME 1",
            ],
            Query("SELECT name || ' ' || type || ' ' || \"notnull\" FROM pragma_table_info('restoration_configurations')"));
        Assert.Equal(
            [
                "ix_restoration_configurations_destination_type", "ix_restoration_configurations_is_active", "ix_restoration_configurations_source_type",
                "ix_restoration_configurations_user_active", "ix_restoration_configurations_user_id",
            ],
            Query("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'restoration_configurations' AND sql IS NOT NULL ORDER BY name"));
        Assert.Equal(["users id CASCADE"], Query("SELECT \"table\" || ' ' || \"to\" || ' ' || on_delete FROM pragma_foreign_key_list('restoration_configurations')"));
        Assert.Equal(
            ["Audit Log Recovery 1", "Backup to MSGraph 1", "Import from CSV 0"], Query("SELECT name || ' ' || is_active FROM restoration_configurations ORDER BY id"));
    }

    [Fact]
    public async Task Without_users_there_are_no_samples_and_no_failure()
    {
        await Provider().MigrateAsync(5, "alice", null, None);
        Execute("DELETE FROM users");
        await Provider().MigrateAsync(null, "alice", null, None);
        Assert.Equal(["0"], Query("SELECT count(*) FROM restoration_configurations"));
    }

    [Fact]
    public async Task A_user_takes_the_configurations_along()
    {
        await Provider().MigrateAsync(null, "alice", null, None);
        Execute("PRAGMA foreign_keys = ON; DELETE FROM users");
        Assert.Equal(["0"], Query("SELECT count(*) FROM restoration_configurations"));
    }

    [Fact]
    public async Task An_older_store_has_to_be_upgraded_first()
    {
        await Provider().MigrateAsync(Latest - 1, "alice", null, None);
        await AssertAsync(FailureCode.StoreOutdated, async () => await Provider().OpenAsync("alice", None));
    }

    [Fact]
    public async Task A_newer_store_is_refused_and_not_touched()
    {
        await Provider().MigrateAsync(null, "alice", null, None);
        Execute($"INSERT INTO schema_migrations VALUES ({Latest + 1}, 'future', 'x', '2030-01-01T00:00:00.0000000Z')");
        byte[] before = await System.IO.File.ReadAllBytesAsync(File);
        await AssertAsync(FailureCode.StoreTooNew, async () => await Provider().OpenAsync("alice", None));
        await AssertAsync(FailureCode.StoreTooNew, async () => await Provider().GetStatusAsync(None));
        await AssertAsync(FailureCode.StoreTooNew, async () => await Provider().MigrateAsync(null, "alice", null, None));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("plain.db")]
    [InlineData("with spaces, 100% of them #1.db")]
    [InlineData("Ablage für später.db")]
    public async Task Looking_at_a_store_leaves_nothing_beside_it(string name)
    {
        SqliteStoreProvider provider = new(_folder.File(name), new FakeClock());
        await provider.MigrateAsync(null, "alice", null, None);
        Assert.True((await provider.GetStatusAsync(None)).IsCurrent);
        Assert.Equal([_folder.File(name)], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task What_another_process_has_written_and_not_yet_moved_into_the_file_is_seen()
    {
        await Provider().MigrateAsync(Latest - 1, "alice", null, None);
        using SqliteConnection other = Connect();
        using SqliteCommand write = other.CreateCommand();
        write.CommandText = $"PRAGMA wal_autocheckpoint = 0; INSERT INTO schema_migrations VALUES ({Latest + 1}, 'future', 'x', '2030-01-01T00:00:00.0000000Z')";
        write.ExecuteNonQuery();
        await AssertAsync(FailureCode.StoreTooNew, async () => await Provider().GetStatusAsync(None));
    }

    [Fact]
    public async Task A_step_that_is_not_ours_is_refused()
    {
        await Provider().MigrateAsync(null, "alice", null, None);
        Execute("UPDATE schema_migrations SET checksum = 'other' WHERE version = 2");
        await AssertAsync(FailureCode.MigrationChanged, async () => await Provider().OpenAsync("alice", None));
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_and_not_touched()
    {
        Execute("CREATE TABLE people (name TEXT)");
        byte[] before = await System.IO.File.ReadAllBytesAsync(File);
        await AssertAsync(FailureCode.StoreForeign, async () => await Provider().OpenAsync("alice", None));
        await AssertAsync(FailureCode.StoreForeign, async () => await Provider().MigrateAsync(null, "alice", null, None));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Theory]
    [InlineData("This is a letter and no database, and it is long enough to be taken for one at first sight.")]
    [InlineData("SQLite format 3\0 and then nothing that makes any sense, however long one reads on in it, line after line after line.")]
    public async Task A_file_that_is_no_database_is_refused_and_not_touched(string text)
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat(text, 50)));
        byte[] before = await System.IO.File.ReadAllBytesAsync(File);
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await Provider().OpenAsync("alice", None));
        Assert.Contains(failure.Code, new[] { FailureCode.StoreForeign, FailureCode.StoreCorrupt });
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_store_that_another_process_holds_is_said_to_be_locked()
    {
        await Provider().MigrateAsync(null, "alice", null, None);
        using SqliteConnection other = Connect();
        using SqliteCommand hold = other.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        hold.ExecuteNonQuery();

        await AssertAsync(FailureCode.StoreLocked, async () => await Provider().MigrateAsync(1, "alice", null, None));
        IStore store = await Provider().OpenAsync("alice", None);
        await using (store)
        {
            await AssertAsync(FailureCode.StoreLocked, async () => await store.BeginWriteAsync(None));
            await using IStoreTransaction reading = await store.BeginReadAsync(None);
            Assert.Empty(await reading.Folders.ListAsync(null, None));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    public async Task There_are_no_other_versions(int version)
        => await AssertAsync(FailureCode.InvalidArgument, async () => await Provider().MigrateAsync(version, "alice", null, None));

    [Fact]
    public async Task A_step_that_fails_leaves_the_store_as_it_was()
    {
        await Provider().MigrateAsync(3, "alice", null, None);
        Execute("CREATE TABLE journal (x TEXT)");
        string before = Schema();
        await Assert.ThrowsAsync<RestorationException>(async () => await Provider().MigrateAsync(null, "alice", null, None));
        Assert.Equal(before, Schema());
        Assert.Equal(["3"], Query("SELECT max(version) FROM schema_migrations"));
    }

    private static async Task AssertAsync(FailureCode code, Func<Task> work)
        => Assert.Equal(code, (await Assert.ThrowsAsync<RestorationException>(work)).Code);

    private SqliteStoreProvider Provider() => new(File, new FakeClock()) { LockTimeout = TimeSpan.FromMilliseconds(50) };

    private string Schema() => string.Join('\n', Query("SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"));

    // One row of each table that a version has, so that later steps have something to lose.
    private void Fill(int version)
    {
        string[] rows =
        [
            "",
            """
            INSERT INTO mailboxes (id, guid, address, address_key, alias, alias_key, display_name, display_name_key, created_at)
            VALUES (1, '1', 'a@b.c', 'a@b.c', 'a', 'a', 'A', 'a', '2026-01-01T00:00:00.0000000Z');
            INSERT INTO folders (id, mailbox_id, path, path_key, name_key, kind, properties, created_at)
            VALUES (1, 1, 'Calendar', 'calendar', 'calendar', 'Calendar', '[]', '2026-01-01T00:00:00.0000000Z');
            """,
            """
            INSERT INTO contents (id, hash, item_class, natural_key, comparison_hash, subject, is_all_day, is_series, sequence, size, content)
            VALUES (1, x'00', 'IPM.Appointment', x'00', x'00', 'S', 0, 0, 0, 1, x'00');
            INSERT INTO items VALUES (1, 1, 1);
            """,
            """
            INSERT INTO backups (id, guid, mailbox, mailbox_key, path, taken_at, created_by, item_count, size, root_hash)
            VALUES (1, '1', 'a@b.c', 'a@b.c', 'Calendar', '2026-01-01T00:00:00.0000000Z', 'a', 1, 1, x'00');
            INSERT INTO backup_items VALUES (1, 1, 1);
            """,
            """
            INSERT INTO restore_requests (id, guid, name, kind, status, source, destination, conflict_resolution, user_name, position, created_count, replaced_count,
              updated_count, deleted_count, skipped_count, failed_count, conflict_count, bytes_transferred, created_locations, queued_at, updated_at, duration_ticks)
            VALUES (1, '1', 'n', 'Import', 'Completed', 's', 'd', 'KeepAll', 'a', 1, 1, 0, 0, 0, 0, 0, 0, 0, '[]', '2026-01-01T00:00:00.0000000Z', '2026-01-01T00:00:00.0000000Z', 0);
            INSERT INTO request_entries VALUES (1, 1, 1, '{}');
            INSERT INTO journal (request_id, ordinal, action, reason, is_done, subject, is_all_day, written_at) VALUES (1, 1, 'Create', 'Missing', 1, 'S', 0, '2026-01-01T00:00:00.0000000Z');
            """,
            "INSERT INTO audit_log (sequence, written_at, actor, operation, target, outcome, hash) VALUES (1, '2026-01-01T00:00:00.0000000Z', 'a', 'o', 't', 'Succeeded', x'00');",
            "INSERT INTO restoration_configurations (user_id, name, source_type, source_config, destination_type, destination_config) VALUES (1, 'Mine', 'AuditLog', '{}', 'LocalCalendar', '{}');",
            "UPDATE users SET created_by = 'a'; UPDATE restore_requests SET configuration_id = 1;",
            """
            INSERT INTO backup_plans (id, guid, name, name_key, calendars, include_metadata, time_zone, retention, is_active, user_name, created_at, updated_at, status)
            VALUES (1, '1', 'n', 'n', '[]', 1, 'UTC', '{}', 1, 'a', '2026-01-01T00:00:00.0000000Z', '2026-01-01T00:00:00.0000000Z', 'New');
            INSERT INTO backup_copies (plan_id, mailbox, path, taken_at, backup_id, item_count, size, digest) VALUES (1, 'a@b.c', 'Calendar', '2026-01-01T00:00:00.0000000Z', 1, 1, 1, x'00');
            INSERT INTO leases VALUES ('l', 'h', '2026-01-01T00:00:00.0000000Z');
            """,
            """
            INSERT INTO mailboxes (id, guid, address, address_key, alias, alias_key, display_name, display_name_key, created_at, kind, archive_of, quota, holds)
            VALUES (2, '2', 'archive:a@b.c', 'archive:a@b.c', 'x', 'x', 'X', 'x', '2026-01-01T00:00:00.0000000Z', 'Archive', 1, 7, '["Case"]');
            UPDATE folders SET well_known = 'Calendar' WHERE id = 1;
            UPDATE restore_requests SET batch_name = 'b', priority = 7, is_suspended = 1, bad_item_limit = 5, target_mailbox_guid = '1', status_since = queued_at;
            """,
        ];
        Execute($"PRAGMA foreign_keys = ON; {string.Concat(rows.Take(version + 1))}");
    }

    // Every row of every table that a version has, by the query that reads it: of the columns that the version knows.
    private Dictionary<string, List<string>> DataOf(int version)
    {
        string[] tables = ["", "mailboxes folders users", "contents items", "backups backup_items", "restore_requests request_entries journal", "audit_log", "restoration_configurations", "", "backup_plans backup_copies leases", ""];
        return tables[..(version + 1)].SelectMany(names => names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(table => $"SELECT {string.Join(" || ' ' || ", ColumnsOf(table, version).Select(column => $"quote({column})"))} FROM {table} ORDER BY 1")
            .ToDictionary(query => query, query => Query(query));
    }

    private List<string> ColumnsOf(string table, int version)
    {
        using TemporaryFolder folder = new();
        SqliteStoreProvider provider = new(folder.File("old.db"), new FakeClock());
        provider.MigrateAsync(version, "alice", null, None).AsTask().GetAwaiter().GetResult();
        return Query($"SELECT name FROM pragma_table_info('{table}')", folder.File("old.db"));
    }

    private void AssertKept(Dictionary<string, List<string>> data)
    {
        Assert.All(data, table => Assert.NotEmpty(table.Value));
        Assert.All(data, table => Assert.Equal(table.Value, Query(table.Key)));
        Assert.Empty(Query("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], Query("PRAGMA integrity_check"));
    }

    private SqliteConnection Connect(string? path = null)
    {
        SqliteConnection connection = new($"Data Source={path ?? File};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Query(string sql, string? path = null)
    {
        using SqliteConnection connection = Connect(path);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    private sealed class Listener(Action<MigrationProgress> act) : IProgress<MigrationProgress>
    {
        public void Report(MigrationProgress value) => act(value);
    }
}

using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Storage.Copying;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests;

public sealed class StoreCopyTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync() => await FullStore.MakeAsync(Provider("full.db"));

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Everything_is_copied_and_checked_and_told_of_by_tables()
    {
        List<StoreCopyProgress> told = [];
        StoreCopyResult result = await CopyAsync("full.db", "copy.db", new Collector(told));
        Assert.Equal(FullStore.Read(_folder.File("full.db")), FullStore.Read(_folder.File("copy.db")));
        Assert.Equal((result.Tables, result.Rows), (told[^1].Total, told[^1].Rows));
        Assert.Equal(Enumerable.Range(1, result.Tables), told.Select(progress => progress.Number).Distinct());
        await using IStore copy = await Provider("copy.db").OpenAsync("alice", None);
        await using Engine engine = new(copy);
        Auditing.AuditVerdict verdict = await new Auditing.AuditTrail(engine.Workspace).VerifyAsync(None);
        Assert.Equal((true, result.AuditEntries), (verdict.IsValid, verdict.Entries));
    }

    [Fact]
    public async Task A_store_that_was_made_but_not_used_is_empty_and_one_that_was_used_is_not()
    {
        await Provider("new.db").MigrateAsync(null, "bob", null, None);
        await CopyAsync("full.db", "new.db");
        Assert.Equal(FullStore.Read(_folder.File("full.db")), FullStore.Read(_folder.File("new.db")));
        await ExpectAsync(FailureCode.AlreadyExists, "full.db", "new.db");
        await ExpectAsync(FailureCode.AlreadyExists, "full.db", "full.db");
    }

    [Fact]
    public async Task What_is_not_there_or_outdated_is_not_copied_and_nothing_is_made()
    {
        await ExpectAsync(FailureCode.FileNotFound, "nothing.db", "copy.db");
        await Provider("old.db").MigrateAsync(7, "bob", null, None);
        await ExpectAsync(FailureCode.StoreOutdated, "old.db", "copy.db");
        await ExpectAsync(FailureCode.StoreOutdated, "full.db", "old.db");
        Assert.False(File.Exists(_folder.File("copy.db")));
        Assert.False(File.Exists(_folder.File("nothing.db")));
    }

    [Theory]
    [InlineData("UPDATE contents SET content = x'00' WHERE id = 2")]
    [InlineData("DROP TRIGGER audit_log_no_update; UPDATE audit_log SET actor = 'mallory' WHERE sequence = 2")]
    [InlineData("DROP TRIGGER audit_log_no_delete; DELETE FROM audit_log WHERE sequence = (SELECT max(sequence) FROM audit_log)")]
    public async Task What_is_damaged_is_not_copied_and_the_copy_stays_empty(string damage)
    {
        FullStore.Execute(_folder.File("full.db"), damage);
        await ExpectAsync(FailureCode.VerificationFailed, "full.db", "copy.db");
        Assert.DoesNotContain(FullStore.Read(_folder.File("copy.db")), row => row.StartsWith("items", StringComparison.Ordinal));
    }

    private SqliteStoreProvider Provider(string name) => new(_folder.File(name), new FakeClock());

    private async Task<StoreCopyResult> CopyAsync(string from, string to, IProgress<StoreCopyProgress>? progress = null)
        => await new StoreCopier(Provider(from), Provider(to), progress).CopyAsync(None);

    private async Task ExpectAsync(FailureCode code, string from, string to)
        => Assert.Equal(code, (await Assert.ThrowsAsync<RestorationException>(() => CopyAsync(from, to))).Code);

    private sealed class Collector(List<StoreCopyProgress> told) : IProgress<StoreCopyProgress>
    {
        public void Report(StoreCopyProgress value) => told.Add(value);
    }
}

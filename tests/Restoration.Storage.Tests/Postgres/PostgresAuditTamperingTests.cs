using System.Globalization;
using Npgsql;
using Restoration.Auditing;
using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Storage.Postgres;
using Restoration.Stores;

namespace Restoration.Storage.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresAuditTamperingTests : AuditTamperingContract
{
    private PostgresDatabase _database = null!;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("UPDATE audit_log SET actor = 'mallory' WHERE sequence = 3")]
    [InlineData("DELETE FROM audit_log WHERE sequence = 6")]
    [InlineData("TRUNCATE audit_log")]
    public async Task A_statement_that_would_change_the_trail_is_refused(string sql)
        => Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => _database.ExecuteAsync(sql))).Message, StringComparison.Ordinal);

    protected override async ValueTask<IStore> CreateAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        return await new PostgresStoreProvider(_database.Address, new FakeClock()).OpenAsync("alice", CancellationToken.None);
    }

    // Only who owns the table can take its triggers out of the way.
    protected override async Task TamperAsync(IReadOnlyList<AuditEntry> trail)
    {
        IEnumerable<string> rows = trail.Select(entry => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO audit_log (sequence, written_at, actor, operation, target, subject, before_hash, outcome, hash)
            VALUES ({entry.Sequence}, '{entry.At:O}', '{entry.Actor}', '{entry.Operation}', '{entry.Target}', '{entry.Subject}', '\x{entry.Before}', '{entry.Outcome}', '\x{entry.Hash}');
            """));
        await _database.ExecuteAsync($"ALTER TABLE audit_log DISABLE TRIGGER USER; DELETE FROM audit_log; {string.Concat(rows)}");
    }
}

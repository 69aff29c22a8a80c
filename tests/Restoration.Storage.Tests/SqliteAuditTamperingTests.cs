using System.Globalization;
using Microsoft.Data.Sqlite;
using Restoration.Auditing;
using Restoration.Contracts;
using Restoration.Contracts.Support;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Storage.Tests;

public sealed class SqliteAuditTamperingTests : AuditTamperingContract
{
    private readonly TemporaryFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("UPDATE audit_log SET actor = 'mallory' WHERE sequence = 3")]
    [InlineData("DELETE FROM audit_log WHERE sequence = 6")]
    public void A_statement_that_would_change_the_trail_is_refused(string sql)
        => Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute(sql)).Message, StringComparison.Ordinal);

    protected override ValueTask<IStore> CreateAsync()
        => new SqliteStoreProvider(_folder.File("store.db"), new FakeClock()).OpenAsync("alice", CancellationToken.None);

    protected override Task TamperAsync(IReadOnlyList<AuditEntry> trail)
    {
        Execute("DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete; DELETE FROM audit_log");
        foreach (AuditEntry entry in trail)
        {
            Execute(
                "INSERT INTO audit_log (sequence, written_at, actor, operation, target, subject, before_hash, outcome, hash) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8)",
                entry.Sequence,
                entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
                entry.Actor,
                entry.Operation,
                entry.Target,
                entry.Subject!,
                entry.Before!.Value.ToArray(),
                entry.Outcome.ToString(),
                entry.Hash.ToArray());
        }

        return Task.CompletedTask;
    }

    private void Execute(string sql, params object[] values)
    {
        using SqliteConnection connection = new($"Data Source={_folder.File("store.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"@{i}", values[i]);
        }

        command.ExecuteNonQuery();
    }
}

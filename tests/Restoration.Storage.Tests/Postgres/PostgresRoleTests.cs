using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Npgsql;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Storage.Postgres;

namespace Restoration.Storage.Tests.Postgres;

/// <summary>The two roles of docs/postgresql.md, by the very script that stands there.</summary>
[NeedsPostgres]
public sealed partial class PostgresRoleTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string _prefix = $"r{Guid.NewGuid():N}";
    private string Database => $"{_prefix}_db";

    private string Owner => $"{_prefix}_owner";

    private string App => $"{_prefix}_app";

    public async Task InitializeAsync()
    {
        string[] scripts = Scripts();
        foreach (string statement in scripts[0].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await ExecuteAsync(PostgresServer.Address!, statement);
        }

        await Provider(Owner).MigrateAsync(null, "alice", null, None);
        await ExecuteAsync(PostgresServer.AddressOf(Database, Owner), scripts[1]);
    }

    public async Task DisposeAsync()
    {
        await ExecuteAsync(PostgresServer.Address!, $"DROP DATABASE {Database} WITH (FORCE)");
        await ExecuteAsync(PostgresServer.Address!, $"DROP ROLE {App}");
        await ExecuteAsync(PostgresServer.Address!, $"DROP ROLE {Owner}");
    }

    [Fact]
    public async Task The_application_restores_and_undoes()
    {
        await using Engine engine = new(await Provider(App).OpenAsync("alice", None));
        (RestoreRequest request, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(3));
        await engine.UndoAsync(request);
        Assert.Empty(await engine.ReadAsync());
    }

    [Theory]
    [InlineData("UPDATE audit_log SET actor = 'mallory'")]
    [InlineData("DELETE FROM audit_log")]
    [InlineData("TRUNCATE audit_log")]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("ALTER TABLE audit_log DISABLE TRIGGER ALL")]
    [InlineData("DROP TABLE audit_log")]
    [InlineData("UPDATE schema_migrations SET checksum = ''")]
    [InlineData("CREATE TABLE mine (x TEXT)")]
    public async Task The_application_may_not(string sql)
    {
        PostgresException failure = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(PostgresServer.AddressOf(Database, App), sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, failure.SqlState);
    }

    [Theory]
    [InlineData("UPDATE audit_log SET actor = 'mallory'")]
    [InlineData("DELETE FROM audit_log")]
    [InlineData("TRUNCATE audit_log")]
    public async Task Not_even_the_owner_changes_the_audit_trail(string sql)
    {
        PostgresException failure = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(PostgresServer.AddressOf(Database, Owner), sql));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, failure.SqlState);
    }

    [Fact]
    public async Task The_application_cannot_change_the_schema()
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await Provider(App).MigrateAsync(1, "alice", null, None));
        Assert.Equal(FailureCode.PermissionDenied, failure.Code);
    }

    private static async Task ExecuteAsync(string address, string sql)
    {
        await using NpgsqlConnection connection = await PostgresServer.ConnectAsync(address);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private PostgresStoreProvider Provider(string user) => new(PostgresServer.AddressOf(Database, user), new FakeClock());

    private string[] Scripts([CallerFilePath] string here = "")
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/postgresql.md"))
            .Replace("restoration_owner", Owner, StringComparison.Ordinal)
            .Replace("restoration_app", App, StringComparison.Ordinal)
            .Replace("DATABASE restoration ", $"DATABASE {Database} ", StringComparison.Ordinal);
        return [.. SqlBlock().Matches(page).Select(block => block.Groups[1].Value)];
    }

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}

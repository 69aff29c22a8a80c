using Npgsql;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Storage.Postgres;

namespace Restoration.Storage.Tests.Postgres;

/// <summary>
/// The TLS modes of the address on a real server; those that check its certificate where <c>RESTORATION_TEST_POSTGRES_CA</c> names the file
/// of a certificate for 127.0.0.1, as <c>.ci/with-postgres</c> does.
/// </summary>
[NeedsPostgres]
public sealed class PostgresTlsTests
{
    private static string? Certificate => Environment.GetEnvironmentVariable("RESTORATION_TEST_POSTGRES_CA") is { Length: > 0 } file ? file : null;

    [Theory]
    [InlineData("disable", false)]
    [InlineData("prefer", true)]
    public async Task A_mode_that_takes_what_the_server_has_always_connects(string mode, bool wantsTls)
    {
        Assert.Equal(wantsTls && await HasTlsAsync(), await IsEncryptedAsync($"sslmode={mode}"));
        await Provider(Address($"sslmode={mode}")).GetStatusAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_mode_that_requires_tls_is_encrypted_or_a_clear_failure()
    {
        if (await HasTlsAsync())
        {
            Assert.True(await IsEncryptedAsync("sslmode=require"));
        }
        else
        {
            await ExpectRefusedAsync(Address("sslmode=require"));
        }
    }

    [Fact]
    public async Task Modes_that_verify_trust_the_certificate_that_is_named_and_no_other_and_only_for_its_host()
    {
        await ExpectRefusedAsync(Address("sslmode=verify-full"));
        if (Certificate is not { } file)
        {
            return;
        }

        string root = $"sslrootcert={Uri.EscapeDataString(file)}";
        Assert.True(await IsEncryptedAsync($"sslmode=verify-full&{root}"));
        Assert.True(await IsEncryptedAsync($"sslmode=verify-ca&{root}"));
        Assert.True(await IsEncryptedAsync($"sslmode=require&{root}"));
        string elsewhere = new UriBuilder(Address($"sslmode=verify-full&{root}")) { Host = "localhost" }.Uri.AbsoluteUri;
        await ExpectRefusedAsync(elsewhere);
    }

    private static string Address(string options) => new UriBuilder(PostgresServer.Address!) { Query = options }.Uri.AbsoluteUri;

    private static PostgresStoreProvider Provider(string address) => new(address, new FakeClock());

    private static async Task<bool> HasTlsAsync() => await QueryAsync(PostgresServer.Address!, "SELECT current_setting('ssl')::boolean");

    private static Task<bool> IsEncryptedAsync(string options) => QueryAsync(Address(options), "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");

    private static async Task ExpectRefusedAsync(string address)
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await Provider(address).GetStatusAsync(CancellationToken.None));
        Assert.Equal(FailureCode.StoreUnavailable, failure.Code);
    }

    private static async Task<bool> QueryAsync(string address, string sql)
    {
        await using NpgsqlConnection connection = await PostgresServer.ConnectAsync(address);
        await using NpgsqlCommand command = new(sql, connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}

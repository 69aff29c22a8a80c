using Npgsql;
using Restoration.Storage.Postgres;

namespace Restoration.Storage.Tests.Postgres;

/// <summary>The server that the tests may make databases on, if there is one.</summary>
internal static class PostgresServer
{
    public const string Variable = "RESTORATION_TEST_POSTGRES";

    /// <summary>The address of a database there; null if there is no server to test with.</summary>
    public static string? Address { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address : null;

    /// <summary>Whether a server has to be there.</summary>
    public static bool IsRequired
        => (Environment.GetEnvironmentVariable("RESTORATION_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries).Contains("postgres", StringComparer.Ordinal);

    /// <summary>The address of another database, or of another user, on the same server.</summary>
    public static string AddressOf(string database, string? user = null)
    {
        UriBuilder address = new(Address!) { Path = database };
        if (user is not null)
        {
            (address.UserName, address.Password) = (user, user);
        }

        return address.Uri.AbsoluteUri;
    }

    public static async Task<NpgsqlConnection> ConnectAsync(string address)
    {
        NpgsqlConnection connection = new(PostgresAddress.Parse(address).Settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}

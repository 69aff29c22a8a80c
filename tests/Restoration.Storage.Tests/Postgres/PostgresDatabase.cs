using System.Globalization;
using Npgsql;

namespace Restoration.Storage.Tests.Postgres;

/// <summary>An empty database that goes with the test.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _name;

    private PostgresDatabase(string name) => _name = name;

    public string Address => PostgresServer.AddressOf(_name);

    public static async Task<PostgresDatabase> CreateAsync(string options = "")
    {
        string name = $"restoration_test_{Guid.NewGuid():N}";
        await ExecuteAsync(PostgresServer.Address!, $"CREATE DATABASE {name} {options}");
        return new PostgresDatabase(name);
    }

    public string AddressFor(string user) => PostgresServer.AddressOf(_name, user);

    public Task ExecuteAsync(string sql) => ExecuteAsync(Address, sql);

    /// <summary>The first column of what a query finds.</summary>
    public async Task<List<string>> QueryAsync(string sql)
    {
        await using NpgsqlConnection connection = await PostgresServer.ConnectAsync(Address);
        await using NpgsqlCommand command = new(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }

    /// <summary>Ends every connection to the database, as a server that is stopped does.</summary>
    public Task DisconnectAllAsync() => ExecuteAsync(
        PostgresServer.Address!, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_name}'");

    public async ValueTask DisposeAsync() => await ExecuteAsync(PostgresServer.Address!, $"DROP DATABASE {_name} WITH (FORCE)");

    private static async Task ExecuteAsync(string address, string sql)
    {
        await using NpgsqlConnection connection = await PostgresServer.ConnectAsync(address);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

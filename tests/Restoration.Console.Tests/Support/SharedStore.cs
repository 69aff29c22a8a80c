using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Restoration.Console.Tests.Support;

/// <summary>A store that several processes work on at once.</summary>
internal abstract class SharedStore : IAsyncDisposable
{
    private const string Server = "RESTORATION_TEST_POSTGRES";

    /// <summary>The kinds of stores that there are here: PostgreSQL where <c>RESTORATION_TEST_POSTGRES</c> names a server.</summary>
    public static TheoryData<string> Kinds => Environment.GetEnvironmentVariable(Server) is { Length: > 0 } ? ["SQLite", "PostgreSQL"] : ["SQLite"];

    /// <summary>What the program is told to work on.</summary>
    public abstract string Address { get; }

    public static async Task<SharedStore> CreateAsync(string kind, Desk desk)
        => kind == "SQLite" ? new SqliteFileStore(desk, desk.Store) : await ServerStore.CreateAsync(Environment.GetEnvironmentVariable(Server)!, "");

    /// <summary>A store with the same in it; nobody may be connected to this one meanwhile.</summary>
    public abstract Task<SharedStore> CopyAsync();

    /// <summary>The rows of a query, with a space between the columns.</summary>
    public async Task<List<string>> QueryAsync(string sql)
    {
        await using DbConnection connection = await ConnectAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task<DbConnection> ConnectAsync();

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private sealed class SqliteFileStore(Desk desk, string path) : SharedStore
    {
        public override string Address => path;

        public override Task<SharedStore> CopyAsync()
        {
            string copy = desk.Place($"{Guid.NewGuid():N}.db");
            File.Copy(path, copy);
            return Task.FromResult<SharedStore>(new SqliteFileStore(desk, copy));
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        protected override async Task<DbConnection> ConnectAsync()
        {
            SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            await connection.OpenAsync();
            return connection;
        }
    }

    private sealed class ServerStore(string server, string name) : SharedStore
    {
        public override string Address => new UriBuilder(server) { Path = name }.Uri.AbsoluteUri;

        public static async Task<SharedStore> CreateAsync(string server, string options)
        {
            string name = $"restoration_test_{Guid.NewGuid():N}";
            await ExecuteAsync(server, $"CREATE DATABASE {name} {options}");
            return new ServerStore(server, name);
        }

        public override Task<SharedStore> CopyAsync() => CreateAsync(server, $"TEMPLATE {name}");

        public override async ValueTask DisposeAsync() => await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");

        protected override async Task<DbConnection> ConnectAsync() => await OpenAsync(Address);

        private static async Task ExecuteAsync(string address, string sql)
        {
            await using NpgsqlConnection connection = await OpenAsync(address);
            await using NpgsqlCommand command = new(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        private static async Task<NpgsqlConnection> OpenAsync(string address)
        {
            Uri uri = new(address);
            NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder
            {
                Host = uri.Host,
                Port = uri.Port,
                Database = uri.AbsolutePath.TrimStart('/'),
                Username = uri.UserInfo.Split(':')[0],
                Password = uri.UserInfo.Contains(':', StringComparison.Ordinal) ? Uri.UnescapeDataString(uri.UserInfo.Split(':')[1]) : null,
                Pooling = false,
            }.ConnectionString);
            await connection.OpenAsync();
            return connection;
        }
    }
}

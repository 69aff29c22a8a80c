using System.Text;
using Microsoft.Data.Sqlite;

namespace Restoration.Benchmarks;

/// <summary>The plainest program that copies messages of one folder to another that has half of them: a look-up and a row each, no keys, no journal, no trail.</summary>
internal static class PeerCopy
{
    private const int BatchSize = 500;

    public static async Task PrepareAsync(Bench bench)
    {
        await using SqliteConnection connection = await OpenAsync(bench);
        Execute(connection, "PRAGMA journal_mode = WAL; CREATE TABLE messages (folder INTEGER NOT NULL, number INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (folder, number))");
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO messages VALUES (@0, @1, @2)";
        byte[] attachment = new byte[35_900];
        Execute(connection, "BEGIN");
        for (int number = 1; number <= bench.Items; number++)
        {
            byte[] content = Encoding.UTF8.GetBytes(MessageText.Of(number, attachment));
            for (int folder = 1; folder <= (number <= bench.Items / 2 ? 2 : 1); folder++)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("@0", folder);
                insert.Parameters.AddWithValue("@1", number);
                insert.Parameters.AddWithValue("@2", content);
                insert.ExecuteNonQuery();
            }
        }

        Execute(connection, "COMMIT");
    }

    public static async Task<long> RunAsync(Bench bench)
    {
        await using SqliteConnection connection = await OpenAsync(bench);
        using SqliteCommand copy = connection.CreateCommand();
        copy.CommandText = """
            INSERT INTO messages SELECT 2, number, content FROM messages
            WHERE folder = 1 AND number > @0 AND number <= @1 AND number NOT IN (SELECT number FROM messages WHERE folder = 2 AND number > @0 AND number <= @1)
            """;
        SqliteParameter after = copy.Parameters.Add("@0", SqliteType.Integer);
        SqliteParameter last = copy.Parameters.Add("@1", SqliteType.Integer);
        long copied = 0;
        for (int number = 0; number < bench.Items; number += BatchSize)
        {
            (after.Value, last.Value) = (number, number + BatchSize);
            Execute(connection, "BEGIN IMMEDIATE");
            copied += copy.ExecuteNonQuery();
            Execute(connection, "COMMIT");
        }

        return copied == bench.Items - (bench.Items / 2) ? bench.Items : throw new InvalidOperationException($"{copied} were copied.");
    }

    private static async Task<SqliteConnection> OpenAsync(Bench bench)
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteConnection connection = new($"Data Source={bench.Peer};Pooling=False");
        await connection.OpenAsync();
        Execute(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

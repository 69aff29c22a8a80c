using Microsoft.Data.Sqlite;

namespace Restoration.Benchmarks;

/// <summary>The plainest program that puts the same events into the same SQLite: no keys, no hashes, no journal, no trail.</summary>
internal static class PeerInsert
{
    private const int BatchSize = 500;

    public static async Task<long> RunAsync(Bench bench)
    {
        SQLitePCL.Batteries_V2.Init();
        string[] events = (await File.ReadAllTextAsync(bench.Calendar)).Split("BEGIN:VEVENT\r\n")[1..];
        await using SqliteConnection connection = new($"Data Source={bench.Peer};Pooling=False");
        await connection.OpenAsync();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE events (id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events (content) VALUES (@0)";
        SqliteParameter content = insert.Parameters.Add("@0", SqliteType.Blob);
        foreach (string[] batch in events.Chunk(BatchSize))
        {
            Execute(connection, "BEGIN IMMEDIATE");
            foreach (string text in batch)
            {
                content.Value = System.Text.Encoding.UTF8.GetBytes(text);
                insert.ExecuteNonQuery();
            }

            Execute(connection, "COMMIT");
        }

        return events.Length;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

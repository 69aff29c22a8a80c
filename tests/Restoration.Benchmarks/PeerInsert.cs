using System.Text;
using Microsoft.Data.Sqlite;

namespace Restoration.Benchmarks;

/// <summary>The plainest program that puts the same events into the same SQLite: no keys, no hashes, no journal, no trail.</summary>
internal static class PeerInsert
{
    private const int BatchSize = 500;

    public static async Task<long> RunAsync(Bench bench)
    {
        SQLitePCL.Batteries_V2.Init();
        await using SqliteConnection connection = new($"Data Source={bench.Peer};Pooling=False");
        await connection.OpenAsync();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE events (id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events (content) VALUES (@0)";
        SqliteParameter content = insert.Parameters.Add("@0", SqliteType.Blob);
        long count = 0;
        foreach (string[] batch in Events(bench.Calendar).Chunk(BatchSize))
        {
            Execute(connection, "BEGIN IMMEDIATE");
            foreach (string text in batch)
            {
                content.Value = Encoding.UTF8.GetBytes(text);
                count += insert.ExecuteNonQuery();
            }

            Execute(connection, "COMMIT");
        }

        return count;
    }

    private static IEnumerable<string> Events(string path)
    {
        StringBuilder text = new();
        foreach (string line in File.ReadLines(path).Skip(3))
        {
            text.Append(line).Append("\r\n");
            if (line == "END:VEVENT")
            {
                yield return text.ToString();
                text.Clear();
            }
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

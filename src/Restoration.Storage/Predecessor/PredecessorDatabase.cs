using System.Globalization;
using Microsoft.Data.Sqlite;
using Restoration.Failures;

namespace Restoration.Storage.Predecessor;

/// <summary>A database of the scripts that came before this program, open for reading only. It is never written to.</summary>
internal sealed class PredecessorDatabase : IAsyncDisposable
{
    private static readonly string[] Tables = ["users", "calendars", "appointments"];

    private readonly SqliteConnection _connection;
    private readonly string _path;

    private PredecessorDatabase(SqliteConnection connection, string path)
    {
        _connection = connection;
        _path = path;
    }

    /// <summary>Opens a database.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.FileNotFound"/> or <see cref="FailureCode.InvalidData"/>.</exception>
    public static async ValueTask<PredecessorDatabase> OpenAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new RestorationException(FailureCode.FileNotFound, $"There is no file '{path}'.", path);
        }

        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        PredecessorDatabase database = new(connection, path);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            List<Dictionary<string, object?>> found = await database.ReadAsync("SELECT name FROM sqlite_master WHERE type = 'table'", cancellation).ConfigureAwait(false);
            string[] missing = [.. Tables.Except(found.Select(row => (string)row["name"]!), StringComparer.OrdinalIgnoreCase)];
            return missing.Length == 0
                ? database
                : throw new RestorationException(
                    FailureCode.InvalidData, $"'{path}' is no database of the scripts: it has no table {string.Join(", ", missing)}.", path);
        }
        catch (SqliteException cause)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw Unreadable(path, cause);
        }
        catch (RestorationException)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The rows of a table, or none if there is no such table.</summary>
    public async ValueTask<IReadOnlyList<Dictionary<string, object?>>> ReadTableAsync(string table, CancellationToken cancellation)
    {
        List<Dictionary<string, object?>> found = await ReadAsync(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name = $table", cancellation, ("$table", table)).ConfigureAwait(false);
        return found.Count == 0 ? [] : await ReadAsync($"SELECT * FROM {table} ORDER BY id", cancellation).ConfigureAwait(false);
    }

    /// <summary>The next appointments in the order of their numbers.</summary>
    public async ValueTask<IReadOnlyList<Dictionary<string, object?>>> ReadAppointmentsAsync(long after, int limit, CancellationToken cancellation)
        => await ReadAsync("SELECT * FROM appointments WHERE id > $after ORDER BY id LIMIT $limit", cancellation, ("$after", after), ("$limit", limit)).ConfigureAwait(false);

    /// <summary>A text that changes when appointments do.</summary>
    public async ValueTask<(long Count, string Fingerprint)> DescribeAsync(CancellationToken cancellation)
    {
        Dictionary<string, object?> row = (await ReadAsync(
            "SELECT count(*) AS count, COALESCE(max(id), 0) AS last, COALESCE(max(updated_at), '') AS changed FROM appointments", cancellation).ConfigureAwait(false))[0];
        return ((long)row["count"]!, string.Create(CultureInfo.InvariantCulture, $"{row["count"]} {row["last"]} {row["changed"]}"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static RestorationException Unreadable(string path, SqliteException cause)
        => new(FailureCode.InvalidData, $"'{path}' cannot be read as a database: {cause.Message}", path, cause);

    private async ValueTask<List<Dictionary<string, object?>>> ReadAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        try
        {
            using SqliteCommand command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach ((string name, object value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }

            using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            List<Dictionary<string, object?>> rows = [];
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                Dictionary<string, object?> row = new(StringComparer.OrdinalIgnoreCase);
                for (int i = 0; i < reader.FieldCount; i++)
                {
                    row[reader.GetName(i)] = reader.GetValue(i) is var value and not DBNull ? value : null;
                }

                rows.Add(row);
            }

            return rows;
        }
        catch (SqliteException cause)
        {
            throw Unreadable(_path, cause);
        }
    }
}

using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using Restoration.Items;
using Restoration.Storage.Sql;
using SQLitePCL;

namespace Restoration.Storage.Sqlite;

/// <summary>
/// A statement on SQLite's own interface (https://www.sqlite.org/cintro.html). The driver's commands find each parameter by its
/// name each time and make a reader for each row that is written, which takes longer than the writing.
/// </summary>
internal sealed class SqliteStatement : SqlStatement
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _positions;

    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _positions = new int[parameters];
        for (int i = 0; i < parameters; i++)
        {
            _positions[i] = raw.sqlite3_bind_parameter_index(_statement, $"@{i}");
        }
    }

    public override ValueTask<int> ExecuteAsync(IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        int before = raw.sqlite3_total_changes(_database);
        foreach (object?[] values in rows)
        {
            Run(values);
        }

        return ValueTask.FromResult(raw.sqlite3_total_changes(_database) - before);
    }

    public override ValueTask<long?> ReadNumberAsync(object?[] values, CancellationToken cancellation) => ValueTask.FromResult(Run(values));

    public override ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private long? Run(object?[] values)
    {
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                Check(Bind(_positions[i], SqliteDialect.ToStored(values[i])));
            }

            long? number = null;
            int code;
            while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            {
                number ??= raw.sqlite3_column_int64(_statement, 0);
            }

            Check(code);
            return number;
        }
        finally
        {
            // Says again what the step said: that was looked at.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    private int Bind(int position, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, position),
        string text => BindText(position, text),
        long number => raw.sqlite3_bind_int64(_statement, position, number),
        ContentHash hash => BindHash(position, hash),
        ReadOnlyMemory<byte> bytes => raw.sqlite3_bind_blob(_statement, position, bytes.Span),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, position, bytes),
        _ => throw new ArgumentException($"{value.GetType()} is no type of the store.", nameof(value)),
    };

    private int BindText(int position, string text)
    {
        if (text.Length == 0)
        {
            // No bytes at all would be taken for no text.
            return raw.sqlite3_bind_text(_statement, position, text);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        int length = Encoding.UTF8.GetBytes(text, buffer);
        int code = raw.sqlite3_bind_text(_statement, position, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return code;
    }

    private int BindHash(int position, ContentHash hash)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Length];
        hash.CopyTo(bytes);
        return raw.sqlite3_bind_blob(_statement, position, bytes);
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}

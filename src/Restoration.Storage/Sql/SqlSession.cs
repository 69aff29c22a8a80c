using System.Data;
using System.Data.Common;

namespace Restoration.Storage.Sql;

/// <summary>A connection with its prepared statements. Used by one transaction at a time.</summary>
internal sealed class SqlSession(DbConnection connection, SqlDialect dialect, string store) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _queries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqlStatement> _statements = new(StringComparer.Ordinal);

    public SqlDialect Dialect => dialect;

    /// <summary>The store's name for people.</summary>
    public string Store => store;

    /// <summary>Whether the database can still be reached; a connection that broke stays so.</summary>
    public bool IsOpen => connection.State == ConnectionState.Open;

    /// <summary>Whether the transaction that was begun has not ended, nor been taken back by the database itself.</summary>
    public bool IsInTransaction => IsOpen && dialect.IsInTransaction(connection);

    /// <summary>A command of its own, for what is run once and has other parameters.</summary>
    public DbCommand CreateCommand() => connection.CreateCommand();

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement; its parameters are @0, @1 …</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="values">The parameters' values.</param>
    /// <returns>The number of rows that it changed.</returns>
    public ValueTask<int> ExecuteAsync(string sql, CancellationToken cancellation, params object?[] values) => ExecuteAllAsync(sql, [values], cancellation);

    /// <summary>Runs a statement for each row of values.</summary>
    /// <inheritdoc cref="ExecuteAsync"/>
    public async ValueTask<int> ExecuteAllAsync(string sql, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        try
        {
            return rows.Count == 0 ? 0 : await Prepare(sql, rows[0].Length).ExecuteAsync(rows, cancellation).ConfigureAwait(false);
        }
        catch (DbException cause) when (dialect.Translate(cause, store) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Runs a statement that adds a row and returns its number; null if it added none.</summary>
    public async ValueTask<long?> InsertAsync(string sql, CancellationToken cancellation, params object?[] values)
    {
        try
        {
            return await Prepare(sql, values.Length).ReadNumberAsync(values, cancellation).ConfigureAwait(false);
        }
        catch (DbException cause) when (dialect.Translate(cause, store) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Runs a query and reads all its rows.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params object?[] values)
    {
        try
        {
            DbCommand command = await PrepareQueryAsync(sql, values, cancellation).ConfigureAwait(false);
            DbDataReader reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                List<T> rows = [];
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }

                return rows;
            }
        }
        catch (DbException cause) when (dialect.Translate(cause, store) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Runs a query and does something with each of its rows as it comes; none is kept.</summary>
    public async ValueTask ReadAsync(string sql, Func<DbDataReader, ValueTask> act, CancellationToken cancellation)
    {
        try
        {
            DbCommand command = await PrepareQueryAsync(sql, [], cancellation).ConfigureAwait(false);
            DbDataReader reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    await act(reader).ConfigureAwait(false);
                }
            }
        }
        catch (DbException cause) when (dialect.Translate(cause, store) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Runs a query and reads its first row; the default if there is none.</summary>
    public async ValueTask<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params object?[] values)
        => await QueryAsync(sql, read, cancellation, values).ConfigureAwait(false) is [var first, ..] ? first : default;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (DbCommand query in _queries.Values)
        {
            await query.DisposeAsync().ConfigureAwait(false);
        }

        foreach (SqlStatement statement in _statements.Values)
        {
            await statement.DisposeAsync().ConfigureAwait(false);
        }

        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private SqlStatement Prepare(string sql, int parameters)
    {
        if (!_statements.TryGetValue(sql, out SqlStatement? statement))
        {
            statement = dialect.Prepare(connection, sql, parameters);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    private async ValueTask<DbCommand> PrepareQueryAsync(string sql, object?[] values, CancellationToken cancellation)
    {
        if (_queries.TryGetValue(sql, out DbCommand? known))
        {
            Bind(known, values);
            return known;
        }

        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = $"@{i}";
            command.Parameters.Add(parameter);
        }

        _queries.Add(sql, command);
        Bind(command, values);
        await command.PrepareAsync(cancellation).ConfigureAwait(false);
        return command;
    }

    private void Bind(DbCommand command, object?[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            dialect.Bind(command.Parameters[i], values[i]);
        }
    }
}

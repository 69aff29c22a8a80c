using System.Data.Common;
using Npgsql;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Postgres;

/// <summary>A statement on a server: however many rows, they go to it in one message.</summary>
internal sealed class PostgresStatement(NpgsqlConnection connection, PostgresDialect dialect, string sql, int parameters) : SqlStatement
{
    private NpgsqlCommand? _single;

    public override async ValueTask<int> ExecuteAsync(IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        if (rows.Count == 1)
        {
            NpgsqlCommand command = await BindAsync(rows[0], cancellation).ConfigureAwait(false);
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        NpgsqlBatch batch = new(connection);
        await using (batch.ConfigureAwait(false))
        {
            foreach (object?[] values in rows)
            {
                NpgsqlBatchCommand command = new(sql);
                AddParameters(command.Parameters);
                Bind(command.Parameters, values);
                batch.BatchCommands.Add(command);
            }

            await batch.PrepareAsync(cancellation).ConfigureAwait(false);
            return await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    public override async ValueTask<long?> ReadNumberAsync(object?[] values, CancellationToken cancellation)
    {
        NpgsqlCommand command = await BindAsync(values, cancellation).ConfigureAwait(false);
        return (long?)await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
    }

    public override ValueTask DisposeAsync() => _single?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask<NpgsqlCommand> BindAsync(object?[] values, CancellationToken cancellation)
    {
        if (_single is not null)
        {
            Bind(_single.Parameters, values);
            return _single;
        }

        _single = new NpgsqlCommand(sql, connection);
        AddParameters(_single.Parameters);
        Bind(_single.Parameters, values);
        await _single.PrepareAsync(cancellation).ConfigureAwait(false);
        return _single;
    }

    private void AddParameters(NpgsqlParameterCollection collection)
    {
        for (int i = 0; i < parameters; i++)
        {
            collection.Add(new NpgsqlParameter { ParameterName = $"@{i}" });
        }
    }

    private void Bind(NpgsqlParameterCollection collection, object?[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            dialect.Bind((DbParameter)collection[i], values[i]);
        }
    }
}

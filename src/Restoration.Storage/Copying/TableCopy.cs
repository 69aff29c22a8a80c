using Restoration.Items;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Copying;

/// <summary>Copies the rows of one table: many at once, but never much in memory.</summary>
internal sealed class TableCopy(SqlSession reading, SqlSession writing, string table, Action<long> report)
{
    private const int RowsAtOnce = 500;
    private const int BytesAtOnce = 4 << 20;

    private readonly TableRows _rows = new(reading, table);
    private readonly List<object?[]> _waiting = [];
    private long _bytes;
    private long _written;

    /// <summary>Copies the table.</summary>
    /// <returns>How many rows there were, and their digest.</returns>
    public async ValueTask<(long Rows, ContentHash Digest)> RunAsync(CancellationToken cancellation)
    {
        (long Rows, ContentHash Digest) read = await _rows.ReadAsync(
            async values =>
            {
                _waiting.Add(values);
                _bytes += values.Sum(value => value is byte[] bytes ? bytes.Length : 0);
                if (_waiting.Count == RowsAtOnce || _bytes > BytesAtOnce)
                {
                    await WriteAsync(cancellation).ConfigureAwait(false);
                }
            },
            cancellation).ConfigureAwait(false);
        await WriteAsync(cancellation).ConfigureAwait(false);
        return read;
    }

    private async ValueTask WriteAsync(CancellationToken cancellation)
    {
        if (_waiting.Count > 0)
        {
            string values = string.Join(", ", _rows.Columns.Select((_, i) => $"@{i}"));
            await writing.ExecuteAllAsync($"INSERT INTO {table} ({string.Join(", ", _rows.Columns)}) VALUES ({values})", _waiting, cancellation).ConfigureAwait(false);
        }

        _written += _waiting.Count;
        report(_written);
        _waiting.Clear();
        _bytes = 0;
    }
}

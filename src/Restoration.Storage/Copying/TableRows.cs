using System.Data.Common;
using System.Globalization;
using Restoration.Items;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Copying;

/// <summary>The rows of a table one by one, in the order of its key, as values that mean the same in every kind of database.</summary>
internal sealed class TableRows(SqlSession session, string table)
{
    /// <summary>The columns, once a row was read.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Reads all rows, and hands each on.</summary>
    /// <returns>How many there are, and their digest.</returns>
    public async ValueTask<(long Rows, ContentHash Digest)> ReadAsync(Func<object?[], ValueTask> act, CancellationToken cancellation)
    {
        using TableDigest digest = new();
        long rows = 0;
        await session.ReadAsync(
            $"SELECT * FROM {table} ORDER BY 1, 2",
            async reader =>
            {
                if (rows++ == 0)
                {
                    Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
                }

                object?[] values = [.. Enumerable.Range(0, reader.FieldCount).Select(column => Read(reader, column))];
                Array.ForEach(values, digest.Append);
                await act(values).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return (rows, digest.Finish());
    }

    private static object? Read(DbDataReader reader, int column) => (reader.GetValue(column), reader.GetDataTypeName(column).ToUpperInvariant()) switch
    {
        (DBNull, _) => null,
        (long number, "BOOLEAN") => number != 0,
        (string text, "DATETIME") => Round(StoredTime.Read(text)),
        (DateTime time, _) => Round(new DateTimeOffset(time)),
        (object value and (long or string or bool or byte[]), _) => value,
        (object value, _) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    // PostgreSQL's own times have microseconds.
    private static DateTimeOffset Round(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
}

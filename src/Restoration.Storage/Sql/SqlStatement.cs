namespace Restoration.Storage.Sql;

/// <summary>A prepared statement that writes. Its parameters are @0, @1 …</summary>
internal abstract class SqlStatement : IAsyncDisposable
{
    /// <summary>Runs it once for each row of values, in their order.</summary>
    /// <returns>The number of rows of the database that it changed.</returns>
    public abstract ValueTask<int> ExecuteAsync(IReadOnlyList<object?[]> rows, CancellationToken cancellation);

    /// <summary>Runs it once, and reads the number that it returns; null if it returns none.</summary>
    public abstract ValueTask<long?> ReadNumberAsync(object?[] values, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

using Restoration.Failures;
using Restoration.Items;
using Restoration.Storage.Sql;
using Restoration.Stores;

namespace Restoration.Storage.Copying;

/// <summary>
/// Copies a store into an empty one of another kind, or of the same: ids, journal and audit trail stay as they are, so
/// that requests can be resumed and undone there. One transaction: it is copied whole and checked, or not at all.
/// </summary>
public sealed class StoreCopier(SqlStoreProvider source, SqlStoreProvider target, IProgress<StoreCopyProgress>? progress)
{
    // What a new store has of itself takes the place of nothing; what somebody made is in one of these.
    private static readonly string[] Telling = ["mailboxes", "contents", "restore_requests", "backup_plans", "audit_log"];

    /// <summary>Looks whether the one can be copied to the other. Changes nothing.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.FileNotFound"/>, <see cref="FailureCode.StoreOutdated"/>; <see cref="FailureCode.AlreadyExists"/>: the target has something in it.
    /// </exception>
    public async ValueTask CheckAsync(CancellationToken cancellation)
    {
        StoreStatus from = await source.GetStatusAsync(cancellation).ConfigureAwait(false);
        StoreStatus to = await target.GetStatusAsync(cancellation).ConfigureAwait(false);
        if (!from.Exists)
        {
            throw new RestorationException(FailureCode.FileNotFound, $"There is no store '{from.Store}' to copy.", from.Store);
        }

        foreach (StoreStatus old in new[] { from, to }.Where(status => status is { Exists: true, IsCurrent: false }))
        {
            throw new RestorationException(
                FailureCode.StoreOutdated, $"The store '{old.Store}' has schema version {old.Version}; this program needs {old.LatestVersion}. Upgrade it first.", old.Store);
        }

        if (from.Store == to.Store)
        {
            throw NotEmpty(to.Store);
        }

        if (to.Exists)
        {
            SqlSession session = await target.ConnectSessionAsync(isReadOnly: true, cancellation).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                await ExpectEmptyAsync(session, to.Store, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Copies the store.</summary>
    /// <exception cref="RestorationException">Those of <see cref="CheckAsync"/>; <see cref="FailureCode.VerificationFailed"/>.</exception>
    public async ValueTask<StoreCopyResult> CopyAsync(CancellationToken cancellation)
    {
        await CheckAsync(cancellation).ConfigureAwait(false);
        string name = (await target.MigrateAsync(null, null, null, cancellation).ConfigureAwait(false)).Store;
        SqlSession reading = await source.ConnectSessionAsync(isReadOnly: false, cancellation).ConfigureAwait(false);
        await using (reading.ConfigureAwait(false))
        {
            SqlSession writing = await target.ConnectSessionAsync(isReadOnly: false, cancellation).ConfigureAwait(false);
            await using (writing.ConfigureAwait(false))
            {
                await reading.ExecuteAsync(reading.Dialect.BeginRead, cancellation).ConfigureAwait(false);
                await writing.ExecuteAsync(writing.Dialect.BeginWrite, cancellation).ConfigureAwait(false);
                StoreCopyResult result = await CopyAsync(reading, writing, name, cancellation).ConfigureAwait(false);
                await writing.ExecuteAsync("COMMIT", cancellation).ConfigureAwait(false);
                return result;
            }
        }
    }

    private async ValueTask<StoreCopyResult> CopyAsync(SqlSession reading, SqlSession writing, string name, CancellationToken cancellation)
    {
        CopyVerification verification = new(writing, name);
        IReadOnlyList<string> tables = await TableOrder.ReadAsync(writing, cancellation).ConfigureAwait(false);
        await ExpectEmptyAsync(writing, name, cancellation).ConfigureAwait(false);
        await ClearAsync(writing, tables, cancellation).ConfigureAwait(false);
        long rows = 0;
        for (int i = 0; i < tables.Count; i++)
        {
            (string table, int number, long before) = (tables[i], i + 1, rows);
            TableCopy copy = new(reading, writing, table, done => progress?.Report(new StoreCopyProgress(table, number, tables.Count, before + done)));
            (long Rows, ContentHash Digest) read = await copy.RunAsync(cancellation).ConfigureAwait(false);
            await verification.CheckTableAsync(table, read, cancellation).ConfigureAwait(false);
            rows += read.Rows;
        }

        await CopyNumbersAsync(reading, writing, cancellation).ConfigureAwait(false);
        return new StoreCopyResult(
            reading.Store,
            name,
            tables.Count,
            rows,
            await verification.CheckContentsAsync(cancellation).ConfigureAwait(false),
            await verification.CheckAuditTrailAsync(cancellation).ConfigureAwait(false));
    }

    private static async ValueTask ExpectEmptyAsync(SqlSession session, string store, CancellationToken cancellation)
    {
        foreach (string table in Telling)
        {
            if (await CountAsync(session, table, cancellation).ConfigureAwait(false) > 0)
            {
                throw NotEmpty(store);
            }
        }
    }

    // Not even nothing may be deleted from the audit trail.
    private static async ValueTask ClearAsync(SqlSession writing, IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        foreach (string table in tables.Except(Telling).Reverse())
        {
            await writing.ExecuteAsync($"DELETE FROM {table}", cancellation).ConfigureAwait(false);
        }
    }

    // Numbers are never given twice, not even those of rows that are gone.
    private static async ValueTask CopyNumbersAsync(SqlSession reading, SqlSession writing, CancellationToken cancellation)
    {
        Dictionary<string, long> given = (await ReadNumbersAsync(reading, cancellation).ConfigureAwait(false)).ToDictionary(StringComparer.Ordinal);
        foreach (string table in await writing.QueryAsync(writing.Dialect.NumberedTables, row => row.GetString(0), cancellation).ConfigureAwait(false))
        {
            long highest = await writing.FirstAsync($"SELECT COALESCE(max(id), 0) FROM {table}", row => row.GetInt64(0), cancellation).ConfigureAwait(false);
            long last = Math.Max(highest, given.GetValueOrDefault(table));
            if (last > 0)
            {
                await writing.Dialect.SetNumberAsync(writing, table, last, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<List<KeyValuePair<string, long>>> ReadNumbersAsync(SqlSession session, CancellationToken cancellation)
        => await session.QueryAsync(session.Dialect.GivenNumbers, row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), cancellation).ConfigureAwait(false);

    private static async ValueTask<long> CountAsync(SqlSession session, string table, CancellationToken cancellation)
        => await session.FirstAsync($"SELECT count(*) FROM {table}", row => row.GetInt64(0), cancellation).ConfigureAwait(false);

    private static RestorationException NotEmpty(string store) => new(
        FailureCode.AlreadyExists, $"The store '{store}' has something in it. A store is copied to a new file or to an empty database only.", store);
}

using Microsoft.Data.Sqlite;
using Restoration.Failures;
using Restoration.Storage.Migrations;
using Restoration.Storage.Sql;
using Restoration.Stores;

namespace Restoration.Storage.Sqlite;

/// <summary>Stores in an SQLite file of one's own: nothing to install.</summary>
/// <param name="path">The file.</param>
/// <param name="clock">The time.</param>
public sealed class SqliteStoreProvider(string path, TimeProvider clock) : IStoreProvider
{
    private static readonly SqliteDialect Dialect = new();

    static SqliteStoreProvider() => SQLitePCL.Batteries_V2.Init();

    /// <summary>How long to wait for another process that writes.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async ValueTask<StoreStatus> GetStatusAsync(CancellationToken cancellation)
    {
        if (!Exists)
        {
            return Describe([]);
        }

        SqliteConnection connection = await ConnectAsync(SqliteOpenMode.ReadOnly, cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            Migrator migrator = new(path, Dialect, connection, clock);
            IReadOnlyList<AppliedMigration> applied = await migrator.ReadAppliedAsync(cancellation).ConfigureAwait(false);
            migrator.Verify(applied);
            return Describe(applied);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<StoreStatus> MigrateAsync(
        int? version, string? user, IProgress<MigrationProgress>? progress, CancellationToken cancellation)
    {
        // To open a database for writing is to touch it: first it has to be ours.
        await GetStatusAsync(cancellation).ConfigureAwait(false);
        SqliteFile.Create(path);
        SqliteConnection connection = await ConnectAsync(SqliteOpenMode.ReadWrite, cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            Migrator migrator = new(path, Dialect, connection, clock);
            await migrator.MigrateAsync(version ?? Migration.All[^1].Version, user, progress, cancellation).ConfigureAwait(false);
            return Describe(await migrator.ReadAppliedAsync(cancellation).ConfigureAwait(false));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IStore> OpenAsync(string? user, CancellationToken cancellation)
    {
        StoreStatus status = await GetStatusAsync(cancellation).ConfigureAwait(false);
        if (!status.Exists)
        {
            await MigrateAsync(null, user, null, cancellation).ConfigureAwait(false);
        }
        else if (!status.IsCurrent)
        {
            throw new RestorationException(
                FailureCode.StoreOutdated,
                $"The store '{path}' has schema version {status.Version}; this program needs {status.LatestVersion}. Upgrade it: 'restoration store upgrade' or 'Update-RestorationStore'.",
                path);
        }

        return new SqlStore(path, Dialect, ConnectSessionAsync);
    }

    private bool Exists => File.Exists(path) && new FileInfo(path).Length > 0;

    private async ValueTask<SqlSession> ConnectSessionAsync(CancellationToken cancellation)
        => new(await ConnectAsync(SqliteOpenMode.ReadWrite, cancellation).ConfigureAwait(false), Dialect, path);

    private async ValueTask<SqliteConnection> ConnectAsync(SqliteOpenMode mode, CancellationToken cancellation)
    {
        SqliteConnectionStringBuilder text = new()
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,

            // The driver waits too, in whole seconds; 0 would be for ever.
            DefaultTimeout = Math.Max(1, (int)LockTimeout.TotalSeconds),
        };
        SqliteConnection connection = new(text.ToString());
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            SqliteCommand settings = connection.CreateCommand();
            await using (settings.ConfigureAwait(false))
            {
                settings.CommandText = SqliteFile.Settings(mode, LockTimeout);
                await settings.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }

            return connection;
        }
        catch (SqliteException cause) when (SqliteErrors.Translate(cause, path) is { } failure)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw failure;
        }
    }

    private StoreStatus Describe(IReadOnlyList<AppliedMigration> applied)
    {
        int version = applied.Count > 0 ? applied[^1].Version : 0;
        return new StoreStatus
        {
            Store = path,
            Provider = "SQLite",
            Exists = Exists,
            Version = version,
            LatestVersion = Migration.All[^1].Version,
            Pending = [.. Migration.All.Where(step => step.Version > version).Select(step => $"{step.Version} {step.Name}")],
        };
    }
}

using System.Data.Common;
using Restoration.Failures;
using Restoration.Storage.Migrations;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>Stores in one kind of SQL database.</summary>
public abstract class SqlStoreProvider : IStoreProvider
{
    private readonly string _name;
    private readonly string _kind;
    private readonly TimeProvider _clock;

    private protected SqlStoreProvider(string name, string kind, SqlDialect dialect, TimeProvider clock)
    {
        _name = name;
        _kind = kind;
        _clock = clock;
        Dialect = dialect;
    }

    /// <summary>How long to wait for another process that writes.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(15);

    private protected SqlDialect Dialect { get; }

    /// <inheritdoc/>
    public async ValueTask<StoreStatus> GetStatusAsync(CancellationToken cancellation)
    {
        if (!HasDatabase())
        {
            return Describe(null);
        }

        SqlSession session = await ConnectSessionAsync(isReadOnly: true, cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            Migrator migrator = new(_name, session, _clock);
            IReadOnlyList<AppliedMigration>? applied = await migrator.ReadAppliedAsync(cancellation).ConfigureAwait(false);
            migrator.Verify(applied ?? []);
            return Describe(applied);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<StoreStatus> MigrateAsync(
        int? version, string? user, IProgress<MigrationProgress>? progress, CancellationToken cancellation)
    {
        // To open a database for writing is to touch it: first it has to be ours.
        await GetStatusAsync(cancellation).ConfigureAwait(false);
        CreateDatabase();
        SqlSession session = await ConnectSessionAsync(isReadOnly: false, cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            Migrator migrator = new(_name, session, _clock);
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
                $"The store '{_name}' has schema version {status.Version}; this program needs {status.LatestVersion}. Upgrade the store.",
                _name);
        }

        return new SqlStore(_name, Dialect, token => ConnectSessionAsync(isReadOnly: false, token));
    }

    /// <summary>Whether there is a database to look into.</summary>
    private protected abstract bool HasDatabase();

    /// <summary>Makes the database, where that is ours to do; nothing happens if it is there.</summary>
    private protected abstract void CreateDatabase();

    /// <summary>Whether what was found in the database is a store.</summary>
    private protected abstract bool IsStore(int version);

    /// <summary>Opens a connection.</summary>
    private protected abstract ValueTask<DbConnection> ConnectAsync(bool isReadOnly, CancellationToken cancellation);

    /// <summary>Opens a connection of its own.</summary>
    internal async ValueTask<SqlSession> ConnectSessionAsync(bool isReadOnly, CancellationToken cancellation)
        => new(await ConnectAsync(isReadOnly, cancellation).ConfigureAwait(false), Dialect, _name);

    // A process that was killed while it made a store leaves an empty database: that is no store yet.
    private StoreStatus Describe(IReadOnlyList<AppliedMigration>? applied)
    {
        int version = applied?.Count > 0 ? applied[^1].Version : 0;
        return new StoreStatus
        {
            Store = _name,
            Provider = _kind,
            Exists = applied is not null && IsStore(version),
            Version = version,
            LatestVersion = Migration.All[^1].Version,
            Pending = [.. Migration.All.Where(step => step.Version > version).Select(step => $"{step.Version} {step.Name}")],
        };
    }
}

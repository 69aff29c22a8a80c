using System.Data;
using System.Data.Common;
using Restoration.Failures;
using Restoration.Storage.Sql;
using Restoration.Stores;

namespace Restoration.Storage.Migrations;

/// <summary>
/// Takes a store from one version of the schema to another, all steps in one transaction under the store's lock:
/// it ends at the version that was asked for, or where it was.
/// </summary>
internal sealed class Migrator(string store, SqlSession session, TimeProvider clock)
{
    private static int Latest => Migration.All[^1].Version;

    /// <summary>The steps that the store has taken; null if nothing was ever put into the database.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.StoreForeign"/>: there are tables, but not ours.</exception>
    public async ValueTask<IReadOnlyList<AppliedMigration>?> ReadAppliedAsync(CancellationToken cancellation)
    {
        if (!await session.Dialect.HasTableAsync(session, "schema_migrations", cancellation).ConfigureAwait(false))
        {
            return await session.Dialect.HasAnyTableAsync(session, cancellation).ConfigureAwait(false)
                ? throw new RestorationException(
                    FailureCode.StoreForeign, $"'{store}' is a database of something else. It was not touched; name another store.", store)
                : null;
        }

        return await session.QueryAsync(
            "SELECT version, name, checksum, applied_at FROM schema_migrations ORDER BY version",
            reader => new AppliedMigration((int)reader.GetInt64(0), reader.GetString(1), reader.GetString(2), session.Dialect.ReadTime(reader, 3)),
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Holds what was applied against what this program has.</summary>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.StoreTooNew"/> or <see cref="FailureCode.MigrationChanged"/>.
    /// </exception>
    public void Verify(IReadOnlyList<AppliedMigration> applied)
    {
        if (applied.Count > 0 && applied[^1].Version > Latest)
        {
            throw new RestorationException(
                FailureCode.StoreTooNew,
                $"The store '{store}' has schema version {applied[^1].Version}; this program knows {Latest}. It was not touched. Install the newer program.",
                store);
        }

        foreach (AppliedMigration step in applied)
        {
            Migration? known = Migration.All.FirstOrDefault(migration => migration.Version == step.Version);
            if (known is null || known.Checksum != step.Checksum)
            {
                throw new RestorationException(
                    FailureCode.MigrationChanged,
                    $"Step {step.Version} ({step.Name}) of the store '{store}' is not the one that this program has. It was not touched.",
                    store);
            }
        }
    }

    /// <summary>Goes up or down to a version.</summary>
    /// <param name="version">The version; 0 takes everything away.</param>
    /// <param name="user">Who a new store belongs to; null for nobody.</param>
    /// <param name="progress">Hears of each step before it is taken.</param>
    /// <param name="cancellation">Stops between steps; the store is then as it was.</param>
    public async ValueTask MigrateAsync(int version, string? user, IProgress<MigrationProgress>? progress, CancellationToken cancellation)
    {
        if (version < 0 || version > Latest)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument, $"There is no schema version {version}; this program knows 0 to {Latest}.");
        }

        await session.ExecuteAsync(session.Dialect.BeginMigration, cancellation).ConfigureAwait(false);
        try
        {
            IReadOnlyList<AppliedMigration> applied = await ReadAppliedAsync(cancellation).ConfigureAwait(false) ?? [];
            Verify(applied);
            await session.ExecuteAsync(session.Dialect.CreateMigrationsTable, cancellation).ConfigureAwait(false);
            int current = applied.Count > 0 ? applied[^1].Version : 0;
            Migration[] steps = version >= current
                ? [.. Migration.All.Where(step => step.Version > current && step.Version <= version)]
                : [.. Migration.All.Where(step => step.Version > version && step.Version <= current).Reverse()];
            for (int i = 0; i < steps.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new MigrationProgress(steps[i].Version, steps[i].Name, version >= current, i + 1, steps.Length));
                await TakeAsync(steps[i], version >= current, user, cancellation).ConfigureAwait(false);
            }

            await session.ExecuteAsync("COMMIT", cancellation).ConfigureAwait(false);
        }
        catch
        {
            if (session.IsInTransaction)
            {
                await session.ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }
    }

    private async ValueTask TakeAsync(Migration step, bool up, string? user, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DbCommand command = session.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = session.Dialect.Translate(up ? step.Up : step.Down);
            AddParameter(command, "@user", user);
            AddParameter(command, "@userKey", user?.ToLowerInvariant());
            AddParameter(command, "@now", StoredTime.Write(now));
            try
            {
                await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }
            catch (DbException cause)
            {
                throw session.Dialect.Translate(cause, store) ?? new RestorationException(
                    FailureCode.StoreCorrupt, $"Step {step.Version} ({step.Name}) of the store '{store}' failed: {cause.Message}", store, cause);
            }
        }

        await (up
            ? session.ExecuteAsync(
                "INSERT INTO schema_migrations (version, name, checksum, applied_at) VALUES (@0, @1, @2, @3)",
                cancellation,
                (long)step.Version,
                step.Name,
                step.Checksum,
                now)
            : session.ExecuteAsync("DELETE FROM schema_migrations WHERE version = @0", cancellation, (long)step.Version)).ConfigureAwait(false);
    }

    // Text even where there is none: a script may ask whether it is null, and then nothing else says what it is.
    private static void AddParameter(DbCommand command, string name, string? value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = DbType.String;
        parameter.Value = (object?)value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}

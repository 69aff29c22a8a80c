using System.Data.Common;
using Microsoft.Data.Sqlite;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Sqlite;

/// <summary>Stores in an SQLite file of one's own: nothing to install.</summary>
public sealed class SqliteStoreProvider : SqlStoreProvider
{
    private readonly string _path;

    static SqliteStoreProvider() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Makes the provider; nothing is opened.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">The time.</param>
    public SqliteStoreProvider(string path, TimeProvider clock)
        : base(path, "SQLite", new SqliteDialect(), clock) => _path = path;

    private protected override bool HasDatabase() => File.Exists(_path) && new FileInfo(_path).Length > 0;

    private protected override void CreateDatabase() => SqliteFile.Create(_path);

    private protected override bool IsStore(int version) => true;

    private protected override async ValueTask<DbConnection> ConnectAsync(bool isReadOnly, CancellationToken cancellation)
    {
        SqliteOpenMode mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;
        SqliteConnectionStringBuilder text = new()
        {
            DataSource = isReadOnly ? SqliteFile.NameForLooking(_path) : _path,
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
        catch (SqliteException cause) when (SqliteErrors.Translate(cause, _path) is { } failure)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw failure;
        }
    }
}

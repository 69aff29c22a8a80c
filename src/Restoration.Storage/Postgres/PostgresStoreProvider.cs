using System.Data.Common;
using System.Globalization;
using Npgsql;
using Restoration.Failures;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Postgres;

/// <summary>Stores in a database of a PostgreSQL server, for several machines. The database itself has to be there.</summary>
public sealed class PostgresStoreProvider : SqlStoreProvider
{
    // Statements are planned once and kept, often while tables are still small. They have to be right when tables are large, so
    // they go from the few keys to the rows by index, in the order in which they are written, as they do in SQLite.
    private const string Planning =
        "SET join_collapse_limit = 1; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;";

    private readonly PostgresAddress _address;

    /// <summary>Makes the provider; nothing is opened.</summary>
    /// <param name="address">The address, such as <c>postgres://user:password@host:port/database?sslmode=verify-full</c>.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: the address is none.</exception>
    public PostgresStoreProvider(string address, TimeProvider clock)
        : this(PostgresAddress.Parse(address), clock)
    {
    }

    private PostgresStoreProvider(PostgresAddress address, TimeProvider clock)
        : base(address.Name, "PostgreSQL", new PostgresDialect(), clock) => _address = address;

    /// <summary>Whether a text is the address of a server.</summary>
    public static bool IsAddress(string text) => PostgresAddress.IsAddress(text);

    /// <summary>An address as it may be shown: server and database, without secrets.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: the address is none.</exception>
    public static string NameOf(string address) => PostgresAddress.Parse(address).Name;

    private protected override bool HasDatabase() => true;

    private protected override void CreateDatabase()
    {
        // A database on a server is its administrator's to make.
    }

    private protected override bool IsStore(int version) => version > 0;

    private protected override async ValueTask<DbConnection> ConnectAsync(bool isReadOnly, CancellationToken cancellation)
    {
        NpgsqlConnection connection = new(_address.Settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation).ConfigureAwait(false);
            NpgsqlCommand settings = connection.CreateCommand();
            await using (settings.ConfigureAwait(false))
            {
                settings.CommandText = string.Create(
                    CultureInfo.InvariantCulture,
                    $"SET TIME ZONE 'UTC'; SET lock_timeout = {(long)LockTimeout.TotalMilliseconds}; SET default_transaction_read_only = {(isReadOnly ? "on" : "off")}; {Planning}");
                await settings.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }

            return connection;
        }
        catch (NpgsqlException cause)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw PostgresErrors.Translate(cause, _address.Name) ?? new RestorationException(
                FailureCode.StoreUnavailable, $"The store '{_address.Name}' cannot be opened: {cause.Message}", _address.Name, cause);
        }
    }
}

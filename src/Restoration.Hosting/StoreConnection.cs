using Restoration.Failures;
using Restoration.Storage.Postgres;
using Restoration.Storage.Sql;
using Restoration.Storage.Sqlite;
using Restoration.Stores;

namespace Restoration.Hosting;

/// <summary>
/// Which store a text means: the path of an SQLite file, the address of a PostgreSQL server (<c>postgres://…</c>),
/// <c>RESTORATION_STORE</c>, or the default file of the user.
/// </summary>
public static class StoreConnection
{
    /// <summary>The environment variable that names the store where nothing else does.</summary>
    public const string Variable = "RESTORATION_STORE";

    /// <summary>The provider of a store.</summary>
    /// <param name="connection">The text; null for the variable or the default.</param>
    /// <param name="clock">The time.</param>
    public static IStoreProvider Find(string? connection, TimeProvider clock) => FindSql(connection, clock);

    /// <inheritdoc cref="Find"/>
    internal static SqlStoreProvider FindSql(string? connection, TimeProvider clock)
    {
        string text = Read(connection);
        return PostgresStoreProvider.IsAddress(text) ? new PostgresStoreProvider(text, clock) : new SqliteStoreProvider(Path.GetFullPath(text), clock);
    }

    /// <summary>The full name of a store, without secrets; nothing is opened.</summary>
    /// <param name="connection">The text; null for the variable or the default.</param>
    public static string Resolve(string? connection)
    {
        string text = Read(connection);
        return PostgresStoreProvider.IsAddress(text) ? PostgresStoreProvider.NameOf(text) : Path.GetFullPath(text);
    }

    private static string Read(string? connection)
    {
        string? text = string.IsNullOrWhiteSpace(connection) ? Environment.GetEnvironmentVariable(Variable) : connection;
        return string.IsNullOrWhiteSpace(text) ? DefaultPath() : text;
    }

    private static string DefaultPath()
    {
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0
            ? Path.Combine(folder, "Restoration", "restoration.db")
            : throw new RestorationException(
                FailureCode.InvalidArgument, $"This account has no folder for data, so the store has to be named, here or by {Variable}.");
    }
}

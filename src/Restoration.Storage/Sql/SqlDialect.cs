using System.Data.Common;
using System.Text.RegularExpressions;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Storage.Sql;

/// <summary>What differs between the databases that a store can live in.</summary>
internal abstract partial class SqlDialect
{
    /// <summary>The words of the migration scripts that each database has its own for.</summary>
    public abstract IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>A migration script in the database's own words.</summary>
    public virtual string Translate(string script)
        => Word().Replace(script, word => Words.TryGetValue(word.Groups[1].Value, out string? value) ? value : word.Value);

    /// <summary>Begins a transaction that will write, alone in the store: others that write wait for its end.</summary>
    public abstract string BeginWrite { get; }

    /// <summary>Begins a transaction that will write only rows that it has locked, beside others of its kind; null if only one can write.</summary>
    public virtual string? BeginLeasedWrite => null;

    /// <summary>What stands behind a query to lock the rows that it finds; nothing where whoever writes is alone.</summary>
    public virtual string ForUpdate => "";

    /// <summary>Begins a transaction that will only read.</summary>
    public abstract string BeginRead { get; }

    /// <summary>Begins a transaction that changes the schema, alone in the store.</summary>
    public abstract string BeginMigration { get; }

    /// <summary>Makes the table of applied migrations, unless it is there.</summary>
    public abstract string CreateMigrationsTable { get; }

    /// <summary>Whether the transaction is still there; a database may take it back by itself when a statement fails.</summary>
    public virtual bool IsInTransaction(DbConnection connection) => true;

    /// <summary>A table (i, v) of the texts of a parameter, i counted from 0.</summary>
    public abstract string TextTable(string parameter);

    /// <summary>A table (i, v) of the digests of a parameter, i counted from 0.</summary>
    public abstract string HashTable(string parameter);

    /// <summary>Makes a statement that writes.</summary>
    /// <param name="connection">The connection that it is for.</param>
    /// <param name="sql">The statement; its parameters are @0, @1 …</param>
    /// <param name="parameters">How many parameters it has.</param>
    public abstract SqlStatement Prepare(DbConnection connection, string sql, int parameters);

    /// <summary>Gives a parameter its value as the database's driver takes it.</summary>
    public abstract void Bind(DbParameter parameter, object? value);

    /// <summary>Reads a point in time.</summary>
    public abstract DateTimeOffset ReadTime(DbDataReader reader, int column);

    /// <summary>Reads a GUID.</summary>
    public abstract Guid ReadGuid(DbDataReader reader, int column);

    /// <summary>Reads a truth value.</summary>
    public abstract bool ReadBoolean(DbDataReader reader, int column);

    /// <summary>Whether the database has a table of this name.</summary>
    public abstract ValueTask<bool> HasTableAsync(SqlSession session, string name, CancellationToken cancellation);

    /// <summary>Whether the database has any table at all.</summary>
    public abstract ValueTask<bool> HasAnyTableAsync(SqlSession session, CancellationToken cancellation);

    /// <summary>The query for the names of a store's tables, but for that of its migrations.</summary>
    public abstract string Tables { get; }

    /// <summary>The query for which table refers to which.</summary>
    public abstract string References { get; }

    /// <summary>The query for the tables whose numbers the database gives and never gives again.</summary>
    public abstract string NumberedTables { get; }

    /// <summary>The query for the last number that was given in such tables.</summary>
    public abstract string GivenNumbers { get; }

    /// <summary>Makes the next number of such a table the one after <paramref name="last"/>.</summary>
    public abstract ValueTask SetNumberAsync(SqlSession session, string table, long last, CancellationToken cancellation);

    /// <summary>What a database error means; null if it is a bug of ours.</summary>
    public abstract RestorationException? Translate(DbException cause, string store);

    /// <summary>Reads a digest.</summary>
    public static ContentHash ReadHash(DbDataReader reader, int column)
    {
        // Not as a stream: that makes SQLite's driver look for the row behind the value first.
        return new ContentHash(reader.GetFieldValue<byte[]>(column));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Word();
}

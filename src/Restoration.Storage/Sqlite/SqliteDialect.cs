using System.Data.Common;
using Microsoft.Data.Sqlite;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Sqlite;

/// <summary>SQLite (https://www.sqlite.org/lang.html).</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private const string AppendOnly = """
        CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        """;

    private const string DropAppendOnly = """
        DROP TRIGGER audit_log_no_update;
        DROP TRIGGER audit_log_no_delete;
        """;

    public override IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["identity"] = "INTEGER PRIMARY KEY",
        ["sequence"] = "INTEGER PRIMARY KEY AUTOINCREMENT",
        ["reference"] = "INTEGER",
        ["bytes"] = "BLOB",
        ["guid"] = "TEXT",
        ["timestamp"] = "TEXT",
        ["datetime"] = "DATETIME",
        ["clustered"] = " WITHOUT ROWID",
        ["asJson"] = "",
        ["zeroHash"] = $"x'{new string('0', ContentHash.Length * 2)}'",
        ["appendOnly"] = AppendOnly,
        ["dropAppendOnly"] = DropAppendOnly,
    };

    public override string BeginWrite => "BEGIN IMMEDIATE";

    public override string BeginRead => "BEGIN";

    public override string BeginMigration => "BEGIN EXCLUSIVE";

    public override string CreateMigrationsTable => """
        CREATE TABLE IF NOT EXISTS schema_migrations (
          version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL)
        """;

    // After a full disk or an I/O error SQLite may have rolled back by itself (https://www.sqlite.org/lang_transaction.html, section 2.3).
    public override bool IsInTransaction(DbConnection connection) => SQLitePCL.raw.sqlite3_get_autocommit(((SqliteConnection)connection).Handle) == 0;

    public override string Tables
        => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'schema_migrations' ORDER BY name";

    public override string References
        => "SELECT m.name, f.\"table\" FROM sqlite_master m CROSS JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";

    public override string NumberedTables => "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY name";

    public override string GivenNumbers => "SELECT name, seq FROM sqlite_sequence";

    public override string TextTable(string parameter) => $"(SELECT key AS i, value AS v FROM json_each({parameter}))";

    public override string HashTable(string parameter) => $"""
        (WITH RECURSIVE k(i, v) AS (
          SELECT 0, substr({parameter}, 1, 32) WHERE length({parameter}) > 0
          UNION ALL SELECT i + 1, substr({parameter}, 32 * (i + 1) + 1, 32) FROM k WHERE 32 * (i + 1) < length({parameter}))
        SELECT i, v FROM k)
        """;

    public override SqlStatement Prepare(DbConnection connection, string sql, int parameters)
        => new SqliteStatement((SqliteConnection)connection, sql, parameters);

    public override void Bind(DbParameter parameter, object? value) => parameter.Value = ToStored(value) switch
    {
        null => DBNull.Value,
        ContentHash hash => hash.ToArray(),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        { } stored => stored,
    };

    /// <summary>A value as one of the types that SQLite has, or of bytes.</summary>
    public static object? ToStored(object? value) => value switch
    {
        DateTimeOffset time => StoredTime.Write(time),
        Guid guid => guid.ToString(),
        bool truth => truth ? 1L : 0L,
        int number => (long)number,
        Enum name => name.ToString(),
        string text => StoredText.Of(text),
        IReadOnlyCollection<ContentHash> hashes => Pack(hashes),
        IReadOnlyCollection<string> texts => StoredJson.Write(texts.Select(StoredText.Of)),
        _ => value,
    };

    public override DateTimeOffset ReadTime(DbDataReader reader, int column) => StoredTime.Read(reader.GetString(column));

    public override Guid ReadGuid(DbDataReader reader, int column) => Guid.Parse(reader.GetString(column));

    public override bool ReadBoolean(DbDataReader reader, int column) => reader.GetInt64(column) != 0;

    public override async ValueTask<bool> HasTableAsync(SqlSession session, string name, CancellationToken cancellation)
        => await session.FirstAsync(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @0", reader => reader.GetInt64(0), cancellation, name).ConfigureAwait(false) > 0;

    public override async ValueTask<bool> HasAnyTableAsync(SqlSession session, CancellationToken cancellation)
        => await session.FirstAsync(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table'", reader => reader.GetInt64(0), cancellation).ConfigureAwait(false) > 0;

    public override async ValueTask SetNumberAsync(SqlSession session, string table, long last, CancellationToken cancellation)
    {
        await session.ExecuteAsync("DELETE FROM sqlite_sequence WHERE name = @0", cancellation, table).ConfigureAwait(false);
        await session.ExecuteAsync("INSERT INTO sqlite_sequence (name, seq) VALUES (@0, @1)", cancellation, table, last).ConfigureAwait(false);
    }

    public override RestorationException? Translate(DbException cause, string store) => cause is SqliteException sqlite ? SqliteErrors.Translate(sqlite, store) : null;

    private static byte[] Pack(IReadOnlyCollection<ContentHash> hashes)
    {
        byte[] packed = new byte[hashes.Count * ContentHash.Length];
        int offset = 0;
        foreach (ContentHash hash in hashes)
        {
            hash.CopyTo(packed.AsSpan(offset));
            offset += ContentHash.Length;
        }

        return packed;
    }
}

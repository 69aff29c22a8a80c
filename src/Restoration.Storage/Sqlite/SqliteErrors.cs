using Microsoft.Data.Sqlite;
using Restoration.Failures;

namespace Restoration.Storage.Sqlite;

/// <summary>What SQLite's result codes mean (https://www.sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;

    public static RestorationException? Translate(SqliteException cause, string store) => cause.SqliteErrorCode switch
    {
        Busy or Locked => Failure(store, FailureCode.StoreLocked, $"The store '{store}' is held by another process. Try again when that has ended."),
        ReadOnly => Failure(store, FailureCode.StoreReadOnly, $"The store '{store}' cannot be written to. Check the permissions of the file and of its folder."),
        Corrupt => Failure(store, FailureCode.StoreCorrupt, $"The store '{store}' is damaged. Restore the file from a copy, or name another store."),
        NotADatabase => Failure(store, FailureCode.StoreForeign, $"The file '{store}' is no store of this program. Name another one."),
        Full => Failure(store, FailureCode.DiskFull, $"The disk that holds the store '{store}' is full. Make room and run it again: it goes on where it stopped."),
        IoError => Failure(store, FailureCode.FileAccess, $"The store '{store}' cannot be read or written: {cause.Message}"),
        CannotOpen => Failure(store, FailureCode.FileAccess, $"The store '{store}' cannot be opened. Check the path and its permissions."),
        Constraint => Failure(store, FailureCode.InvalidState, $"The store refuses the change: {cause.Message}"),
        Error when cause.Message.Contains("no such table", StringComparison.Ordinal) =>
            Failure(store, FailureCode.StoreOutdated, $"The store '{store}' lacks a table that this program needs. Upgrade the store."),
        _ => null,
    };

    private static RestorationException Failure(string store, FailureCode code, string message) => new(code, message, store);
}

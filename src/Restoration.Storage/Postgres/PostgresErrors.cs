using Npgsql;
using Restoration.Failures;

namespace Restoration.Storage.Postgres;

/// <summary>What PostgreSQL's error codes mean (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgresErrors
{
    /// <summary>What an error means; null if it is a bug of ours.</summary>
    public static RestorationException? Translate(NpgsqlException cause, string store) => cause is PostgresException error
        ? Translate(error, store)
        : Failure(
            FailureCode.StoreUnavailable,
            $"The store '{store}' cannot be reached, or the connection to it was lost: {Innermost(cause).Message} Run or resume it when the server is there again: it goes on where it stopped.",
            store);

    private static RestorationException? Translate(PostgresException cause, string store) => cause.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => Failure(
            FailureCode.StoreLocked, $"The store '{store}' is held by another process. Try again when that has ended.", store),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Failure(
            FailureCode.PermissionDenied, $"The server of the store '{store}' does not let this user in. Check the user, the password and the server's pg_hba.conf.", store),
        PostgresErrorCodes.InsufficientPrivilege => Failure(
            FailureCode.PermissionDenied, $"The store '{store}' does not allow this user to do that: {cause.MessageText}. Ask its owner for the right, or act as its owner.", store),
        PostgresErrorCodes.InvalidCatalogName => Failure(
            FailureCode.StoreUnavailable, $"The server has no database for the store '{store}'. Create it first (CREATE DATABASE), or name another one.", store),
        PostgresErrorCodes.InvalidSchemaName => Failure(
            FailureCode.StoreUnavailable, $"The user of the store '{store}' has no schema there to work in. Grant one, or set the user's search_path.", store),
        PostgresErrorCodes.ReadOnlySqlTransaction => Failure(
            FailureCode.StoreReadOnly, $"The store '{store}' cannot be written to: the server is a standby, or set to read only. Name the primary server.", store),
        PostgresErrorCodes.DiskFull => Failure(
            FailureCode.DiskFull, $"The disk that holds the store '{store}' is full. Make room and run it again: it goes on where it stopped.", store),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Failure(
            FailureCode.StoreCorrupt, $"The store '{store}' is damaged: {cause.MessageText}. Restore the database from a copy, or name another store.", store),
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => Failure(
            FailureCode.StoreOutdated, $"The store '{store}' lacks a table that this program needs. Upgrade the store.", store),
        _ => TranslateClass(cause, store),
    };

    private static RestorationException? TranslateClass(PostgresException cause, string store) => cause.SqlState[..2] switch
    {
        // Values that do not fit, constraints, and limits such as that of an index on a text.
        "22" or "23" or "54" => Failure(FailureCode.InvalidState, $"The store refuses the change: {cause.MessageText}", store),

        // Connections, too many of them, a server that stops, its disk.
        "08" or "53" or "57" or "58" => Failure(
            FailureCode.StoreUnavailable,
            $"The server of the store '{store}' gave up: {cause.MessageText}. Run or resume it when the server is there again: it goes on where it stopped.",
            store),
        _ => null,
    };

    private static Exception Innermost(Exception cause) => cause.InnerException is { } inner ? Innermost(inner) : cause;

    private static RestorationException Failure(FailureCode code, string message, string store) => new(code, message, store);
}

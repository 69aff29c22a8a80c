using System.Globalization;
using Microsoft.Data.Sqlite;
using Restoration.Failures;

namespace Restoration.Storage.Sqlite;

/// <summary>The file that a store lives in.</summary>
internal static class SqliteFile
{
    /// <summary>Makes the file, for its owner only; nothing happens if it is there.</summary>
    public static void Create(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using FileStream file = new(path, options);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new RestorationException(FailureCode.StoreReadOnly, $"The store '{path}' cannot be made or written to: {(Directory.Exists(path) ? "it is a folder." : cause.Message)}", path, cause);
        }
    }

    /// <summary>
    /// The name to open a file by that is only looked into. A reader of a log makes one, with an index, where there is none, and
    /// may not take them away again; so a file without a log is read as one that nobody changes
    /// (https://www.sqlite.org/uri.html#uriimmutable).
    /// </summary>
    public static string NameForLooking(string path) => File.Exists(path + "-wal") || File.Exists(path + "-journal")
        ? path
        : new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";

    /// <summary>
    /// What every connection begins with. The log is written through at each checkpoint and not at each commit: a crash of the
    /// process loses nothing, a crash of the machine at most the last transactions, whole, with their journal.
    /// </summary>
    public static string Settings(SqliteOpenMode mode, TimeSpan lockTimeout)
    {
        string settings = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {(long)lockTimeout.TotalMilliseconds}; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;");
        return mode == SqliteOpenMode.ReadOnly
            ? settings
            : settings + "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;";
    }
}

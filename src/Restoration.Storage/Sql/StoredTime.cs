using System.Globalization;

namespace Restoration.Storage.Sql;

/// <summary>Points in time as every store keeps them: UTC, as text that sorts as they do, to the tick.</summary>
internal static class StoredTime
{
    // 2026-11-03T09:00:00.0000000Z: the one form that .NET reads and writes without asking a language about each mark.
    private const string Format = "O";

    // What CURRENT_TIMESTAMP writes in SQLite, in UTC too.
    private const string DatabaseFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Writes a point in time.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Write"/> or the database wrote.</summary>
    public static DateTimeOffset Read(string text)
        => DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time)
            ? time
            : DateTimeOffset.ParseExact(text, DatabaseFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

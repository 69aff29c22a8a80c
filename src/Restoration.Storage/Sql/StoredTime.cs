using System.Globalization;

namespace Restoration.Storage.Sql;

/// <summary>Points in time as every store keeps them: UTC, as text that sorts as they do, to the tick.</summary>
internal static class StoredTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    // The second is what CURRENT_TIMESTAMP writes in SQLite, in UTC too.
    private static readonly string[] Formats = [Format, "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Writes a point in time.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Write"/> or the database wrote.</summary>
    public static DateTimeOffset Read(string text)
        => DateTimeOffset.ParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

using System.Data.Common;
using Restoration.Items;

namespace Restoration.Storage.Sql;

/// <summary>Items as rows of the table contents.</summary>
internal static class ItemRows
{
    /// <summary>The columns that <see cref="Read"/> reads, of the table by its alias c.</summary>
    public const string Columns =
        "c.hash, c.item_class, c.uid, c.recurrence_id, c.immutable_id, c.natural_key, c.comparison_hash, c.subject, "
        + "c.start_time, c.end_time, c.is_all_day, c.is_series, c.series_end, c.sequence, c.last_modified, c.size";

    /// <summary>How many columns that are.</summary>
    public const int Count = 16;

    /// <summary>Reads an item, without content.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="dialect">How values are read.</param>
    /// <param name="first">The column of the hash.</param>
    public static Item Read(DbDataReader reader, SqlDialect dialect, int first) => new()
    {
        ContentHash = SqlDialect.ReadHash(reader, first),
        ItemClass = ItemClasses.Known(reader.GetString(first + 1)),
        Key = new ItemKey
        {
            Uid = ReadText(reader, first + 2),
            RecurrenceId = ReadText(reader, first + 3),
            ImmutableId = ReadText(reader, first + 4),
            NaturalKey = SqlDialect.ReadHash(reader, first + 5),
        },
        ComparisonHash = SqlDialect.ReadHash(reader, first + 6),
        Subject = reader.GetString(first + 7),
        Start = ReadCalendarTime(reader, first + 8),
        End = ReadCalendarTime(reader, first + 9),
        IsAllDay = dialect.ReadBoolean(reader, first + 10),
        IsSeries = dialect.ReadBoolean(reader, first + 11),
        SeriesEnd = reader.IsDBNull(first + 12) ? null : dialect.ReadTime(reader, first + 12),
        Sequence = (int)reader.GetInt64(first + 13),
        LastModified = reader.IsDBNull(first + 14) ? null : dialect.ReadTime(reader, first + 14),
        Size = reader.GetInt64(first + 15),
    };

    /// <summary>Reads a text that may be missing.</summary>
    public static string? ReadText(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Reads a number that may be missing.</summary>
    public static long? ReadNumber(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>Reads a calendar time that may be missing.</summary>
    public static CalendarTime? ReadCalendarTime(DbDataReader reader, int column)
        => CalendarTime.TryParse(ReadText(reader, column), out CalendarTime time) ? time : null;

    /// <summary>Reads a digest that may be missing.</summary>
    public static ContentHash? ReadHash(DbDataReader reader, int column)
        => reader.IsDBNull(column) ? null : SqlDialect.ReadHash(reader, column);
}

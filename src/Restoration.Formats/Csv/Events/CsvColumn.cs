using System.Text;

namespace Restoration.Formats.Csv.Events;

/// <summary>How a column stands for a member of an appointment in JSON.</summary>
internal enum CsvKind
{
    /// <summary>A text as it is.</summary>
    Text,

    /// <summary>A word that no text can be mistaken for.</summary>
    Word,

    /// <summary>A date or time; the zone has a column of its own.</summary>
    Time,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Texts between semicolons.</summary>
    Texts,

    /// <summary>One person.</summary>
    Person,

    /// <summary>People between semicolons.</summary>
    People,

    /// <summary>One rule.</summary>
    Rule,

    /// <summary>The minutes before the start that the one reminder fires.</summary>
    Reminder,
}

/// <summary>A column of our tables.</summary>
/// <param name="Name">Its name, and the member's in JSON.</param>
/// <param name="Kind">How it stands for the member.</param>
internal sealed record CsvColumn(string Name, CsvKind Kind)
{
    /// <summary>The column that holds what no other can, as one JSON object.</summary>
    public const string Rest = "json";

    /// <summary>All columns but the last, in order.</summary>
    public static IReadOnlyList<CsvColumn> All { get; } =
    [
        new("uid", CsvKind.Text),
        new("recurrenceId", CsvKind.Time),
        new("subject", CsvKind.Text),
        new("start", CsvKind.Time),
        new("end", CsvKind.Time),
        new("isAllDay", CsvKind.Truth),
        new("location", CsvKind.Text),
        new("body", CsvKind.Text),
        new("categories", CsvKind.Texts),
        new("sensitivity", CsvKind.Word),
        new("showAs", CsvKind.Word),
        new("importance", CsvKind.Word),
        new("organizer", CsvKind.Person),
        new("attendees", CsvKind.People),
        new("recurrence", CsvKind.Rule),
        new("alarms", CsvKind.Reminder),
        new("status", CsvKind.Word),
        new("transparency", CsvKind.Word),
        new("priority", CsvKind.Number),
        new("sequence", CsvKind.Number),
        new("created", CsvKind.Text),
        new("lastModified", CsvKind.Text),
    ];

    /// <summary>The name in UTF-8.</summary>
    public byte[] Utf8Name { get; } = Encoding.ASCII.GetBytes(Name);

    /// <summary>The name of the column for the zone of a time.</summary>
    public string ZoneName => Name + "TimeZone";

    /// <summary>The names of the header.</summary>
    /// <param name="includeMetadata">Whether the last column is written.</param>
    public static IReadOnlyList<string> Header(bool includeMetadata) =>
    [
        .. All.SelectMany(column => column.Kind == CsvKind.Time ? new[] { column.Name, column.ZoneName } : [column.Name]),
        .. includeMetadata ? new[] { Rest } : [],
    ];

    /// <summary>Whether a table has our columns.</summary>
    public static bool IsOwn(IReadOnlyList<string> names)
        => names.Contains("uid", StringComparer.Ordinal) && names.Contains("recurrenceIdTimeZone", StringComparer.Ordinal) && names.Contains("startTimeZone", StringComparer.Ordinal);
}

using System.Text;

namespace Restoration.Formats.Tables;

/// <summary>What the columns of a table say.</summary>
internal sealed class TableHeader
{
    private static readonly Dictionary<string, TableField> Common = HeaderNames.Common
        .SelectMany(entry => entry.Names.Split('|'), (entry, name) => (name, entry.Field))
        .ToDictionary(pair => pair.name, pair => pair.Field, StringComparer.Ordinal);

    private static readonly ILookup<string, (string Language, TableField Field)> Local = HeaderNames.Local
        .SelectMany(entry => entry.Names.Split('|'), (entry, name) => (name, entry.Language, entry.Field))
        .ToLookup(entry => entry.name, entry => (entry.Language, entry.Field), StringComparer.Ordinal);

    private readonly IReadOnlyList<string> _names;
    private readonly TableField[] _fields;

    private TableHeader(IReadOnlyList<string> names, TableField[] fields, string? language)
    {
        _names = names;
        _fields = fields;
        Language = language;
        IsMarkedBackup = names.Contains("start_time", StringComparer.Ordinal) && names.Contains("subject", StringComparer.Ordinal);
    }

    /// <summary>The language of the names; null if they are English.</summary>
    public string? Language { get; }

    /// <summary>Whether it is a table of a program that writes <c>[BACKUP] </c> before the subjects of its backups.</summary>
    public bool IsMarkedBackup { get; }

    /// <summary>Whether these are the columns of appointments: each has a subject or an end, and a start.</summary>
    public bool HasAppointments => Has(TableField.Subject, TableField.End, TableField.EndDate) && Has(TableField.Start, TableField.StartDate);

    /// <summary>Whether any program calls a column so, in any language.</summary>
    public static bool Knows(string name) => Normalize(name) is var key && (Common.ContainsKey(key) || Local.Contains(key));

    /// <summary>Reads names.</summary>
    public static TableHeader Read(IReadOnlyList<string> names)
    {
        string[] keys = [.. names.Select(Normalize)];
        string? language = keys.SelectMany(key => Local[key].Where(_ => !Common.ContainsKey(key)))
            .GroupBy(entry => entry.Language, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()?.Key;
        TableField[] fields = new TableField[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            fields[i] = FieldOf(keys[i], language, new ArraySegment<TableField>(fields, 0, i));
        }

        Pair(fields, TableField.StartDate, TableField.StartTime, TableField.Start);
        Pair(fields, TableField.EndDate, TableField.EndTime, TableField.End);
        return new TableHeader(names, fields, language);
    }

    /// <summary>Makes a row of cells.</summary>
    public TableRow Row(Func<int, string> cell)
    {
        TableRow row = new() { IsMarkedBackup = IsMarkedBackup };
        for (int i = 0; i < _fields.Length; i++)
        {
            string text = cell(i);
            if (_fields[i] != TableField.Unknown)
            {
                row[_fields[i]] = text;
            }
            else if (text.Length > 0)
            {
                row.Others.Add(new KeyValuePair<string, string>(_names[i], text));
            }
        }

        return row;
    }

    // Some languages call the day and the time of day the same.
    private static TableField FieldOf(string key, string? language, ArraySegment<TableField> before)
    {
        TableField field = language is not null && Local[key].FirstOrDefault(entry => entry.Language == language).Field is var local && local != TableField.Unknown
            ? local
            : Common.GetValueOrDefault(key);
        return field switch
        {
            TableField.StartDate when before.Contains(TableField.StartDate) => TableField.StartTime,
            TableField.EndDate when before.Contains(TableField.EndDate) => TableField.EndTime,
            _ => before.Contains(field) ? TableField.Unknown : field,
        };
    }

    // Without a column for the day, the one for the time holds both; and a day alone is a start, too.
    private static void Pair(TableField[] fields, TableField date, TableField time, TableField both)
    {
        bool hasDate = fields.Contains(date);
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i] == time && !hasDate && !fields.Contains(both))
            {
                fields[i] = both;
            }
        }
    }

    private bool Has(params ReadOnlySpan<TableField> fields)
    {
        foreach (TableField field in fields)
        {
            if (_fields.Contains(field))
            {
                return true;
            }
        }

        return false;
    }

    private static string Normalize(string name)
    {
        StringBuilder key = new(name.Length);
        foreach (char character in name.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit))
        {
            key.Append(char.ToLowerInvariant(character));
        }

        return key.ToString();
    }
}

namespace Restoration.Formats.Tables;

/// <summary>One appointment as a table has it: texts by what they say.</summary>
internal sealed class TableRow
{
    private static readonly int FieldCount = Enum.GetValues<TableField>().Length;

    private readonly string?[] _cells = new string?[FieldCount];

    /// <summary>A cell; null if there is none, or nothing in it.</summary>
    public string? this[TableField field]
    {
        get => _cells[(int)field];
        set => _cells[(int)field] ??= string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The cells of columns that nobody knows, by name.</summary>
    public List<KeyValuePair<string, string>> Others { get; } = [];

    /// <summary>Whether it comes from a program that writes <c>[BACKUP] </c> before the subjects of its backups.</summary>
    public bool IsMarkedBackup { get; set; }

    /// <summary>The cells that hold dates.</summary>
    public IEnumerable<string> DateCells
        => new[] { TableField.Start, TableField.StartDate, TableField.End, TableField.EndDate, TableField.ReminderDate }.Select(each => this[each]).OfType<string>();

    /// <summary>Whether every cell is empty.</summary>
    public bool IsEmpty => Others.Count == 0 && Array.TrueForAll(_cells, cell => cell is null);

    /// <summary>A cell without the blanks around it.</summary>
    public string? Trimmed(TableField field) => _cells[(int)field]?.Trim();
}

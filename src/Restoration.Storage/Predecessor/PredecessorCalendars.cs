using System.Globalization;
using System.Text.Json;
using Restoration.Items;

namespace Restoration.Storage.Predecessor;

/// <summary>What the rows of appointments refer to: users, calendars, categories.</summary>
internal sealed class PredecessorCalendars
{
    private const int MostLayers = 3;

    // What says only where the row was, or what is said in another way.
    private static readonly string[] References = ["id", "user_id", "calendar_id", "category_id", "categories"];

    private readonly Dictionary<long, string> _users = [];
    private readonly Dictionary<long, string> _categories = [];
    private readonly Dictionary<long, string> _calendars = [];

    /// <summary>Reads them.</summary>
    public static async ValueTask<PredecessorCalendars> ReadAsync(PredecessorDatabase database, CancellationToken cancellation)
    {
        PredecessorCalendars read = new();
        foreach (Dictionary<string, object?> row in await database.ReadTableAsync("users", cancellation).ConfigureAwait(false))
        {
            if ((Text(row, "email") ?? Text(row, "username")) is { } address)
            {
                read._users[(long)row["id"]!] = address;
            }
        }

        await NameAsync(read._calendars, "calendars").ConfigureAwait(false);
        await NameAsync(read._categories, "categories").ConfigureAwait(false);
        return read;

        async ValueTask NameAsync(Dictionary<long, string> names, string table)
        {
            foreach (Dictionary<string, object?> row in await database.ReadTableAsync(table, cancellation).ConfigureAwait(false))
            {
                if (Text(row, "name") is { } name)
                {
                    names[(long)row["id"]!] = name;
                }
            }
        }
    }

    /// <summary>The address of a user; null if there is none of this number.</summary>
    public string? FindUser(object? number) => number is long id ? _users.GetValueOrDefault(id) : null;

    /// <summary>Where an appointment was; null if nobody has it.</summary>
    public Location? Find(Dictionary<string, object?> row)
        => FindUser(row.GetValueOrDefault("user_id")) is { } mailbox ? Location.OfStore(mailbox, FolderPath.Parse(NameOf(Text(row, "calendar_id")))) : null;

    /// <summary>The row as the table formats read it: what it refers to by name, and nothing that is empty.</summary>
    public IReadOnlyDictionary<string, object?> Complete(Dictionary<string, object?> row)
    {
        Dictionary<string, object?> complete = row
            .Where(cell => cell.Value is not null and not "null" and not byte[] && !References.Contains(cell.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.OrdinalIgnoreCase);
        List<string> categories = [.. Names(Text(row, "categories"), MostLayers)];
        if (row.GetValueOrDefault("category_id") is long number && _categories.TryGetValue(number, out string? name) && !categories.Contains(name))
        {
            categories.Insert(0, name);
        }

        if (categories.Count > 0)
        {
            complete["categories"] = JsonSerializer.Serialize(categories);
        }

        return complete;
    }

    /// <summary>The text of a cell; null if it is empty.</summary>
    public static string? Text(Dictionary<string, object?> row, string column)
        => Convert.ToString(row.GetValueOrDefault(column), CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text and not "null" ? text : null;

    // A number, a name, or an address such as local://calendar/name. The path of a folder has no other separators.
    private string NameOf(string? reference)
    {
        string name = long.TryParse(reference, CultureInfo.InvariantCulture, out long number) && _calendars.TryGetValue(number, out string? found)
            ? found
            : NameOfAddress(Uri.UnescapeDataString(reference?[(reference.LastIndexOf('/') + 1)..] ?? "").Trim('"'));
        name = name.Replace('/', '-').Trim();
        return name.Length > 0 ? name : FolderPath.Calendar.ToString();
    }

    // An address writes a name small and with hyphens.
    private string NameOfAddress(string name)
        => _calendars.Values.FirstOrDefault(calendar => string.Equals(calendar.Replace(' ', '-'), name.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase)) ?? name;

    // Lists were encoded once more each time that they were stored.
    private static IEnumerable<string> Names(string? json, int layers)
    {
        if (json is null || layers == 0 || json[0] is not ('[' or '"'))
        {
            return json is null || json[0] == '[' ? [] : [json];
        }

        try
        {
            JsonElement value = JsonSerializer.Deserialize<JsonElement>(json);
            return value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!)]
                : Names(value.GetString()?.Trim() is { Length: > 0 } inner ? inner : null, layers - 1);
        }
        catch (JsonException)
        {
            // A name that only begins like JSON.
            return [json];
        }
    }
}

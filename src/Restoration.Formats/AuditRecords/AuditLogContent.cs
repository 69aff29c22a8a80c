using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Items;
using Restoration.Formats.Json;
using Restoration.Formats.Tables;
using Restoration.Items;
using Restoration.Sources.AuditLog;

namespace Restoration.Formats.AuditRecords;

/// <summary>Finds the appointment that the details of a row hold, whatever its members are called and however deep it stands.</summary>
internal static class AuditLogContent
{
    /// <summary>Reads the first appointment.</summary>
    /// <param name="details">The details, each as JSON or as any other text.</param>
    /// <param name="options">What its times mean.</param>
    /// <returns>Null if there is none: a message alone says that something failed, not what.</returns>
    /// <exception cref="RestorationException">There is one, but when it is cannot be read.</exception>
    public static AuditedItem? Read(IEnumerable<string> details, TableOptions options)
    {
        TableRow? row = details.Select(text => TableJson.Parse(text)).OfType<JsonElement>().Select(Find).FirstOrDefault(found => found is not null);
        if (row is null)
        {
            return null;
        }

        Item item = ItemFactory.FromAppointment(TableAppointment.Read(row, options));
        return new AuditedItem { Subject = item.Subject, Uid = item.Key.Uid, Before = item };
    }

    // Content is at least a subject and a start.
    private static TableRow? Find(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                TableRow row = JsonRow.Read(value);
                bool isContent = row[TableField.Subject] is not null && (row[TableField.Start] ?? row[TableField.StartDate]) is not null;
                return isContent ? row : value.EnumerateObject().Select(member => Find(member.Value)).FirstOrDefault(found => found is not null);
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(Find).FirstOrDefault(found => found is not null);
            case JsonValueKind.String when TableJson.Parse(value.GetString()) is { } inner:
                return Find(inner);
            default:
                return null;
        }
    }
}

using System.Text.Json;
using Restoration.Sources;

namespace Restoration.Storage.Sql;

/// <summary>Which audit record led to an item, as JSON.</summary>
internal static class RecordJson
{
    public static string? Write(RecordReference? record) => record is null ? null : StoredJson.Write(record, WriteMembers);

    public static void WriteMembers(Utf8JsonWriter writer, RecordReference record)
    {
        StoredJson.WriteText(writer, nameof(record.RecordId), record.RecordId);
        writer.WriteString(nameof(record.Operation), record.Operation);
        writer.WriteString(nameof(record.CreationTime), record.CreationTime);
        StoredJson.WriteText(writer, nameof(record.UserId), record.UserId);
        StoredJson.WriteText(writer, nameof(record.File), record.File);
        if (record.Row is { } row)
        {
            writer.WriteNumber(nameof(record.Row), row);
        }
    }

    public static RecordReference? Read(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using JsonDocument document = StoredJson.Parse(json);
        return Read(document.RootElement);
    }

    public static RecordReference Read(JsonElement json) => new(
        StoredJson.ReadText(json, nameof(RecordReference.RecordId)),
        StoredJson.ReadText(json, nameof(RecordReference.Operation)) ?? "",
        json.GetProperty(nameof(RecordReference.CreationTime)).GetDateTimeOffset(),
        StoredJson.ReadText(json, nameof(RecordReference.UserId)),
        StoredJson.ReadText(json, nameof(RecordReference.File)),
        json.TryGetProperty(nameof(RecordReference.Row), out JsonElement row) ? row.GetInt64() : null);
}

using System.Text.Json;
using Restoration.Items;

namespace Restoration.Storage.Sql;

/// <summary>The properties of a calendar as JSON.</summary>
internal static class PropertiesJson
{
    public static string Write(IReadOnlyList<CalendarProperty> properties) => StoredJson.Write(properties, WriteMembers);

    public static IReadOnlyList<CalendarProperty> Read(string json)
    {
        using JsonDocument document = StoredJson.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(ReadProperty)];
    }

    private static void WriteMembers(Utf8JsonWriter writer, CalendarProperty property)
    {
        writer.WriteString(nameof(property.Name), property.Name);
        writer.WriteString(nameof(property.Value), property.Value);
        writer.WriteStartArray(nameof(property.Parameters));
        foreach (PropertyParameter parameter in property.Parameters)
        {
            writer.WriteStartObject();
            writer.WriteString(nameof(parameter.Name), parameter.Name);
            StoredJson.WriteTexts(writer, nameof(parameter.Values), parameter.Values);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static CalendarProperty ReadProperty(JsonElement json) => new(
        StoredJson.ReadText(json, nameof(CalendarProperty.Name)) ?? "", StoredJson.ReadText(json, nameof(CalendarProperty.Value)) ?? "")
    {
        Parameters = [.. json.GetProperty(nameof(CalendarProperty.Parameters)).EnumerateArray().Select(ReadParameter)],
    };

    private static PropertyParameter ReadParameter(JsonElement json) => new(
        StoredJson.ReadText(json, nameof(PropertyParameter.Name)) ?? "", StoredJson.ReadTexts(json.GetProperty(nameof(PropertyParameter.Values))));
}

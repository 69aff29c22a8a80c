using System.Globalization;
using System.Text.Json;

namespace Restoration.Formats.Graph;

/// <summary>
/// Reads members whatever the case of their names: PowerShell writes them with a capital. What is not there, null, or of another
/// kind is null.
/// </summary>
internal static class GraphValue
{
    /// <summary>A member; null if it is not there.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!element.TryGetProperty(name, out JsonElement value))
        {
            value = default;
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    value = property.Value;
                }
            }
        }

        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value;
    }

    /// <summary>A text, or a number as it is written; null if there is none, or nothing in it.</summary>
    public static string? Text(this JsonElement? element, string name)
    {
        JsonElement? member = element?.Member(name);
        string? text = member?.ValueKind switch
        {
            JsonValueKind.String => member.Value.GetString(),
            JsonValueKind.Number => member.Value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <inheritdoc cref="Text(JsonElement?, string)"/>
    public static string? Text(this JsonElement element, string name) => Text((JsonElement?)element, name);

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(this JsonElement element, string name) => element.Member(name)?.ValueKind == JsonValueKind.True;

    /// <summary>A whole number.</summary>
    public static int? Number(this JsonElement? element, string name)
        => int.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>An instant; null for the first day of all, which Graph writes for none.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, string name)
        => DateTimeOffset.TryParse(element.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            && instant.Year > 1 ? instant.ToUniversalTime() : null;

    /// <summary>The elements of a list.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement? element, string name)
        => element?.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}

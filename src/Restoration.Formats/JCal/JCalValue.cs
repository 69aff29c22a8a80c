using System.Text.Json;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.JCal;

/// <summary>Values of jCal as iCalendar writes them (RFC 7265 §3.6).</summary>
internal static class JCalValue
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "text", "unknown", "uri", "cal-address", "date-time", "duration", "recur", "utc-offset", "integer", "float", "boolean", "time" };

    /// <summary>The VALUE parameter that a property needs; null if its name says it already.</summary>
    public static string? TypeToWrite(string name, string type) => type switch
    {
        "date" => "DATE",
        "binary" => "BINARY",
        "period" when name != "FREEBUSY" => "PERIOD",
        "date-time" when name == "TRIGGER" => "DATE-TIME",
        "text" or "unknown" => null,
        _ when name.StartsWith("X-", StringComparison.Ordinal) && Known.Contains(type) => type.ToUpperInvariant(),
        _ => null,
    };

    /// <summary>Writes a value.</summary>
    public static string Write(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Array when type == "period" => string.Join('/', value.EnumerateArray().Select(each => Compact(each.ToString()))),
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(each => Write(each, type))),
        JsonValueKind.Object => Rule(value),
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        JsonValueKind.String => Text(value.GetString()!, type),
        _ => value.ToString(),
    };

    private static string Text(string text, string type) => type switch
    {
        "text" => TextValue.Encode(text),
        "date" or "date-time" or "time" or "period" => Compact(text),
        "utc-offset" => text.Replace(":", "", StringComparison.Ordinal),
        _ => text,
    };

    // {"freq":"WEEKLY","byday":["MO","TU"],"until":"2026-12-31T00:00:00Z"}
    private static string Rule(JsonElement rule) => string.Join(';', rule.EnumerateObject()
        .OrderBy(part => !part.NameEquals("freq"))
        .Select(part => $"{part.Name.ToUpperInvariant()}={Part(part)}"));

    private static string Part(JsonProperty part) => part.Value.ValueKind == JsonValueKind.Array
        ? string.Join(',', part.Value.EnumerateArray().Select(each => each.ToString()))
        : part.NameEquals("until") ? Compact(part.Value.ToString()) : part.Value.ToString();

    // 2026-11-03T09:00:00 → 20261103T090000; a duration has neither dashes nor colons but for its sign.
    private static string Compact(string text)
        => text.Contains('P', StringComparison.Ordinal) ? text : text.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
}

using System.Text.Json;

namespace Restoration.Requests;

/// <summary>Members of stored JSON. What is as it begins is not written, and what is not there is as it begins.</summary>
internal static class JsonMembers
{
    public static void WriteMember(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteMember(Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }

    public static void WriteMember(Utf8JsonWriter writer, string name, IEnumerable<string> values)
        => WriteArray(writer, name, values, (json, value) => json.WriteStringValue(value));

    public static void WriteMember(Utf8JsonWriter writer, string name, IReadOnlyList<long> values)
        => WriteArray(writer, name, values, (json, value) => json.WriteNumberValue(value));

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        T[] all = [.. values];
        if (all.Length > 0)
        {
            writer.WriteStartArray(name);
            Array.ForEach(all, value => write(writer, value));
            writer.WriteEndArray();
        }
    }

    public static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    public static string[] Texts(JsonElement json, string name)
        => json.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.GetString() ?? "")] : [];

    public static long[] Numbers(JsonElement json, string name)
        => json.TryGetProperty(name, out JsonElement values) ? [.. values.EnumerateArray().Select(value => value.GetInt64())] : [];

    public static bool Truth(JsonElement json, string name, bool otherwise) => json.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;
}

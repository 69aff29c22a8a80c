using System.Buffers;
using System.Text;
using System.Text.Json;
using Restoration.Failures;

namespace Restoration.Storage.Sql;

/// <summary>
/// JSON in columns that each item has, written and read member by member: before a serializer has made itself ready, thousands
/// of these are written.
/// </summary>
internal static class StoredJson
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? Writer;

    /// <summary>An object with the members that <paramref name="write"/> gives it.</summary>
    public static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        Utf8JsonWriter writer = Begin();
        writer.WriteStartObject();
        write(writer, value);
        writer.WriteEndObject();
        return End(writer);
    }

    /// <summary>An array of objects with the members that <paramref name="write"/> gives each.</summary>
    public static string Write<T>(IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        Utf8JsonWriter writer = Begin();
        writer.WriteStartArray();
        foreach (T value in values)
        {
            writer.WriteStartObject();
            write(writer, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        return End(writer);
    }

    /// <summary>An array of texts.</summary>
    public static string Write(IEnumerable<string> values)
    {
        Utf8JsonWriter writer = Begin();
        WriteArray(writer, values);
        return End(writer);
    }

    /// <summary>Opens what was written.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.StoreCorrupt"/>.</exception>
    public static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException cause)
        {
            throw new RestorationException(FailureCode.StoreCorrupt, "The store is damaged: a column of it is no JSON. Take the store from a copy.", null, cause);
        }
    }

    /// <summary>Reads an array of texts.</summary>
    public static string[] ReadTexts(string json)
    {
        using JsonDocument document = Parse(json);
        return ReadTexts(document.RootElement);
    }

    /// <summary>Reads an array of texts.</summary>
    public static string[] ReadTexts(JsonElement json) => [.. json.EnumerateArray().Select(value => value.GetString() ?? "")];

    /// <summary>Writes a member, unless there is nothing to write.</summary>
    public static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a member that is an array, unless there is none.</summary>
    public static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string>? values)
    {
        if (values is null)
        {
            return;
        }

        writer.WritePropertyName(name);
        WriteArray(writer, values);
    }

    /// <summary>The text of a member; null if it is not there.</summary>
    public static string? ReadText(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable<string> values)
    {
        writer.WriteStartArray();
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static Utf8JsonWriter Begin()
    {
        ArrayBufferWriter<byte> buffer = Buffer ??= new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter writer = Writer ??= new Utf8JsonWriter(buffer);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        return writer;
    }

    private static string End(Utf8JsonWriter writer)
    {
        writer.Flush();
        return Encoding.UTF8.GetString(Buffer!.WrittenSpan);
    }
}

using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restoration.PowerShell.Parameters;

/// <summary>Writes a record that came as objects as the JSON that it stands for. Text is taken for JSON already.</summary>
internal static class RecordJson
{
    // Records nest five deep; an object of .NET that is none may nest for ever.
    private const int MostLevels = 32;
    private const int MostTypedLevels = 3;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record as JSON.</summary>
    public static string Of(object record)
    {
        if (Bare(record) is string text)
        {
            return text;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            Write(json, record, MostLevels, MostTypedLevels);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter json, object? value, int levels, int typedLevels)
    {
        switch (Bare(value))
        {
            case null:
            case var _ when levels == 0 || typedLevels == 0:
                json.WriteNullValue();
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case JsonNode node:
                node.WriteTo(json);
                break;
            case IDictionary dictionary:
                WriteMembers(json, dictionary.Cast<DictionaryEntry>().Select(entry => (Text(entry.Key), entry.Value)), levels, typedLevels);
                break;
            case PSCustomObject:
                WriteMembers(json, MembersOf(value!), levels, typedLevels);
                break;
            case string or decimal or DateTime or DateTimeOffset or Guid or Uri:
            case { } simple when simple.GetType().IsPrimitive:
                JsonSerializer.Serialize(json, Bare(value));
                break;
            case Enum name:
                json.WriteStringValue(name.ToString());
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (object? element in list)
                {
                    Write(json, element, levels - 1, typedLevels);
                }

                json.WriteEndArray();
                break;
            default:
                WriteMembers(json, MembersOf(value!), levels, typedLevels - 1);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, IEnumerable<(string Name, object? Value)> members, int levels, int typedLevels)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in members)
        {
            json.WritePropertyName(name);
            Write(json, value, levels - 1, typedLevels);
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, object? Value)> MembersOf(object value)
        => PSObject.AsPSObject(value).Properties.Where(property => property.IsGettable).Select(property => (property.Name, ValueOf(property)));

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            // What an object does not tell of itself is not in the record.
            return null;
        }
    }

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static string Text(object key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";
}

using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Restoration.Console.Output;

/// <summary>Writes values as JSON.</summary>
internal static class JsonValues
{
    public static void WriteObject<T>(Utf8JsonWriter json, T thing, Shape<T> shape)
    {
        json.WriteStartObject();
        WriteMembers(json, thing, shape);
        json.WriteEndObject();
    }

    public static void WriteMembers<T>(Utf8JsonWriter json, T thing, Shape<T> shape)
    {
        foreach (Field<T> field in shape.Fields)
        {
            json.WritePropertyName(field.Name);
            Write(json, field.Value(thing));
        }
    }

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time.UtcDateTime);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case JsonMembers members:
                json.WriteStartObject();
                foreach ((string name, object? member) in members.Members)
                {
                    json.WritePropertyName(name);
                    Write(json, member);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (object? element in list)
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

/// <summary>An object inside a value.</summary>
internal sealed record JsonMembers(params (string Name, object? Value)[] Members)
{
    /// <summary>What it says to people; null for its members.</summary>
    public string? Text { get; init; }
}

using System.Text;
using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Lexing;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// A property that no member stands for: <c>["GEO",{},"37.4;-122.1"]</c>, its name, its parameters and its value as iCalendar
/// writes it. Where the parameters fit no object, the whole content line as a string.
/// </summary>
internal static class PropertyJson
{
    /// <summary>Writes a property.</summary>
    public static void Write(Utf8JsonWriter writer, Component component, in ContentLine line)
    {
        if (!ParameterJson.Fits(component, in line))
        {
            writer.WriteStringValue(component.Line(in line));
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue(component.NameOf(in line));
        writer.WriteStartObject();
        ParameterReader parameters = new(line.HasParameters ? component.Parameters(in line) : default);
        while (parameters.MoveNext())
        {
            writer.WritePropertyName(parameters.Name);
            ParameterJson.WriteValues(writer, parameters.Values);
        }

        writer.WriteEndObject();
        writer.WriteStringValue(component.Value(in line));
        writer.WriteEndArray();
    }

    /// <summary>Reads a property.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            ReadLine(draft.TextOf(ref reader), draft);
            return;
        }

        if (!draft.Enter(ref reader, JsonTokenType.StartArray, "other"))
        {
            return;
        }

        reader.Read();
        ReadOnlySpan<byte> name = draft.TextOf(ref reader);
        if (!IsProperty(name))
        {
            draft.Fail($"'{Encoding.UTF8.GetString(name)}' is no name of a property (RFC 5545 §3.1)");
            return;
        }

        draft.Content.Append(name);
        reader.Read();
        ParameterJson.Read(ref reader, draft);
        reader.Read();
        draft.Content.Raw(draft.TextOf(ref reader));
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            draft.Fail("a property is an array of three: name, parameters, value");
        }
    }

    /// <summary>Whether a property of a name is among those of an array.</summary>
    /// <param name="properties">A reader that stands on the array.</param>
    /// <param name="name">The name.</param>
    public static bool IsAmong(Utf8JsonReader properties, ReadOnlySpan<byte> name)
    {
        while (properties.Read() && properties.TokenType != JsonTokenType.EndArray)
        {
            Utf8JsonReader property = properties;
            properties.Skip();
            if (property.TokenType == JsonTokenType.StartArray)
            {
                property.Read();
            }

            if (property.TokenType == JsonTokenType.String && Ascii.EqualsIgnoreCase(NameIn(JsonText.ReadBytes(ref property)), name))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> line)
    {
        int length = ContentLineSyntax.NameLength(line);
        return length < 0 ? line : line[..length];
    }

    private static void ReadLine(ReadOnlySpan<byte> line, EventDraft draft)
    {
        int length = ContentLineSyntax.NameLength(line);
        if (length <= 0 || line[length] is not ((byte)':' or (byte)';') || !IsProperty(line[..length]))
        {
            draft.Fail($"'{Encoding.UTF8.GetString(line)}' is no content line (RFC 5545 §3.1)");
            return;
        }

        draft.Content.RawLine(line);
    }

    // What begins and ends components is told by the members that hold them.
    private static bool IsProperty(ReadOnlySpan<byte> name)
        => !name.IsEmpty && ContentLineSyntax.NameLength(name) < 0 && !ComponentNames.Equal(name, "BEGIN"u8) && !ComponentNames.Equal(name, "END"u8);
}

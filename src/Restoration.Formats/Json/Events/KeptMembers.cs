using System.Buffers;
using System.Text.Json;
using Restoration.Formats.AuditRecords;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// Members of JSON that stand for nothing in iCalendar. They are kept with the item, as one JSON object in a property of ours,
/// and written back from there.
/// </summary>
internal static class KeptMembers
{
    /// <summary>The property for members of our JSON, and of tables.</summary>
    public static ReadOnlySpan<byte> JsonProperty => "X-RESTORATION-JSON"u8;

    /// <summary>The property for members of Microsoft Graph's events.</summary>
    public static ReadOnlySpan<byte> GraphProperty => "X-RESTORATION-GRAPH"u8;

    /// <summary>Whether a text is one JSON object that can be written as it is, on one line.</summary>
    public static bool IsObject(ReadOnlySpan<byte> json)
    {
        if (json.ContainsAny((byte)'\r', (byte)'\n'))
        {
            return false;
        }

        try
        {
            Utf8JsonReader reader = new(json, JsonSyntax.Own);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            // Anybody may have written the property; it is kept as it is.
            return false;
        }
    }

    /// <summary>Whether one of the members has the name of a member that this program knows.</summary>
    public static bool HasKnown(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, JsonSyntax.Own);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (MemberDefinition.Find(reader.ValueSpan) != EventMember.Unknown)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>Writes the members into an object that is being written.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, JsonSyntax.Own);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            WriteMember(writer, ref reader, json);
        }
    }

    /// <summary>Lays members over an object: those of the same name take the place of what it has, the others follow.</summary>
    public static void Overlay(ReadOnlySpan<byte> json, ReadOnlySpan<byte> kept, IBufferWriter<byte> output)
    {
        using Utf8JsonWriter writer = new(output, JsonSyntax.Writing);
        writer.WriteStartObject();
        Utf8JsonReader reader = new(json, JsonSyntax.Own);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Utf8JsonReader other = new(kept, JsonSyntax.Own);
            if (TryFind(ref other, reader.ValueSpan))
            {
                WriteMember(writer, ref other, kept);
                reader.Skip();
            }
            else
            {
                WriteMember(writer, ref reader, json);
            }
        }

        reader = new Utf8JsonReader(kept, JsonSyntax.Own);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Utf8JsonReader other = new(json, JsonSyntax.Own);
            if (TryFind(ref other, reader.ValueSpan))
            {
                reader.Skip();
            }
            else
            {
                WriteMember(writer, ref reader, kept);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Adds those members to an object that have names which this program does not know.</summary>
    public static void AddUnknown(ReadOnlySpan<byte> json, ReadOnlySpan<byte> kept, IBufferWriter<byte> output)
    {
        output.Write(json[..^1]);
        Utf8JsonReader reader = new(kept, JsonSyntax.Own);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            bool isKnown = MemberDefinition.Find(reader.ValueSpan) != EventMember.Unknown;
            reader.Read();
            reader.Skip();
            if (!isKnown)
            {
                output.Write(json.Length > 2 ? ","u8 : default);
                output.Write(kept[start..(int)reader.BytesConsumed]);
            }
        }

        output.Write("}"u8);
    }

    private static bool TryFind(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.SequenceEqual(name))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    // Names and values as they stand: whatever escapes they have, they keep.
    private static void WriteMember(Utf8JsonWriter writer, ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        WriteName(writer, ref reader);
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        writer.WriteRawValue(json[start..(int)reader.BytesConsumed], skipInputValidation: true);
    }

    private static void WriteName(Utf8JsonWriter writer, ref Utf8JsonReader reader)
        => writer.WritePropertyName(JsonText.ReadBytes(ref reader));
}

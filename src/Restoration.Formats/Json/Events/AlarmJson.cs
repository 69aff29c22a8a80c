using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// A reminder: <c>{"action":"DISPLAY","trigger":"-PT15M","description":"Reminder"}</c>, with the rest of it in <c>parameters</c>,
/// <c>other</c> and <c>components</c> as appointments have them.
/// </summary>
internal static class AlarmJson
{
    private static readonly (PropertyId Property, JsonEncodedText Name)[] Members =
    [
        (PropertyId.Action, JsonEncodedText.Encode("action")),
        (PropertyId.Trigger, JsonEncodedText.Encode("trigger")),
        (PropertyId.Description, JsonEncodedText.Encode("description")),
    ];

    private static readonly JsonEncodedText Parameters = JsonEncodedText.Encode("parameters");
    private static readonly JsonEncodedText Other = JsonEncodedText.Encode("other");
    private static readonly JsonEncodedText Components = JsonEncodedText.Encode("components");

    /// <summary>Writes an alarm.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="component">The appointment.</param>
    /// <param name="begin">The index of the alarm's BEGIN.</param>
    /// <param name="texts">Texts are decoded here.</param>
    public static void Write(Utf8JsonWriter writer, Component component, int begin, TextScratch texts)
    {
        int end = component.EndOf(begin);
        writer.WriteStartObject();
        bool hasParameters = false;
        foreach ((PropertyId property, JsonEncodedText name) in Members)
        {
            if (Find(component, begin, end, property) is > 0 and int index)
            {
                ref readonly ContentLine line = ref component.Lines[index];
                hasParameters |= line.HasParameters;
                ReadOnlySpan<byte> value = component.Value(in line);
                writer.WriteString(name, property == PropertyId.Description ? texts.Decode(value) : value);
            }
        }

        if (hasParameters)
        {
            WriteParameters(writer, component, begin, end);
        }

        WriteRest(writer, component, begin, end);
        writer.WriteEndObject();
    }

    /// <summary>Reads an alarm.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartObject, "an alarm"))
        {
            return;
        }

        Utf8JsonReader parameters = reader;
        bool hasParameters = TryFindParameters(ref parameters);
        draft.Content.Line("BEGIN:VALARM"u8);
        while (draft.Fault is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.ReadBytes(ref reader);
            reader.Read();
            if (FindMember(name) is { } property && reader.TokenType == JsonTokenType.String)
            {
                draft.Content.Append(PropertyDefinition.Of(property).Name);
                if (hasParameters)
                {
                    MemberParameters.Read(parameters, name, draft);
                }

                ReadValue(ref reader, property, draft);
            }
            else if (name.SequenceEqual("other"u8) || name.SequenceEqual("components"u8))
            {
                ComponentJson.ReadAll(ref reader, draft, isComponent: name[0] == 'c');
            }
            else if (name.SequenceEqual("parameters"u8))
            {
                reader.Skip();
            }
            else
            {
                draft.Pass(ref reader);
            }
        }

        draft.Content.Line("END:VALARM"u8);
    }

    private static void ReadValue(ref Utf8JsonReader reader, PropertyId property, EventDraft draft)
    {
        if (property == PropertyId.Description)
        {
            draft.Content.Text(draft.TextOf(ref reader));
        }
        else
        {
            draft.Content.Raw(draft.TextOf(ref reader));
        }
    }

    private static bool TryFindParameters(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = reader.ValueTextEquals(Parameters.EncodedUtf8Bytes);
            reader.Read();
            if (isFound)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static PropertyId? FindMember(ReadOnlySpan<byte> name)
    {
        foreach ((PropertyId property, JsonEncodedText member) in Members)
        {
            if (name.SequenceEqual(member.EncodedUtf8Bytes))
            {
                return property;
            }
        }

        return null;
    }

    // The first of its kind, if it fits.
    private static int Find(Component component, int begin, int end, PropertyId property)
    {
        for (int index = begin + 1; index < end; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line.Kind == LineKind.Begin)
            {
                index = component.EndOf(index);
            }
            else if (line.Property == property)
            {
                return ParameterJson.Fits(component, in line) ? index : 0;
            }
        }

        return 0;
    }

    private static void WriteParameters(Utf8JsonWriter writer, Component component, int begin, int end)
    {
        writer.WriteStartObject(Parameters);
        foreach ((PropertyId property, JsonEncodedText name) in Members)
        {
            if (Find(component, begin, end, property) is > 0 and int index && component.Lines[index].HasParameters)
            {
                MemberParameters.Write(writer, name, component.Parameters(in component.Lines[index]));
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteRest(Utf8JsonWriter writer, Component component, int begin, int end)
    {
        bool hasOthers = false;
        bool hasNested = false;
        for (int index = begin + 1; index < end; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line.Kind == LineKind.Begin)
            {
                hasNested = true;
                index = component.EndOf(index);
            }
            else if (FindMember(in line) is not { } property || Find(component, begin, end, property) != index)
            {
                if (!hasOthers)
                {
                    writer.WriteStartArray(Other);
                    hasOthers = true;
                }

                PropertyJson.Write(writer, component, in line);
            }
        }

        if (hasOthers)
        {
            writer.WriteEndArray();
        }

        if (hasNested)
        {
            writer.WriteStartArray(Components);
            ComponentJson.WriteNested(writer, component, begin, end);
            writer.WriteEndArray();
        }
    }

    private static PropertyId? FindMember(in ContentLine line)
        => line.Property is PropertyId.Action or PropertyId.Trigger or PropertyId.Description ? line.Property : null;
}

using System.Text;
using System.Text.Json;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Lexing;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// A component that no member stands for, as an array of three like jCal's (RFC 7265 §3.3):
/// <c>["X-OUTER",[…properties…],[…components…]]</c>.
/// </summary>
internal static class ComponentJson
{
    /// <summary>Writes a component.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="component">What it lies in.</param>
    /// <param name="begin">The index of its BEGIN.</param>
    public static void Write(Utf8JsonWriter writer, Component component, int begin)
    {
        int end = component.EndOf(begin);
        writer.WriteStartArray();
        writer.WriteStringValue(component.Value(in component.Lines[begin]));
        writer.WriteStartArray();
        WriteProperties(writer, component, begin, end);
        writer.WriteEndArray();
        writer.WriteStartArray();
        WriteNested(writer, component, begin, end);
        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    /// <summary>Writes the components that lie in a component.</summary>
    public static void WriteNested(Utf8JsonWriter writer, Component component, int begin, int end)
    {
        for (int index = begin + 1; index < end; index++)
        {
            if (component.Lines[index].Kind == LineKind.Begin)
            {
                Write(writer, component, index);
                index = component.EndOf(index);
            }
        }
    }

    /// <summary>Reads a component.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartArray, "a component"))
        {
            return;
        }

        reader.Read();
        byte[] name = draft.TextOf(ref reader).ToArray();
        if (!ContentLineSyntax.IsComponentName(name))
        {
            draft.Fail($"'{Encoding.UTF8.GetString(name)}' is no name of a component (RFC 5545 §3.6)");
            return;
        }

        draft.Content.Mark("BEGIN:"u8, name);
        reader.Read();
        ReadAll(ref reader, draft, isComponent: false);
        reader.Read();
        ReadAll(ref reader, draft, isComponent: true);
        draft.Content.Mark("END:"u8, name);
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            draft.Fail("a component is an array of three: name, properties, components");
        }
    }

    /// <summary>Reads an array of properties or of components.</summary>
    public static void ReadAll(ref Utf8JsonReader reader, EventDraft draft, bool isComponent)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartArray, isComponent ? "components" : "other"))
        {
            return;
        }

        while (draft.Fault is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (isComponent)
            {
                Read(ref reader, draft);
            }
            else
            {
                PropertyJson.Read(ref reader, draft);
            }
        }
    }

    private static void WriteProperties(Utf8JsonWriter writer, Component component, int begin, int end)
    {
        for (int index = begin + 1; index < end; index++)
        {
            ref readonly ContentLine line = ref component.Lines[index];
            if (line.Kind == LineKind.Begin)
            {
                index = component.EndOf(index);
            }
            else
            {
                PropertyJson.Write(writer, component, in line);
            }
        }
    }
}

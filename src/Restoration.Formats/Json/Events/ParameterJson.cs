using System.Text;
using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Lexing;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.Json.Events;

/// <summary>Parameters as an object: <c>{"LANGUAGE":"de","MEMBER":["mailto:a@contoso.com","mailto:b@contoso.com"]}</c>.</summary>
internal static class ParameterJson
{
    // More than any property has; comparing each with each has to stay cheap.
    private const int Most = 32;

    /// <summary>Whether an object can hold the parameters of a property: each has a name that is read again and a value, none stands twice, and all carets mean something.</summary>
    public static bool Fits(Component component, in ContentLine line)
    {
        if (!line.HasParameters)
        {
            return true;
        }

        ReadOnlySpan<byte> parameters = component.Parameters(in line);
        int count = 0;
        ulong seen = 0;
        ParameterReader reader = new(parameters);
        while (reader.MoveNext())
        {
            if (!reader.HasValues || !ContentLineSyntax.IsParameterName(reader.Name) || ++count > Most || !AreExact(reader.Values))
            {
                return false;
            }

            // Names that are the same have one length and one last letter, in whatever case: only such are looked at again.
            ulong bit = 1UL << (((reader.Name.Length * 7) + reader.Name[^1]) & 0x1F);
            if ((seen & bit) != 0 && IsRepeated(parameters, reader.Name))
            {
                return false;
            }

            seen |= bit;
        }

        return true;
    }

    /// <summary>Writes the value or values of a parameter.</summary>
    public static void WriteValues(Utf8JsonWriter writer, ReadOnlySpan<byte> values)
    {
        ParameterValueReader reader = new(values);
        reader.MoveNext();
        ReadOnlySpan<byte> first = reader.Current;
        if (!reader.MoveNext())
        {
            WriteValue(writer, first);
            return;
        }

        writer.WriteStartArray();
        WriteValue(writer, first);
        do
        {
            WriteValue(writer, reader.Current);
        }
        while (reader.MoveNext());
        writer.WriteEndArray();
    }

    /// <summary>Adds the parameters in an object to the line.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartObject, "parameters"))
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = JsonText.ReadBytes(ref reader);
            reader.Read();
            if (!ContentLineSyntax.IsParameterName(name))
            {
                draft.Fail($"'{Encoding.UTF8.GetString(name)}' is no name of a parameter (RFC 5545 §3.1)");
                return;
            }

            draft.Content.Append(";"u8);
            draft.Content.Append(name);
            ReadValues(ref reader, draft);
        }
    }

    private static void ReadValues(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            draft.Content.Append("="u8);
            draft.Content.ParameterValue(draft.TextOf(ref reader));
            return;
        }

        ReadOnlySpan<byte> separator = "="u8;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && draft.Fault is null)
        {
            draft.Content.Append(separator);
            draft.Content.ParameterValue(draft.TextOf(ref reader));
            separator = ","u8;
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, ReadOnlySpan<byte> value)
    {
        if (value.IndexOf((byte)'^') < 0)
        {
            writer.WriteStringValue(value);
        }
        else
        {
            writer.WriteStringValue(ParameterText.Decode(value));
        }
    }

    // A caret that escapes nothing stands for itself, and would be written as two (RFC 6868 §3).
    private static bool AreExact(ReadOnlySpan<byte> values)
    {
        while (values.IndexOf((byte)'^') is >= 0 and int caret)
        {
            if (caret + 1 == values.Length || values[caret + 1] is not ((byte)'n' or (byte)'\'' or (byte)'^'))
            {
                return false;
            }

            values = values[(caret + 2)..];
        }

        return true;
    }

    private static bool IsRepeated(ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> name)
    {
        int count = 0;
        ParameterReader reader = new(parameters);
        while (reader.MoveNext())
        {
            count += reader.Is(name) ? 1 : 0;
        }

        return count > 1;
    }
}

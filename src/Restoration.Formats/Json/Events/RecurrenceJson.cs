using System.Text.Json;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// How a series recurs: <c>{"rules":["FREQ=WEEKLY"],"exceptionRules":[],"dates":[],"exceptionDates":[{"dateTime":…}]}</c>, rules as
/// iCalendar writes them and dates like all times.
/// </summary>
internal static class RecurrenceJson
{
    private static readonly (PropertyId Property, JsonEncodedText Name, bool IsTimes)[] Lists =
    [
        (PropertyId.RecurrenceRule, JsonEncodedText.Encode("rules"), false),
        (PropertyId.ExceptionRule, JsonEncodedText.Encode("exceptionRules"), false),
        (PropertyId.RecurrenceDates, JsonEncodedText.Encode("dates"), true),
        (PropertyId.ExceptionDates, JsonEncodedText.Encode("exceptionDates"), true),
    ];

    /// <summary>Whether the lists can hold a property: a rule without parameters, or plain dates.</summary>
    public static bool Fits(Component component, in ContentLine line)
        => line.Property is PropertyId.RecurrenceRule or PropertyId.ExceptionRule
            ? !line.HasParameters
            : HasTimeParametersOnly(component, in line) && HasPlainTimesOnly(component.Value(in line));

    /// <summary>Writes rules and dates.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="component">The component.</param>
    /// <param name="lines">The indexes of the properties, in order.</param>
    public static void Write(Utf8JsonWriter writer, Component component, List<int> lines)
    {
        writer.WriteStartObject();
        foreach ((PropertyId property, JsonEncodedText name, bool isTimes) in Lists)
        {
            bool isBegun = false;
            foreach (int index in lines)
            {
                ref readonly ContentLine line = ref component.Lines[index];
                if (line.Property != property)
                {
                    continue;
                }

                if (!isBegun)
                {
                    writer.WriteStartArray(name);
                    isBegun = true;
                }

                Write(writer, component, in line, isTimes);
            }

            if (isBegun)
            {
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads rules and dates as lines.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartObject, "recurrence"))
        {
            return;
        }

        while (draft.Fault is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int list = IndexOf(ref reader);
            reader.Read();
            if (list < 0)
            {
                draft.Pass(ref reader);
            }
            else if (draft.Enter(ref reader, JsonTokenType.StartArray, Lists[list].Name.ToString()))
            {
                ReadList(ref reader, draft, list);
            }
        }
    }

    private static int IndexOf(ref Utf8JsonReader reader)
    {
        for (int list = 0; list < Lists.Length; list++)
        {
            if (reader.ValueTextEquals(Lists[list].Name.EncodedUtf8Bytes))
            {
                return list;
            }
        }

        return -1;
    }

    private static void ReadList(ref Utf8JsonReader reader, EventDraft draft, int list)
    {
        while (draft.Fault is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            draft.Content.Append(PropertyDefinition.Of(Lists[list].Property).Name);
            if (Lists[list].IsTimes)
            {
                TimeJson.Read(ref reader, draft);
            }
            else
            {
                draft.Content.Raw(draft.TextOf(ref reader));
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, Component component, in ContentLine line, bool isTimes)
    {
        ReadOnlySpan<byte> value = component.Value(in line);
        if (!isTimes)
        {
            writer.WriteStringValue(value);
            return;
        }

        ReadOnlySpan<byte> zone = TimeJson.ZoneOf(component, in line);
        while (TextValue.TryTake(ref value, out ReadOnlySpan<byte> raw))
        {
            if (TimeValue.TryParse(raw, out TimeValue time))
            {
                TimeJson.Write(writer, in time, zone);
            }
        }
    }

    private static bool HasTimeParametersOnly(Component component, in ContentLine line)
    {
        ParameterReader parameters = new(line.HasParameters ? component.Parameters(in line) : default);
        while (parameters.MoveNext())
        {
            if (!parameters.Is("TZID"u8) && !parameters.Is("VALUE"u8))
            {
                return false;
            }
        }

        return ParameterJson.Fits(component, in line);
    }

    private static bool HasPlainTimesOnly(ReadOnlySpan<byte> value)
    {
        bool hasAny = false;
        while (TextValue.TryTake(ref value, out ReadOnlySpan<byte> raw))
        {
            hasAny = true;
            if (!TimeValue.TryParse(raw, out _))
            {
                return false;
            }
        }

        return hasAny;
    }
}

using System.Text.Json;
using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.Json.Events;

/// <summary>The parameters of properties that have members of their own: <c>"parameters":{"subject":{"LANGUAGE":"de"}}</c>.</summary>
internal static class MemberParameters
{
    /// <summary>Writes the parameters of one member.</summary>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText member, ReadOnlySpan<byte> parameters, MemberKind kind = MemberKind.Raw)
    {
        writer.WriteStartObject(member);
        ParameterReader reader = new(parameters);
        while (reader.MoveNext())
        {
            if (!IsImplied(in reader, kind))
            {
                writer.WritePropertyName(reader.Name);
                ParameterJson.WriteValues(writer, reader.Values);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Adds the parameters of one member to the line.</summary>
    /// <param name="reader">A reader that stands on the object of all.</param>
    /// <param name="member">The member.</param>
    /// <param name="draft">The appointment.</param>
    public static void Read(Utf8JsonReader reader, ReadOnlySpan<byte> member, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartObject, "parameters"))
        {
            return;
        }

        while (draft.Fault is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = reader.ValueTextEquals(member);
            reader.Read();
            if (isFound)
            {
                ParameterJson.Read(ref reader, draft);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Whether a property has parameters that its member does not imply.</summary>
    public static bool HasAny(Component component, in ContentLine line, MemberKind kind)
    {
        ParameterReader reader = new(line.HasParameters ? component.Parameters(in line) : default);
        while (reader.MoveNext())
        {
            if (!IsImplied(in reader, kind))
            {
                return true;
            }
        }

        return false;
    }

    // Times say their type by their form and their zone beside them.
    private static bool IsImplied(in ParameterReader parameter, MemberKind kind) => kind switch
    {
        MemberKind.Time => parameter.Is("TZID"u8) || parameter.Is("VALUE"u8),
        MemberKind.Instant => parameter.Is("VALUE"u8),
        MemberKind.Html => parameter.Is("FMTTYPE"u8),
        _ => false,
    };
}

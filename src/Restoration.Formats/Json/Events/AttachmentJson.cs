using System.Text;
using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// An attachment: <c>{"uri":"https://…","name":"plan.pdf","mediaType":"application/pdf"}</c>, or its bytes in base64 as <c>data</c>.
/// </summary>
internal static class AttachmentJson
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText MediaType = JsonEncodedText.Encode("mediaType");
    private static readonly JsonEncodedText Parameters = JsonEncodedText.Encode("parameters");
    private static readonly JsonEncodedText Uri = JsonEncodedText.Encode("uri");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    /// <summary>Whether an object can hold a property: it says that it holds bytes as the rules have it, or not at all (RFC 5545 §3.8.1.1).</summary>
    public static bool Fits(Component component, in ContentLine line)
        => IsBinary(component, in line)
            || (Find(component, in line, "ENCODING"u8).IsEmpty && !Ascii.EqualsIgnoreCase(Find(component, in line, "VALUE"u8), "BINARY"u8));

    /// <summary>Writes an attachment.</summary>
    public static void Write(Utf8JsonWriter writer, Component component, in ContentLine line)
    {
        bool isBinary = IsBinary(component, in line);
        writer.WriteStartObject();
        bool hasOthers = false;
        ParameterReader parameters = new(line.HasParameters ? component.Parameters(in line) : default);
        while (parameters.MoveNext())
        {
            if (IsNamed(in parameters))
            {
                writer.WritePropertyName(parameters.Is("FMTTYPE"u8) ? MediaType : Name);
                ParameterJson.WriteValues(writer, parameters.Values);
            }
            else
            {
                hasOthers |= !IsImplied(in parameters, isBinary);
            }
        }

        if (hasOthers)
        {
            WriteOthers(writer, new ParameterReader(component.Parameters(in line)), isBinary);
        }

        writer.WriteString(isBinary ? Data : Uri, component.Value(in line));
        writer.WriteEndObject();
    }

    /// <summary>Reads an attachment and ends the line, which has its name already.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartObject, "an attachment"))
        {
            return;
        }

        ReadOnlySpan<byte> value = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> member = JsonText.ReadBytes(ref reader);
            reader.Read();
            if (member.SequenceEqual("parameters"u8))
            {
                ParameterJson.Read(ref reader, draft);
            }
            else if (reader.TokenType != JsonTokenType.String)
            {
                draft.Pass(ref reader);
            }
            else if (member.SequenceEqual("name"u8) || member.SequenceEqual("mediaType"u8))
            {
                draft.Content.Parameter(member[0] == 'n' ? "FILENAME"u8 : "FMTTYPE"u8, draft.TextOf(ref reader));
            }
            else if (member.SequenceEqual("uri"u8) || member.SequenceEqual("data"u8))
            {
                value = JsonText.ReadBytes(ref reader);
                draft.Content.Append(member[0] == 'd' ? ";VALUE=BINARY;ENCODING=BASE64"u8 : default);
            }
            else
            {
                draft.Pass(ref reader);
            }
        }

        draft.Content.Raw(value);
    }

    private static bool IsBinary(Component component, in ContentLine line)
        => Ascii.EqualsIgnoreCase(Find(component, in line, "VALUE"u8), "BINARY"u8)
            && Ascii.EqualsIgnoreCase(Find(component, in line, "ENCODING"u8), "BASE64"u8);

    private static ReadOnlySpan<byte> Find(Component component, in ContentLine line, ReadOnlySpan<byte> name)
        => line.HasParameters ? ParameterReader.Find(component.Parameters(in line), name) : default;

    private static bool IsNamed(in ParameterReader parameter)
        => (parameter.Is("FMTTYPE"u8) || parameter.Is("FILENAME"u8)) && QuotedText.IndexOf(parameter.Values, 0, (byte)',') == parameter.Values.Length;

    private static bool IsImplied(in ParameterReader parameter, bool isBinary)
        => isBinary && (parameter.Is("VALUE"u8) || parameter.Is("ENCODING"u8));

    private static void WriteOthers(Utf8JsonWriter writer, ParameterReader parameters, bool isBinary)
    {
        writer.WriteStartObject(Parameters);
        while (parameters.MoveNext())
        {
            if (!IsNamed(in parameters) && !IsImplied(in parameters, isBinary))
            {
                writer.WritePropertyName(parameters.Name);
                ParameterJson.WriteValues(writer, parameters.Values);
            }
        }

        writer.WriteEndObject();
    }
}

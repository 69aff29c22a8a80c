using System.Text;
using System.Text.Json;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// An organizer or attendee: <c>{"name":"Bob","email":"bob@contoso.com","role":"optional","response":"accepted"}</c>. What is not an
/// e-mail address stands in <c>address</c>; parameters without a name here stand in <c>parameters</c>.
/// </summary>
internal static class PersonJson
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Email = JsonEncodedText.Encode("email");
    private static readonly JsonEncodedText Address = JsonEncodedText.Encode("address");
    private static readonly JsonEncodedText Parameters = JsonEncodedText.Encode("parameters");

    /// <summary>The scheme of e-mail addresses.</summary>
    public static ReadOnlySpan<byte> Scheme => "mailto:"u8;

    /// <summary>What Exchange writes for somebody whose address it does not know (MS-OXCICAL §2.1.3.1.1.20.2).</summary>
    public static ReadOnlySpan<byte> NoAddress => "invalid:nomail"u8;

    /// <summary>Writes a person.</summary>
    public static void Write(Utf8JsonWriter writer, Component component, in ContentLine line)
    {
        ReadOnlySpan<byte> parameters = line.HasParameters ? component.Parameters(in line) : default;
        writer.WriteStartObject();
        ParameterReader names = new(parameters);
        while (names.MoveNext())
        {
            if (IsName(in names))
            {
                writer.WritePropertyName(Name);
                ParameterJson.WriteValues(writer, names.Values);
            }
        }

        ReadOnlySpan<byte> address = component.Value(in line);
        ReadOnlySpan<byte> email = EmailOf(address);
        writer.WriteString(email.IsEmpty ? Address : Email, email.IsEmpty ? address : email);
        WriteParameters(writer, parameters);
        writer.WriteEndObject();
    }

    /// <summary>The e-mail address in a calendar address; empty if it is no plain one.</summary>
    public static ReadOnlySpan<byte> EmailOf(ReadOnlySpan<byte> address)
        => address.Length > Scheme.Length && Ascii.EqualsIgnoreCase(address[..Scheme.Length], Scheme)
            && address[Scheme.Length] != ' ' && address[^1] != ' ' ? address[Scheme.Length..] : default;

    /// <summary>The word for a parameter; empty if it has none.</summary>
    public static ReadOnlySpan<byte> WordOf(in ParameterReader parameter, out PersonWords? words)
    {
        words = PersonWords.OfParameter(parameter.Name);
        return words is null ? default : words.WordOf(QuotedText.Unquote(parameter.Values));
    }

    /// <summary>Whether this is the name, and only one.</summary>
    public static bool IsName(in ParameterReader parameter)
        => parameter.Is("CN"u8) && QuotedText.IndexOf(parameter.Values, 0, (byte)',') == parameter.Values.Length;

    /// <summary>Reads a person and ends the line, which has its name already.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (!draft.Enter(ref reader, JsonTokenType.StartObject, "a person"))
        {
            return;
        }

        ReadOnlySpan<byte> scheme = default;
        ReadOnlySpan<byte> address = NoAddress;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> member = JsonText.ReadBytes(ref reader);
            reader.Read();
            if (member.SequenceEqual("email"u8) && reader.TokenType == JsonTokenType.String)
            {
                scheme = Scheme;
                address = JsonText.ReadBytes(ref reader);
            }
            else if (member.SequenceEqual("address"u8) && reader.TokenType == JsonTokenType.String)
            {
                scheme = default;
                address = JsonText.ReadBytes(ref reader);
            }
            else if (member.SequenceEqual("name"u8) && reader.TokenType == JsonTokenType.String)
            {
                draft.Content.Parameter("CN"u8, draft.TextOf(ref reader));
            }
            else if (member.SequenceEqual("parameters"u8))
            {
                ParameterJson.Read(ref reader, draft);
            }
            else
            {
                ReadWord(ref reader, member, draft);
            }
        }

        draft.Content.Append(":"u8);
        draft.Content.RawLine([.. scheme, .. address]);
    }

    private static void WriteParameters(Utf8JsonWriter writer, ReadOnlySpan<byte> parameters)
    {
        bool hasOthers = false;
        ParameterReader reader = new(parameters);
        while (reader.MoveNext())
        {
            ReadOnlySpan<byte> word = WordOf(in reader, out PersonWords? words);
            if (!word.IsEmpty && words!.IsFlag)
            {
                writer.WriteBoolean(words.Member, word.SequenceEqual(words.WordOf("TRUE"u8)));
            }
            else if (!word.IsEmpty)
            {
                writer.WriteString(words!.Member, word);
            }
            else
            {
                hasOthers |= !IsName(in reader);
            }
        }

        if (!hasOthers)
        {
            return;
        }

        writer.WriteStartObject(Parameters);
        reader = new ParameterReader(parameters);
        while (reader.MoveNext())
        {
            if (!IsName(in reader) && WordOf(in reader, out _).IsEmpty)
            {
                writer.WritePropertyName(reader.Name);
                ParameterJson.WriteValues(writer, reader.Values);
            }
        }

        writer.WriteEndObject();
    }

    private static void ReadWord(ref Utf8JsonReader reader, ReadOnlySpan<byte> member, EventDraft draft)
    {
        PersonWords? words = PersonWords.OfMember(member);
        if (words is { IsFlag: true } && reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            draft.Content.Parameter(words.Parameter, reader.TokenType == JsonTokenType.True ? "TRUE"u8 : "FALSE"u8);
        }
        else if (words is { IsFlag: false } && reader.TokenType == JsonTokenType.String)
        {
            ReadOnlySpan<byte> word = draft.TextOf(ref reader);
            ReadOnlySpan<byte> value = words.ValueOf(word);
            draft.Content.Parameter(words.Parameter, value.IsEmpty ? word : value);
        }
        else
        {
            draft.Pass(ref reader);
        }
    }
}

using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.AuditRecords;

namespace Restoration.Formats.Json.Events;

/// <summary>What becomes of one appointment while its members are read.</summary>
/// <param name="timeZone">What times without a zone mean; null makes them a fault.</param>
internal sealed class EventDraft(string? timeZone)
{
    private byte[] _text = new byte[1024];

    /// <summary>The content so far.</summary>
    public ContentLines Content { get; } = new();

    /// <summary>What times without a zone mean, in UTF-8; empty if nobody has said so.</summary>
    public byte[] TimeZone { get; } = Encoding.UTF8.GetBytes(timeZone ?? "");

    /// <summary>Whether a member within the member that is being read is not known.</summary>
    public bool HasUnknown { get; set; }

    /// <summary>Whether the time that was read last is a date.</summary>
    public bool IsDate { get; set; }

    /// <summary>Whether the appointment starts on a date, not at a time.</summary>
    public bool StartsOnDate { get; set; }

    /// <summary>Why no item can be made; null as long as one can.</summary>
    public string? Fault { get; private set; }

    /// <summary>Which failure it is.</summary>
    public FailureCode FaultCode { get; private set; }

    /// <summary>Begins with the next appointment.</summary>
    public void Clear()
    {
        Content.Clear();
        HasUnknown = StartsOnDate = false;
        Fault = null;
    }

    /// <summary>Says why no item can be made; the first reason counts.</summary>
    public void Fail(string fault, FailureCode code = FailureCode.ParserError)
    {
        if (Fault is null)
        {
            Fault = fault;
            FaultCode = code;
        }
    }

    /// <summary>The text of the string or number that a reader stands on; valid until the next one is read.</summary>
    public ReadOnlySpan<byte> TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number))
        {
            Fail($"a {reader.TokenType} stands where a text is expected");
            return default;
        }

        return reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : reader.ValueSpan;
    }

    /// <summary>A copy of that text.</summary>
    public string StringOf(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(TextOf(ref reader));

    /// <summary>Goes into the object that a reader stands on.</summary>
    public bool Enter(ref Utf8JsonReader reader, JsonTokenType kind, string what)
    {
        if (reader.TokenType == kind)
        {
            return true;
        }

        Fail($"'{what}' has to be {(kind == JsonTokenType.StartArray ? "an array" : "an object")}, not a {reader.TokenType}");
        return false;
    }

    /// <summary>Passes a member that is not known; it is kept with the member around it.</summary>
    public void Pass(ref Utf8JsonReader reader)
    {
        HasUnknown = true;
        reader.Skip();
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> escaped)
    {
        if (_text.Length < escaped.Length)
        {
            _text = new byte[escaped.Length * 2];
        }

        return _text.AsSpan(0, JsonText.Unescape(escaped, _text));
    }
}

using System.Text;
using System.Text.Json;
using Restoration.Failures;
using Restoration.Formats.AuditRecords;
using Restoration.Formats.ICalendar.Components;
using Restoration.Formats.ICalendar.Values;
using Restoration.Formats.Text;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Json.Events;

/// <summary>
/// A date or time: <c>{"date":"2026-11-03"}</c>, <c>{"dateTime":"2026-11-03T08:00:00Z"}</c>, or a clock reading with its zone,
/// <c>{"dateTime":"2026-11-03T09:00:00","timeZone":"Europe/Berlin"}</c>. The zone <c>floating</c> is none at all.
/// </summary>
internal static class TimeJson
{
    private static readonly JsonEncodedText Date = JsonEncodedText.Encode("date");
    private static readonly JsonEncodedText DateTimeName = JsonEncodedText.Encode("dateTime");
    private static readonly JsonEncodedText Zone = JsonEncodedText.Encode("timeZone");

    /// <summary>What stands for no zone.</summary>
    public static ReadOnlySpan<byte> Floating => "floating"u8;

    /// <summary>Writes a time.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="time">The time.</param>
    /// <param name="zone">The zone that its property names, with carets; empty if none.</param>
    public static void Write(Utf8JsonWriter writer, in TimeValue time, ReadOnlySpan<byte> zone)
    {
        Span<byte> text = stackalloc byte[32];
        text = text[..IsoTime.Write(in time, text)];
        writer.WriteStartObject();
        writer.WriteString(time.IsDate ? Date : DateTimeName, text);
        if (!time.IsDate && !time.IsUtc)
        {
            WriteZone(writer, zone);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a time that was reckoned.</summary>
    public static void Write(Utf8JsonWriter writer, CalendarTime time)
    {
        TimeValue value = new(time.Local, time.Kind == TimeKind.Date, time.Kind == TimeKind.Utc);
        Write(writer, in value, Encoding.UTF8.GetBytes((time.TimeZone ?? "").Replace("^", "^^", StringComparison.Ordinal)));
    }

    /// <summary>The zone that a property names, with carets; empty if none.</summary>
    public static ReadOnlySpan<byte> ZoneOf(Component component, in ContentLine line)
        => line.HasParameters ? ParameterReader.Find(component.Parameters(in line), "TZID"u8) : default;

    /// <summary>Reads a time and ends the line with it.</summary>
    public static void Read(ref Utf8JsonReader reader, EventDraft draft)
    {
        TakeParts(ref reader, draft, out ReadOnlySpan<byte> written, out ReadOnlySpan<byte> zone);
        Append(written, zone, draft);
    }

    /// <summary>Looks at a time without taking it.</summary>
    public static bool TryPeek(Utf8JsonReader reader, out IsoTime time)
    {
        TakeParts(ref reader, new EventDraft(null), out ReadOnlySpan<byte> written, out _);
        return IsoTime.TryParse(written, out time);
    }

    /// <summary>Ends the line with a time.</summary>
    /// <param name="written">The time as it is written.</param>
    /// <param name="zone">The zone's name; empty if none is written.</param>
    /// <param name="draft">The appointment.</param>
    public static void Append(ReadOnlySpan<byte> written, ReadOnlySpan<byte> zone, EventDraft draft)
    {
        if (!IsoTime.TryParse(written, out IsoTime time))
        {
            draft.Fail($"'{Encoding.UTF8.GetString(written)}' is no date or time of ISO 8601", FailureCode.InvalidDate);
            return;
        }

        if (time is { IsNaive: true } && zone.IsEmpty)
        {
            zone = draft.TimeZone;
            if (zone.IsEmpty)
            {
                draft.Fail($"nothing says which time zone '{Encoding.UTF8.GetString(written)}' is in; name one with -TimeZone (--time-zone)", FailureCode.TimeZoneRequired);
                return;
            }
        }

        TimeValue value = time.Offset is not null && !zone.IsEmpty ? InZone(time.Value, zone) : time.Value;
        draft.IsDate = value.IsDate;
        draft.Content.Time(in value, zone.SequenceEqual(Floating) ? default : zone);
    }

    private static void TakeParts(scoped ref Utf8JsonReader reader, EventDraft draft, out ReadOnlySpan<byte> written, out ReadOnlySpan<byte> zone)
    {
        written = zone = default;
        if (reader.TokenType == JsonTokenType.String)
        {
            written = JsonText.ReadBytes(ref reader);
            return;
        }

        if (!draft.Enter(ref reader, JsonTokenType.StartObject, "a time"))
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTime = reader.ValueTextEquals("dateTime"u8) || reader.ValueTextEquals("date"u8);
            bool isZone = reader.ValueTextEquals("timeZone"u8);
            reader.Read();
            if (isTime && reader.TokenType == JsonTokenType.String)
            {
                written = JsonText.ReadBytes(ref reader);
            }
            else if (isZone && reader.TokenType == JsonTokenType.String)
            {
                zone = JsonText.ReadBytes(ref reader);
            }
            else
            {
                draft.Pass(ref reader);
            }
        }
    }

    private static void WriteZone(Utf8JsonWriter writer, ReadOnlySpan<byte> zone)
    {
        if (zone.Trim((byte)' ').IsEmpty)
        {
            writer.WriteString(Zone, Floating);
        }
        else if (zone.IndexOf((byte)'^') < 0)
        {
            writer.WriteString(Zone, zone);
        }
        else
        {
            writer.WriteString(Zone, ParameterText.Decode(zone));
        }
    }

    // A reading with both an offset and a zone is an instant, told by the clock of the zone.
    private static TimeValue InZone(in TimeValue utc, ReadOnlySpan<byte> zone)
        => TimeZoneCatalog.Default.Find(Encoding.UTF8.GetString(zone)) is null
            ? utc
            : utc with
            {
                Local = TimeZoneCatalog.Default.ToLocal(new DateTimeOffset(utc.Local, TimeSpan.Zero), Encoding.UTF8.GetString(zone)).DateTime,
                IsUtc = false,
            };
}

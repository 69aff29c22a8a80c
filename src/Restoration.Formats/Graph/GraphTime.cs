using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restoration.Failures;
using Restoration.Formats.Text;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Graph;

/// <summary>
/// The dateTimeTimeZone of Microsoft Graph: a clock reading with seven decimals and no offset, and the name of its zone
/// (https://learn.microsoft.com/graph/api/resources/datetimetimezone).
/// </summary>
internal static class GraphTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'.0000000'";

    /// <summary>Reads a time; null if there is none.</summary>
    /// <param name="value">The object.</param>
    /// <param name="originalZone">The zone that the appointment was made in, which the reading is moved to: a series drifts in any other.</param>
    /// <param name="isAllDay">Whether only the date counts.</param>
    /// <param name="naiveZone">What a reading without a zone means; null makes it an error.</param>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidDate"/> or <see cref="FailureCode.TimeZoneRequired"/>.</exception>
    public static CalendarTime? Read(JsonElement? value, string? originalZone, bool isAllDay, string? naiveZone)
    {
        string? text = value?.ValueKind == JsonValueKind.String ? value.Value.GetString() : value.Text("dateTime") ?? value.Text("date");
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!IsoTime.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out IsoTime time))
        {
            throw new RestorationException(FailureCode.InvalidDate, $"'{text}' is no date or time of ISO 8601.", text);
        }

        if (isAllDay || time.Value.IsDate)
        {
            return CalendarTime.OfDate(DateOnly.FromDateTime(time.Value.Local));
        }

        string? zone = time.Value.IsUtc ? "UTC" : value.Text("timeZone") ?? naiveZone;
        return zone is null
            ? throw new RestorationException(FailureCode.TimeZoneRequired, $"Nothing says which time zone '{text}' is in. Name the time zone of the file.", text)
            : Move(InZone(time.Value.Local, zone), originalZone);
    }

    /// <summary>A clock reading in a zone; in UTC if that is the zone's name.</summary>
    public static CalendarTime InZone(DateTime local, string zone)
        => zone.Equals("UTC", StringComparison.OrdinalIgnoreCase) || zone.Equals("tzone://Microsoft/Utc", StringComparison.OrdinalIgnoreCase)
            ? CalendarTime.OfUtc(local)
            : CalendarTime.OfZone(local, TimeZoneCatalog.Default.Find(zone)?.OffsetOfLocal(local), zone, TimeZoneCatalog.Default.Find(zone)?.IanaName);

    /// <summary>The same instant by the clock of another zone, if somebody knows it.</summary>
    public static CalendarTime Move(CalendarTime time, string? zone)
    {
        if (string.IsNullOrWhiteSpace(zone) || time.Instant is not { } instant || zone.Equals(time.TimeZone ?? "UTC", StringComparison.OrdinalIgnoreCase)
            || TimeZoneCatalog.Default.Find(zone) is null)
        {
            return time;
        }

        return InZone(TimeZoneCatalog.Default.ToLocal(instant, zone).DateTime, zone);
    }

    /// <summary>Writes a time; a date is midnight, and floating times count as UTC.</summary>
    public static JsonObject Write(CalendarTime time)
    {
        bool isZoned = time is { Kind: TimeKind.Zoned, Offset: not null };
        return new JsonObject
        {
            ["dateTime"] = time.Local.ToString(Format, CultureInfo.InvariantCulture),
            ["timeZone"] = isZoned ? time.IanaTimeZone ?? time.TimeZone : "UTC",
        };
    }
}

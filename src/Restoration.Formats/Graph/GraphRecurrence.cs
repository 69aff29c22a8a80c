using System.Globalization;
using System.Text;
using System.Text.Json;
using Restoration.Formats.ICalendar.Values;
using Restoration.Items;

namespace Restoration.Formats.Graph;

/// <summary>
/// Makes an RRULE of the patternedRecurrence of Microsoft Graph
/// (https://learn.microsoft.com/graph/api/resources/recurrencepattern, .../recurrencerange).
/// </summary>
internal static class GraphRecurrence
{
    private static readonly string[] Indexes = ["first", "second", "third", "fourth", "last"];

    /// <summary>The rule; null if there is none, or one of a type that nobody knows.</summary>
    /// <param name="recurrence">The object with <c>pattern</c> and <c>range</c>.</param>
    /// <param name="start">When the first occurrence starts.</param>
    public static string? ReadRule(JsonElement? recurrence, CalendarTime? start)
    {
        JsonElement? pattern = recurrence?.Member("pattern");
        string? rule = pattern.Text("type")?.ToUpperInvariant() switch
        {
            "DAILY" => "FREQ=DAILY",
            "WEEKLY" => "FREQ=WEEKLY",
            "ABSOLUTEMONTHLY" => $"FREQ=MONTHLY;BYMONTHDAY={Number(pattern, "dayOfMonth")}",
            "RELATIVEMONTHLY" => "FREQ=MONTHLY",
            "ABSOLUTEYEARLY" => $"FREQ=YEARLY;BYMONTH={Number(pattern, "month")};BYMONTHDAY={Number(pattern, "dayOfMonth")}",
            "RELATIVEYEARLY" => $"FREQ=YEARLY;BYMONTH={Number(pattern, "month")}",
            _ => null,
        };
        if (rule is null)
        {
            return null;
        }

        StringBuilder text = new(rule);
        if (pattern.Number("interval") is > 1 and int interval)
        {
            text.Append(CultureInfo.InvariantCulture, $";INTERVAL={interval}");
        }

        AppendDays(text, pattern, isRelative: rule is "FREQ=MONTHLY" || rule.StartsWith("FREQ=YEARLY", StringComparison.Ordinal) && !rule.Contains("BYMONTHDAY", StringComparison.Ordinal), rule);
        AppendRange(text, recurrence?.Member("range"), start);
        return text.ToString();
    }

    private static void AppendDays(StringBuilder text, JsonElement? pattern, bool isRelative, string rule)
    {
        string[] days = [.. pattern.Elements("daysOfWeek").Select(day => Abbreviate(day.GetString())).OfType<string>()];
        if (days.Length == 0 || (!isRelative && rule != "FREQ=WEEKLY"))
        {
            return;
        }

        if (!isRelative)
        {
            text.Append(";BYDAY=").AppendJoin(',', days);
            text.Append(";WKST=").Append(Abbreviate(pattern.Text("firstDayOfWeek")) ?? "SU");
            return;
        }

        int index = Array.FindIndex(Indexes, word => word.Equals(pattern.Text("index") ?? "first", StringComparison.OrdinalIgnoreCase));
        string position = index == 4 ? "-1" : (Math.Max(index, 0) + 1).ToString(CultureInfo.InvariantCulture);
        if (days.Length == 1)
        {
            text.Append(";BYDAY=").Append(position).Append(days[0]);
        }
        else
        {
            text.Append(";BYDAY=").AppendJoin(',', days).Append(";BYSETPOS=").Append(position);
        }
    }

    private static void AppendRange(StringBuilder text, JsonElement? range, CalendarTime? start)
    {
        switch (range.Text("type")?.ToUpperInvariant())
        {
            case "NUMBERED" when range.Number("numberOfOccurrences") is > 0 and int count:
                text.Append(CultureInfo.InvariantCulture, $";COUNT={count}");
                break;
            case "ENDDATE" when DateOnly.TryParseExact(range.Text("endDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly end):
                text.Append(";UNTIL=").Append(Until(end, start));
                break;
        }
    }

    // The end is a day of the zone that the series is in, and UNTIL the last moment of it (RFC 5545 §3.3.10).
    private static TimeValue Until(DateOnly end, CalendarTime? start)
    {
        DateTime last = end.ToDateTime(new TimeOnly(23, 59, 59));
        return start switch
        {
            { Kind: TimeKind.Date } => new TimeValue(end.ToDateTime(TimeOnly.MinValue), IsDate: true, IsUtc: false),
            { Kind: TimeKind.Zoned, TimeZone: { } zone } when GraphTime.InZone(last, zone).Instant is { } instant
                => new TimeValue(instant.UtcDateTime, IsDate: false, IsUtc: true),
            { Kind: TimeKind.Utc } => new TimeValue(last, IsDate: false, IsUtc: true),
            _ => new TimeValue(last, IsDate: false, IsUtc: false),
        };
    }

    private static string Number(JsonElement? pattern, string name)
        => Math.Max(1, pattern.Number(name) ?? 1).ToString(CultureInfo.InvariantCulture);

    private static string? Abbreviate(string? day)
        => Enum.TryParse(day, ignoreCase: true, out DayOfWeek weekday) && Enum.IsDefined(weekday) ? Recurrence.RuleText.Weekdays[(int)weekday] : null;
}

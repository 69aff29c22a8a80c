using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Graph;

/// <summary>
/// Makes the patternedRecurrence of Microsoft Graph of an RRULE, where Graph has a form for it
/// (https://learn.microsoft.com/graph/api/resources/recurrencepattern, .../recurrencerange).
/// </summary>
internal static class GraphPattern
{
    private static readonly string[] Indexes = ["first", "second", "third", "fourth"];

    /// <summary>Writes a rule.</summary>
    /// <param name="text">The value of RRULE.</param>
    /// <param name="start">When the first occurrence starts.</param>
    /// <param name="recurrence">The object with <c>pattern</c> and <c>range</c>.</param>
    /// <param name="reason">Why Graph has no form for it: one sentence.</param>
    public static bool TryWrite(string text, CalendarTime start, [NotNullWhen(true)] out JsonObject? recurrence, [NotNullWhen(false)] out string? reason)
    {
        recurrence = null;
        if (!RecurrenceRule.TryParse(text, out RecurrenceRule? rule, out reason))
        {
            return false;
        }

        reason = ReasonAgainst(rule);
        JsonObject? pattern = reason is null ? WritePattern(rule, start) : null;
        if (pattern is null)
        {
            reason ??= $"Graph has no pattern for the rule {text}.";
            return false;
        }

        recurrence = new JsonObject { ["pattern"] = pattern, ["range"] = WriteRange(rule, start) };
        return true;
    }

    private static string? ReasonAgainst(RecurrenceRule rule) => rule switch
    {
        { Frequency: < Frequency.Daily } => "Graph knows no series that recurs within a day.",
        { BySecond.Count: > 0 } or { ByMinute.Count: > 0 } or { ByHour.Count: > 0 } => "Graph knows no series with more than one time a day.",
        { ByYearDay.Count: > 0 } => "Graph knows no days of the year.",
        { ByWeekNumber.Count: > 0 } => "Graph knows no numbers of weeks.",
        { BySetPosition.Count: > 1 } => "Graph knows one position in a month only.",
        { ByMonthDay.Count: > 1 } => "Graph knows one day of the month only.",
        { ByMonth.Count: > 1 } => "Graph knows one month of the year only.",
        { ByMonthDay: [< 0] } => "Graph does not count days from the end of the month.",
        _ => null,
    };

    private static JsonObject? WritePattern(RecurrenceRule rule, CalendarTime start)
    {
        int interval = rule.Interval;
        int day = rule.ByMonthDay.Count > 0 ? rule.ByMonthDay[0] : start.Local.Day;
        int month = rule.ByMonth.Count > 0 ? rule.ByMonth[0] : start.Local.Month;
        bool hasDays = rule.ByDay.Count > 0;
        return rule.Frequency switch
        {
            _ when rule.ByMonth.Count > 0 && rule.Frequency != Frequency.Yearly => null,
            Frequency.Daily when !hasDays && rule.ByMonthDay.Count == 0 && rule.BySetPosition.Count == 0 => New("daily", interval),
            Frequency.Daily when hasDays && interval == 1 && rule.ByMonthDay.Count == 0 && rule.BySetPosition.Count == 0 => Weekly(rule, start),
            Frequency.Weekly when rule.BySetPosition.Count == 0 && rule.ByMonthDay.Count == 0 && rule.ByDay.All(each => each.Ordinal == 0) => Weekly(rule, start),
            Frequency.Monthly when !hasDays && rule.BySetPosition.Count == 0 => New("absoluteMonthly", interval, ("dayOfMonth", day)),
            Frequency.Monthly when rule.ByMonthDay.Count == 0 => Relative(rule, New("relativeMonthly", interval)),
            Frequency.Yearly when !hasDays && rule.BySetPosition.Count == 0 => New("absoluteYearly", interval, ("dayOfMonth", day), ("month", month)),
            Frequency.Yearly when rule.ByMonthDay.Count == 0 && rule.ByMonth.Count == 1 => Relative(rule, New("relativeYearly", interval, ("month", month))),
            _ => null,
        };
    }

    private static JsonObject New(string type, int interval, params (string Name, int Value)[] members)
    {
        JsonObject pattern = new() { ["type"] = type, ["interval"] = interval };
        foreach ((string name, int value) in members)
        {
            pattern[name] = value;
        }

        return pattern;
    }

    private static JsonObject Weekly(RecurrenceRule rule, CalendarTime start)
    {
        JsonObject pattern = New("weekly", rule.Interval);
        pattern["daysOfWeek"] = rule.ByDay.Count > 0 ? Days(rule.ByDay.Select(day => day.Day)) : Days([start.Local.DayOfWeek]);
        pattern["firstDayOfWeek"] = Word(rule.WeekStart);
        return pattern;
    }

    // Either each day has the position (1MO), or all have the one of BYSETPOS.
    private static JsonObject? Relative(RecurrenceRule rule, JsonObject pattern)
    {
        int position = rule.BySetPosition.Count == 1 ? rule.BySetPosition[0] : rule.ByDay.Count == 1 ? rule.ByDay[0].Ordinal : 0;
        bool isOne = rule.BySetPosition.Count == 0 || rule.ByDay.All(day => day.Ordinal == 0);
        if (!isOne || position is < -1 or 0 or > 4)
        {
            return null;
        }

        pattern["daysOfWeek"] = Days(rule.ByDay.Select(day => day.Day));
        pattern["index"] = position < 0 ? "last" : Indexes[position - 1];
        return pattern;
    }

    private static JsonObject WriteRange(RecurrenceRule rule, CalendarTime start)
    {
        JsonObject range = new() { ["startDate"] = Date(start.Local) };
        if (rule.Count is { } count)
        {
            range["type"] = "numbered";
            range["numberOfOccurrences"] = count;
        }
        else if (rule.Until is { } until)
        {
            range["type"] = "endDate";
            range["endDate"] = Date(LastDay(until, start));
        }
        else
        {
            range["type"] = "noEnd";
        }

        if (start is { Kind: TimeKind.Zoned, Offset: not null })
        {
            range["recurrenceTimeZone"] = start.IanaTimeZone ?? start.TimeZone;
        }

        return range;
    }

    // The last day that an occurrence can begin on: the one before UNTIL's if UNTIL comes before the time of day.
    private static DateTime LastDay(CalendarTime until, CalendarTime start)
    {
        DateTime last = until.Kind == TimeKind.Utc && start is { Kind: TimeKind.Zoned, TimeZone: { } zone } ? GraphTime.Move(until, zone).Local : until.Local;
        bool isWhole = until.Kind == TimeKind.Date || start.Kind == TimeKind.Date || last.TimeOfDay >= start.Local.TimeOfDay;
        return isWhole || last.Date == DateTime.MinValue ? last.Date : last.Date.AddDays(-1);
    }

    private static JsonArray Days(IEnumerable<DayOfWeek> days) => new([.. days.Distinct().Select(day => (JsonNode)Word(day))]);

    private static string Word(DayOfWeek day) => day.ToString().ToLowerInvariant();

    private static string Date(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>Writes a rule in its canonical form.</summary>
internal static class RuleText
{
    /// <summary>The weekdays' abbreviations, from Sunday as <see cref="DayOfWeek"/> counts.</summary>
    public static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static string Of(RecurrenceRule rule)
    {
        StringBuilder text = new(64);
        text.Append("FREQ=").Append(rule.Frequency.ToString().ToUpperInvariant());
        if (rule.Interval != 1)
        {
            text.Append(CultureInfo.InvariantCulture, $";INTERVAL={rule.Interval}");
        }

        if (rule.Count is { } count)
        {
            text.Append(CultureInfo.InvariantCulture, $";COUNT={count}");
        }

        if (rule.Until is { } until)
        {
            text.Append(";UNTIL=").Append(Moment(until));
        }

        Append(text, "BYMONTH", rule.ByMonth);
        Append(text, "BYWEEKNO", rule.ByWeekNumber);
        Append(text, "BYYEARDAY", rule.ByYearDay);
        Append(text, "BYMONTHDAY", rule.ByMonthDay);
        Append(text, "BYDAY", rule.ByDay);
        Append(text, "BYHOUR", rule.ByHour);
        Append(text, "BYMINUTE", rule.ByMinute);
        Append(text, "BYSECOND", rule.BySecond);
        Append(text, "BYSETPOS", rule.BySetPosition);
        if (rule.WeekStart != DayOfWeek.Monday && WeekStartMatters(rule))
        {
            text.Append(";WKST=").Append(Weekdays[(int)rule.WeekStart]);
        }

        return text.ToString();
    }

    // Only where weeks are counted, or where a set of several days is cut into weeks (RFC 5545 §3.3.10, WKST).
    private static bool WeekStartMatters(RecurrenceRule rule)
        => rule.ByWeekNumber.Count > 0
            || (rule.Frequency == Frequency.Weekly
                && rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count > 0
                && (rule.Interval > 1 || rule.BySetPosition.Count > 0));

    private static string Moment(CalendarTime time)
    {
        string format = time.Kind switch
        {
            TimeKind.Date => "yyyyMMdd",
            TimeKind.Utc => "yyyyMMdd'T'HHmmss'Z'",
            _ => "yyyyMMdd'T'HHmmss",
        };
        return time.Local.ToString(format, CultureInfo.InvariantCulture);
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<int> values)
    {
        if (values.Count > 0)
        {
            text.Append(';').Append(name).Append('=').AppendJoin(',', values);
        }
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<WeekdayOrdinal> days)
    {
        if (days.Count > 0)
        {
            text.Append(';').Append(name).Append('=')
                .AppendJoin(',', days.Select(day => day.Ordinal == 0 ? Weekdays[(int)day.Day] : $"{day.Ordinal}{Weekdays[(int)day.Day]}"));
        }
    }
}

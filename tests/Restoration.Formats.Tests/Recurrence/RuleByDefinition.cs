using Restoration.Formats.Recurrence;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>
/// What a rule names, found the slow way: every interval-th unit of time from the start, every second of it that all parts agree to,
/// then BYSETPOS. It shares no arithmetic with the engine and follows the table of RFC 5545 §3.3.10.
/// </summary>
internal static class RuleByDefinition
{
    public static List<DateTime> Expand(RecurrenceRule rule, DateTime start, DateTime end)
    {
        List<DateTime> all = [];
        DateTime unit = FirstOfUnit(rule, start);
        while (unit < end)
        {
            DateTime next = Later(rule, unit, 1);
            List<DateTime> set = [.. Seconds(rule, start, unit, next)];
            List<DateTime> chosen = rule.BySetPosition.Count == 0 ? set
                : [.. rule.BySetPosition.Select(position => position > 0 ? position - 1 : set.Count + position)
                    .Where(index => index >= 0 && index < set.Count).Distinct().Order().Select(index => set[index])];
            all.AddRange(chosen.Where(time => time >= start && time < end));
            unit = Later(rule, unit, rule.Interval);
        }

        return rule.Count is { } count ? [.. all.Take(count)] : all;
    }

    private static bool IsWeekYear(RecurrenceRule rule) => rule.Frequency == Frequency.Yearly && rule.ByWeekNumber.Count > 0;

    private static DateTime FirstOfUnit(RecurrenceRule rule, DateTime start) => rule.Frequency switch
    {
        Frequency.Yearly when IsWeekYear(rule) => WeekYearStart(rule, FirstWeekYear(rule, start)),
        Frequency.Yearly => new DateTime(start.Year, 1, 1),
        Frequency.Monthly => new DateTime(start.Year, start.Month, 1),
        Frequency.Weekly => WeekStart(rule, start.Date),
        Frequency.Daily => start.Date,
        Frequency.Hourly => start.Date.AddHours(start.Hour),
        Frequency.Minutely => start.Date.AddHours(start.Hour).AddMinutes(start.Minute),
        _ => start,
    };

    // Which year the intervals are counted from is left open where the week of the start lies across a year's end: the year of the
    // week if the rule names the start's day, the start's own year otherwise. Without intervals both come to the same.
    private static int FirstWeekYear(RecurrenceRule rule, DateTime start)
        => rule.Interval > 1 && !AllowsDay(rule, start, start.Date) ? start.Year : WeekOf(rule, start.Date).Year;

    private static DateTime Later(RecurrenceRule rule, DateTime unit, int units) => rule.Frequency switch
    {
        Frequency.Yearly when IsWeekYear(rule) => WeekYearStart(rule, WeekOf(rule, unit).Year + units),
        Frequency.Yearly => unit.AddYears(units),
        Frequency.Monthly => unit.AddMonths(units),
        Frequency.Weekly => unit.AddDays(7L * units),
        Frequency.Daily => unit.AddDays(units),
        Frequency.Hourly => unit.AddHours(units),
        Frequency.Minutely => unit.AddMinutes(units),
        _ => unit.AddSeconds(units),
    };

    private static IEnumerable<DateTime> Seconds(RecurrenceRule rule, DateTime start, DateTime from, DateTime end)
    {
        for (DateTime time = from; time < end; time = time.AddSeconds(1))
        {
            if (time.TimeOfDay == TimeSpan.Zero && time.AddDays(1) <= end && !AllowsDay(rule, start, time))
            {
                time = time.AddDays(1).AddSeconds(-1);
            }
            else if (!Allows(rule.ByHour, time.Hour, start.Hour, rule.Frequency > Frequency.Hourly))
            {
                time = time.AddHours(1).AddMinutes(-time.Minute).AddSeconds(-time.Second - 1);
            }
            else if (!Allows(rule.ByMinute, time.Minute, start.Minute, rule.Frequency > Frequency.Minutely))
            {
                time = time.AddMinutes(1).AddSeconds(-time.Second - 1);
            }
            else if (Allows(rule.BySecond, time.Second, start.Second, rule.Frequency > Frequency.Secondly) && AllowsDay(rule, start, time.Date))
            {
                yield return time;
            }
        }
    }

    private static bool Allows(IReadOnlyList<int> values, int value, int own, bool isOwnNeeded)
        => values.Count > 0 ? values.Contains(value) : !isOwnNeeded || value == own;

    private static bool AllowsDay(RecurrenceRule rule, DateTime start, DateTime day)
    {
        int length = DateTime.DaysInMonth(day.Year, day.Month);
        int yearLength = DateTime.IsLeapYear(day.Year) ? 366 : 365;
        bool openDay = rule.ByMonthDay.Count + rule.ByYearDay.Count + rule.ByDay.Count == 0;
        bool openWeek = rule.ByWeekNumber.Count == 0;
        if ((rule.ByMonth.Count > 0 && !rule.ByMonth.Contains(day.Month))
            || (rule.ByMonthDay.Count > 0 && !rule.ByMonthDay.Contains(day.Day) && !rule.ByMonthDay.Contains(day.Day - length - 1))
            || (rule.ByYearDay.Count > 0 && !rule.ByYearDay.Contains(day.DayOfYear) && !rule.ByYearDay.Contains(day.DayOfYear - yearLength - 1))
            || (rule.ByDay.Count > 0 && !rule.ByDay.Any(weekday => IsNamed(rule, weekday, day))))
        {
            return false;
        }

        if (!openWeek)
        {
            (int year, int week) = WeekOf(rule, day);
            int weeks = (WeekYearStart(rule, year + 1) - WeekYearStart(rule, year)).Days / 7;
            if (!rule.ByWeekNumber.Contains(week) && !rule.ByWeekNumber.Contains(week - weeks - 1))
            {
                return false;
            }
        }

        return rule.Frequency switch
        {
            Frequency.Yearly when openDay && openWeek => day.Day == start.Day && (rule.ByMonth.Count > 0 || day.Month == start.Month),
            Frequency.Yearly when openDay => day.DayOfWeek == start.DayOfWeek,
            Frequency.Yearly when rule.ByMonthDay.Count > 0 && rule.ByMonth.Count == 0 && rule.ByYearDay.Count == 0 && openWeek => day.Month == start.Month,
            Frequency.Monthly when openDay && openWeek => day.Day == start.Day,
            Frequency.Weekly when openDay && openWeek => day.DayOfWeek == start.DayOfWeek,
            _ => true,
        };
    }

    private static bool IsNamed(RecurrenceRule rule, WeekdayOrdinal weekday, DateTime day)
    {
        if (weekday.Day != day.DayOfWeek)
        {
            return false;
        }

        bool inMonth = rule.Frequency == Frequency.Monthly || rule.ByMonth.Count > 0;
        DateTime from = IsWeekYear(rule) ? WeekStart(rule, day) : inMonth ? new DateTime(day.Year, day.Month, 1) : new DateTime(day.Year, 1, 1);
        DateTime end = IsWeekYear(rule) ? from.AddDays(7) : inMonth ? from.AddMonths(1) : from.AddYears(1);
        List<DateTime> same = [];
        for (DateTime other = from; other < end; other = other.AddDays(1))
        {
            if (other.DayOfWeek == day.DayOfWeek)
            {
                same.Add(other);
            }
        }

        int index = weekday.Ordinal > 0 ? weekday.Ordinal - 1 : same.Count + weekday.Ordinal;
        return weekday.Ordinal == 0 || (index >= 0 && index < same.Count && same[index] == day);
    }

    private static DateTime WeekStart(RecurrenceRule rule, DateTime day)
    {
        while (day.DayOfWeek != rule.WeekStart)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    // "Week number one of the calendar year is the first week that contains at least four days in that calendar year."
    private static DateTime WeekYearStart(RecurrenceRule rule, int year)
    {
        DateTime week = WeekStart(rule, new DateTime(year, 1, 1));
        return week.AddDays(3).Year == year ? week : week.AddDays(7);
    }

    private static (int Year, int Week) WeekOf(RecurrenceRule rule, DateTime day)
    {
        int year = WeekStart(rule, day).AddDays(3).Year;
        return (year, ((day - WeekYearStart(rule, year)).Days / 7) + 1);
    }
}

using Restoration.Formats.Recurrence;

namespace Restoration.Formats.TimeZones;

/// <summary>The yearly rule behind a row of dates, one a year: "the last Sunday of March". It grows with every year that fits it.</summary>
internal sealed record AnnualRule
{
    private readonly DateTime _first;

    private bool IsSameWeekday { get; init; }

    private bool IsSameMonth { get; init; }

    private int LeastDay { get; init; }

    private int MostDay { get; init; }

    private int MostFromEnd { get; init; }

    private int LeastYearDay { get; init; }

    private int MostYearDay { get; init; }

    /// <summary>Begins with one year, which any rule fits.</summary>
    public AnnualRule(DateTime first)
    {
        _first = first;
        IsSameWeekday = true;
        IsSameMonth = true;
        LeastDay = first.Day;
        MostDay = first.Day;
        MostFromEnd = DaysToMonthEnd(first);
        LeastYearDay = YearDay(first);
        MostYearDay = YearDay(first);
    }

    // Seven days in a row have every weekday once.
    private bool IsOneRule
        => !IsSameMonth ? IsSameWeekday && MostYearDay - LeastYearDay < 7 && _first.Month > 2
            : LeastDay == MostDay || (IsSameWeekday && (MostDay - LeastDay < 7 || MostFromEnd < 7));

    /// <summary>The rule that names the date of a further year too; null if there is none.</summary>
    public AnnualRule? Including(DateTime next)
    {
        AnnualRule wider = this with
        {
            IsSameWeekday = IsSameWeekday && next.DayOfWeek == _first.DayOfWeek,
            IsSameMonth = IsSameMonth && next.Month == _first.Month,
            LeastDay = Math.Min(LeastDay, next.Day),
            MostDay = Math.Max(MostDay, next.Day),
            MostFromEnd = Math.Max(MostFromEnd, DaysToMonthEnd(next)),
            LeastYearDay = Math.Min(LeastYearDay, YearDay(next)),
            MostYearDay = Math.Max(MostYearDay, YearDay(next)),
        };
        return next.TimeOfDay == _first.TimeOfDay && wider.IsOneRule ? wider : null;
    }

    /// <summary>The value of an RRULE.</summary>
    public override string ToString()
    {
        string weekday = RuleText.Weekdays[(int)_first.DayOfWeek];
        string month = $"FREQ=YEARLY;BYMONTH={_first.Month}";

        // The day after the last Thursday of October may be in November: counted from the end of the year, it is one week all the same.
        return !IsSameMonth ? $"FREQ=YEARLY;BYYEARDAY={Week(LeastYearDay)};BYDAY={weekday}"
            : LeastDay == MostDay ? $"{month};BYMONTHDAY={_first.Day}"
            : MostFromEnd < 7 ? $"{month};BYDAY=-1{weekday}"
            : (LeastDay - 1) / 7 == (MostDay - 1) / 7 ? $"{month};BYDAY={((LeastDay - 1) / 7) + 1}{weekday}"
            : $"{month};BYMONTHDAY={Week(LeastDay)};BYDAY={weekday}";
    }

    private static string Week(int first) => string.Join(',', Enumerable.Range(first, 7));

    private static int DaysToMonthEnd(DateTime date) => DateTime.DaysInMonth(date.Year, date.Month) - date.Day;

    private static int YearDay(DateTime date) => date.DayOfYear - (DateTime.IsLeapYear(date.Year) ? 366 : 365) - 1;
}

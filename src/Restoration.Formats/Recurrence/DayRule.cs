namespace Restoration.Formats.Recurrence;

/// <summary>
/// The parts of a rule that choose days, with what the rule leaves open taken from the start (RFC 5545 §3.3.10).
/// Whether a part expands or limits makes no difference to the days: a day is in if every part agrees to it.
/// Only the frequency, which groups the days, tells the two apart.
/// </summary>
internal sealed class DayRule
{
    private const int MostDays = 366;
    private const uint EveryDay = 0b111_1111;

    private enum Within
    {
        Week,
        Month,
        Year,
    }

    private readonly ulong _months;
    private readonly ulong _monthDays;
    private readonly ulong _monthDaysFromEnd;
    private readonly bool[]? _yearDays;
    private readonly bool[]? _yearDaysFromEnd;
    private readonly ulong _weeks;
    private readonly ulong _weeksFromEnd;
    private readonly DayOfWeek _weekStart;
    private readonly Within _within;

    // For each weekday from Monday: bit n for the n-th of its kind, bit 0 for every one.
    private readonly ulong[] _weekdays = new ulong[7];
    private readonly ulong[] _weekdaysFromEnd = new ulong[7];
    private readonly bool _hasWeekdays;

    public DayRule(RecurrenceRule rule, int startDay)
    {
        bool choosesDays = rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count > 0;
        DateOnly start = DateOnly.FromDayNumber(startDay);
        _weekStart = rule.WeekStart;
        (_months, _) = Bits(rule.ByMonth);
        (_weeks, _weeksFromEnd) = Bits(rule.ByWeekNumber);
        (_monthDays, _monthDaysFromEnd) = Bits(rule.ByMonthDay);
        (_yearDays, _yearDaysFromEnd) = rule.ByYearDay.Count > 0 ? Marks(rule.ByYearDay) : (null, null);
        _within = rule.Frequency == Frequency.Monthly ? Within.Month
            : rule.ByWeekNumber.Count > 0 ? Within.Week
            : rule.ByMonth.Count > 0 ? Within.Month : Within.Year;
        for (int index = 0; index < rule.ByDay.Count; index++)
        {
            WeekdayOrdinal day = rule.ByDay[index];
            ulong[] weekdays = day.Ordinal < 0 ? _weekdaysFromEnd : _weekdays;
            weekdays[CalendarDays.FromMonday(day.Day)] |= 1UL << Math.Abs(day.Ordinal);
        }

        switch (rule.Frequency)
        {
            case Frequency.Yearly when !choosesDays && rule.ByWeekNumber.Count == 0:
                _months = rule.ByMonth.Count == 0 ? 1UL << start.Month : _months;
                _monthDays = 1UL << start.Day;
                break;
            case Frequency.Yearly when rule.ByMonthDay.Count > 0 && rule.ByMonth.Count + rule.ByWeekNumber.Count + rule.ByYearDay.Count == 0:
                // The 15th of which month? The start's, as for every other thing that is left open.
                _months = 1UL << start.Month;
                break;
            case Frequency.Monthly when !choosesDays && rule.ByWeekNumber.Count == 0:
                _monthDays = 1UL << start.Day;
                break;
            case Frequency.Weekly when !choosesDays && rule.ByWeekNumber.Count == 0:
            case Frequency.Yearly when !choosesDays:
                _weekdays[startDay % 7] = 1;
                break;
        }

        _hasWeekdays = _weekdays.AsSpan().ContainsAnyExcept(0UL) || _weekdaysFromEnd.AsSpan().ContainsAnyExcept(0UL);
        bool onlyWeekdays = _months == 0 && (_monthDays | _monthDaysFromEnd) == 0 && _yearDays is null && _yearDaysFromEnd is null
            && (_weeks | _weeksFromEnd) == 0 && !_weekdays.AsSpan().ContainsAnyExceptInRange(0UL, 1UL) && !_weekdaysFromEnd.AsSpan().ContainsAnyExcept(0UL);
        Weekdays = !onlyWeekdays ? null : !_hasWeekdays ? EveryDay : WeekdayBits();
    }

    /// <summary>The weekdays, bit 0 for Monday, if nothing but the weekday decides; null otherwise.</summary>
    public uint? Weekdays { get; }

    /// <summary>Marks the days of a year that are in: bit 0 of the first word for 1 January.</summary>
    public void Mark(int year, Span<ulong> days)
    {
        int length = CalendarDays.YearLength(year);
        int yearStart = CalendarDays.YearStart(year);
        int dayOfYear = 0;
        for (int month = 1; month <= 12; month++)
        {
            int monthLength = DateTime.DaysInMonth(year, month);
            if (_months != 0 && ((_months >> month) & 1) == 0)
            {
                dayOfYear += monthLength;
                continue;
            }

            for (int day = 1; day <= monthLength; day++, dayOfYear++)
            {
                if (AllowsMonthDay(day, monthLength)
                    && AllowsYearDay(dayOfYear, length)
                    && AllowsWeek(year, yearStart, dayOfYear)
                    && AllowsWeekday((yearStart + dayOfYear) % 7, day, monthLength, dayOfYear, length))
                {
                    days[dayOfYear >> 6] |= 1UL << (dayOfYear & 63);
                }
            }
        }
    }

    private bool AllowsMonthDay(int day, int monthLength)
        => (_monthDays | _monthDaysFromEnd) == 0 || (((_monthDays >> day) | (_monthDaysFromEnd >> (monthLength - day + 1))) & 1) != 0;

    private bool AllowsYearDay(int dayOfYear, int length)
        => (_yearDays is null && _yearDaysFromEnd is null)
            || _yearDays?[dayOfYear + 1] == true
            || _yearDaysFromEnd?[length - dayOfYear] == true;

    // A week belongs to the year that its fourth day is in (ISO 8601).
    private bool AllowsWeek(int year, int yearStart, int dayOfYear)
    {
        if ((_weeks | _weeksFromEnd) == 0)
        {
            return true;
        }

        int fourth = dayOfYear - CalendarDays.DaysIntoWeek(yearStart + dayOfYear, _weekStart) + 3;
        int length = CalendarDays.YearLength(year);
        if (fourth < 0)
        {
            length = CalendarDays.YearLength(year - 1);
            fourth += length;
        }
        else if (fourth >= length)
        {
            fourth -= length;
            length = CalendarDays.YearLength(year + 1);
        }

        int week = (fourth / 7) + 1;
        int weekFromEnd = ((length - 1 - fourth) / 7) + 1;
        return (((_weeks >> week) | (_weeksFromEnd >> weekFromEnd)) & 1) != 0;
    }

    private bool AllowsWeekday(int weekday, int day, int monthLength, int dayOfYear, int yearLength)
    {
        if (!_hasWeekdays)
        {
            return true;
        }

        (int nth, int nthFromEnd) = _within switch
        {
            Within.Month => ((day - 1) / 7, (monthLength - day) / 7),
            Within.Year => (dayOfYear / 7, (yearLength - 1 - dayOfYear) / 7),
            _ => (0, 0),
        };
        ulong bits = _weekdays[weekday];
        return ((bits | (bits >> (nth + 1)) | (_weekdaysFromEnd[weekday] >> (nthFromEnd + 1))) & 1) != 0;
    }

    private uint WeekdayBits()
    {
        uint bits = 0;
        for (int day = 0; day < _weekdays.Length; day++)
        {
            bits |= (uint)_weekdays[day] << day;
        }

        return bits;
    }

    // Those that count from the beginning, and those that count from the end.
    private static (ulong Bits, ulong FromEnd) Bits(IReadOnlyList<int> numbers)
    {
        (ulong bits, ulong fromEnd) = (0, 0);
        for (int index = 0; index < numbers.Count; index++)
        {
            bits |= numbers[index] > 0 ? 1UL << numbers[index] : 0;
            fromEnd |= numbers[index] < 0 ? 1UL << -numbers[index] : 0;
        }

        return (bits, fromEnd);
    }

    private static (bool[] Marks, bool[] FromEnd) Marks(IReadOnlyList<int> numbers)
    {
        (bool[] marks, bool[] fromEnd) = (new bool[MostDays + 2], new bool[MostDays + 2]);
        foreach (int number in numbers)
        {
            (number > 0 ? marks : fromEnd)[Math.Abs(number)] = true;
        }

        return (marks, fromEnd);
    }
}

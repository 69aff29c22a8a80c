namespace Restoration.Formats.Recurrence;

/// <summary>
/// The parts of a rule that choose days, with what the rule leaves open taken from the start (RFC 5545 §3.3.10).
/// Whether a part expands or limits makes no difference to the days: a day is in if every part agrees to it.
/// Only the frequency, which groups the days, tells the two apart.
/// </summary>
internal sealed class DayRule
{
    private enum Within
    {
        Week,
        Month,
        Year,
    }

    private readonly uint _months;
    private readonly uint _monthDays;
    private readonly uint _monthDaysFromEnd;
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
        _months = Bits(rule.ByMonth);
        _weekStart = rule.WeekStart;
        _weeks = (ulong)rule.ByWeekNumber.Where(week => week > 0).Aggregate(0L, (bits, week) => bits | (1L << week));
        _weeksFromEnd = (ulong)rule.ByWeekNumber.Where(week => week < 0).Aggregate(0L, (bits, week) => bits | (1L << -week));
        _monthDays = Bits(rule.ByMonthDay.Where(day => day > 0));
        _monthDaysFromEnd = Bits(rule.ByMonthDay.Where(day => day < 0).Select(day => -day));
        _yearDays = Marks(rule.ByYearDay.Where(day => day > 0));
        _yearDaysFromEnd = Marks(rule.ByYearDay.Where(day => day < 0).Select(day => -day));
        _within = rule.Frequency == Frequency.Monthly ? Within.Month
            : rule.ByWeekNumber.Count > 0 ? Within.Week
            : rule.ByMonth.Count > 0 ? Within.Month : Within.Year;
        foreach (WeekdayOrdinal day in rule.ByDay)
        {
            ulong[] weekdays = day.Ordinal < 0 ? _weekdaysFromEnd : _weekdays;
            weekdays[CalendarDays.FromMonday(day.Day)] |= 1UL << Math.Abs(day.Ordinal);
        }

        switch (rule.Frequency)
        {
            case Frequency.Yearly when !choosesDays && rule.ByWeekNumber.Count == 0:
                _months = rule.ByMonth.Count == 0 ? 1u << start.Month : _months;
                _monthDays = 1u << start.Day;
                break;
            case Frequency.Yearly when rule.ByMonthDay.Count > 0 && rule.ByMonth.Count + rule.ByWeekNumber.Count + rule.ByYearDay.Count == 0:
                // The 15th of which month? The start's, as for every other thing that is left open.
                _months = 1u << start.Month;
                break;
            case Frequency.Monthly when !choosesDays && rule.ByWeekNumber.Count == 0:
                _monthDays = 1u << start.Day;
                break;
            case Frequency.Weekly when !choosesDays && rule.ByWeekNumber.Count == 0:
            case Frequency.Yearly when !choosesDays:
                _weekdays[startDay % 7] = 1;
                break;
        }

        _hasWeekdays = _weekdays.Concat(_weekdaysFromEnd).Any(bits => bits != 0);
        bool onlyWeekdays = _months == 0 && (_monthDays | _monthDaysFromEnd) == 0 && _yearDays is null && _yearDaysFromEnd is null
            && (_weeks | _weeksFromEnd) == 0 && Array.TrueForAll(_weekdays, bits => bits <= 1) && Array.TrueForAll(_weekdaysFromEnd, bits => bits == 0);
        Weekdays = !onlyWeekdays ? null : !_hasWeekdays ? 0b111_1111u : Enumerable.Range(0, 7).Aggregate(0u, (bits, day) => bits | ((uint)_weekdays[day] << day));
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
            if (_months != 0 && (_months & (1u << month)) == 0)
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
            || (_yearDays is not null && _yearDays[dayOfYear + 1])
            || (_yearDaysFromEnd is not null && _yearDaysFromEnd[length - dayOfYear]);

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

    private static uint Bits(IEnumerable<int> numbers) => numbers.Aggregate(0u, (bits, number) => bits | (1u << number));

    private static bool[]? Marks(IEnumerable<int> numbers)
    {
        bool[] marks = new bool[368];
        bool any = false;
        foreach (int number in numbers)
        {
            marks[number] = true;
            any = true;
        }

        return any ? marks : null;
    }
}

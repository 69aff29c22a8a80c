namespace Restoration.Formats.Recurrence;

/// <summary>
/// The days, weeks, months or years that a rule counts in, numbered without gaps from the beginning of time.
/// </summary>
internal sealed class Periods
{
    private readonly Frequency _frequency;
    private readonly bool _isWeekYear;
    private readonly DayOfWeek _weekStart;
    private readonly int _weekShift;

    public Periods(RecurrenceRule rule)
    {
        _frequency = rule.Frequency < Frequency.Daily ? Frequency.Daily : rule.Frequency;
        _weekStart = rule.WeekStart;

        // Where weeks are named by number, the year is the one that the weeks are counted in (RFC 5545 §3.3.10, BYWEEKNO):
        // week 1 of 2025 begins on 2024-12-30 and belongs to the interval of 2025.
        _isWeekYear = rule.Frequency == Frequency.Yearly && rule.ByWeekNumber.Count > 0;

        // The week that holds day 0 is number 0, whatever day it began on.
        _weekShift = CalendarDays.DaysIntoWeek(0, _weekStart);
    }

    /// <summary>Whether the periods are the years that weeks are counted in.</summary>
    public bool AreWeekYears => _isWeekYear;

    /// <summary>The most days that one period has.</summary>
    public int Longest => _frequency switch
    {
        Frequency.Daily => 1,
        Frequency.Weekly => 7,
        Frequency.Monthly => 31,
        _ => 371,
    };

    /// <summary>The number of the period that a day is in.</summary>
    public long NumberOf(int day) => _frequency switch
    {
        Frequency.Daily => day,
        Frequency.Weekly => (day + _weekShift) / 7,
        Frequency.Monthly => MonthOf(day),
        _ => _isWeekYear ? CalendarDays.WeekYearOf(day, _weekStart) : CalendarDays.YearOf(day),
    };

    /// <summary>The first day of a period and the day after its last; false if it lies beyond the end of time.</summary>
    public bool TryGetDays(long number, out int first, out int end)
    {
        (first, end) = (0, 0);
        switch (_frequency)
        {
            case Frequency.Daily when number <= CalendarDays.Last:
                first = (int)number;
                end = first + 1;
                break;
            case Frequency.Weekly when number * 7 <= CalendarDays.Last + 7:
                first = ((int)number * 7) - _weekShift;
                end = first + 7;
                break;
            case Frequency.Monthly when number < 9999 * 12:
                first = CalendarDays.MonthStart(number);
                end = number + 1 < 9999 * 12 ? CalendarDays.MonthStart(number + 1) : CalendarDays.Last + 1;
                break;
            case Frequency.Yearly when number <= 10_000:
                first = _isWeekYear ? CalendarDays.WeekYearStart((int)number, _weekStart) : CalendarDays.YearStart((int)number);
                end = _isWeekYear ? CalendarDays.WeekYearStart((int)number + 1, _weekStart) : CalendarDays.YearStart((int)number + 1);
                break;
        }

        return end > first && first <= CalendarDays.Last;
    }

    private static long MonthOf(int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return ((date.Year - 1) * 12) + date.Month - 1;
    }
}

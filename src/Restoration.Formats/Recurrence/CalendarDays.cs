namespace Restoration.Formats.Recurrence;

/// <summary>Arithmetic of days, counted from 0001-01-01 (a Monday) as <see cref="DateOnly.DayNumber"/> does.</summary>
internal static class CalendarDays
{
    /// <summary>9999-12-31.</summary>
    public const int Last = 3_652_058;

    public const int SecondsPerDay = 86_400;

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int YearLength(int year) => IsLeap(year) ? 366 : 365;

    /// <summary>1 January; also right for the years around those that a date can have.</summary>
    public static int YearStart(int year)
    {
        int before = year - 1;
        return (365 * before) + FloorDivide(before, 4) - FloorDivide(before, 100) + FloorDivide(before, 400);
    }

    public static int YearOf(int day) => day < 0 ? 0 : DateOnly.FromDayNumber(day).Year;

    /// <summary>The first day of a month, counted from January of the year 1.</summary>
    public static int MonthStart(long month) => new DateOnly((int)(month / 12) + 1, (int)(month % 12) + 1, 1).DayNumber;

    /// <summary>How many days ago the week began.</summary>
    public static int DaysIntoWeek(int day, DayOfWeek weekStart) => Modulo(day - FromMonday(weekStart), 7);

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    /// <summary>The first day of week 1 by ISO 8601, with any first day of the week: the week with 4 January in it.</summary>
    public static int WeekYearStart(int year, DayOfWeek weekStart)
    {
        int fourth = YearStart(year) + 3;
        return fourth - DaysIntoWeek(fourth, weekStart);
    }

    /// <summary>The year that the day's week is counted in.</summary>
    public static int WeekYearOf(int day, DayOfWeek weekStart) => YearOf(Math.Min(day - DaysIntoWeek(day, weekStart) + 3, Last));

    public static int Modulo(int number, int divisor)
    {
        int rest = number % divisor;
        return rest < 0 ? rest + divisor : rest;
    }

    public static long Modulo(long number, long divisor)
    {
        long rest = number % divisor;
        return rest < 0 ? rest + divisor : rest;
    }

    private static int FloorDivide(int number, int divisor) => (number - Modulo(number, divisor)) / divisor;
}

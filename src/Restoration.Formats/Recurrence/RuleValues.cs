using System.Globalization;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>Reads the values of a rule's parts. The first value that cannot be used sets the error.</summary>
internal static class RuleValues
{
    private static readonly string[] Frequencies = Enum.GetNames<Frequency>();

    public static Frequency? Frequency(ReadOnlySpan<char> value, ref string? error)
    {
        for (int frequency = 0; frequency < Frequencies.Length; frequency++)
        {
            if (value.Equals(Frequencies[frequency], StringComparison.OrdinalIgnoreCase))
            {
                return (Frequency)frequency;
            }
        }

        error = $"'{value}' is no frequency: FREQ takes SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY.";
        return null;
    }

    /// <summary>A number of at least 1; zero and less mean that the part says nothing.</summary>
    public static int? Positive(string name, ReadOnlySpan<char> value, List<string> remarks, ref string? error)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            error = $"{name} takes a whole number, not '{value}'.";
            return null;
        }

        if (number < 1)
        {
            remarks.Add($"{name}={value} means nothing and was passed over.");
            return null;
        }

        return (int)Math.Min(number, int.MaxValue);
    }

    /// <summary>A date or a date and time, in the form of iCalendar or of ISO 8601.</summary>
    public static CalendarTime? Until(ReadOnlySpan<char> value, ref string? error)
    {
        Span<char> digits = stackalloc char[14];
        int count = 0;
        bool isUtc = value is [.., 'Z' or 'z'];
        bool isClean = true;
        foreach (char letter in isUtc ? value[..^1] : value)
        {
            if (!char.IsAsciiDigit(letter))
            {
                isClean &= letter is '-' or ':' || (letter is 'T' or 't' or ' ' && count == 8);
            }
            else if (count < digits.Length)
            {
                digits[count++] = letter;
            }
            else
            {
                isClean = false;
            }
        }

        if (isClean && count is 8 or 12 or 14 && TryGetTime(digits[..count], out DateTime time))
        {
            return count == 8 ? CalendarTime.OfDate(DateOnly.FromDateTime(time)) : isUtc ? CalendarTime.OfUtc(time) : CalendarTime.OfFloating(time);
        }

        error = $"UNTIL takes a date or a date and time, not '{value}'.";
        return null;
    }

    private static bool TryGetTime(ReadOnlySpan<char> digits, out DateTime time)
    {
        int year = Number(digits[..4]);
        int month = Number(digits[4..6]);
        int day = Number(digits[6..8]);
        int hour = digits.Length > 8 ? Number(digits[8..10]) : 0;
        int minute = digits.Length > 8 ? Number(digits[10..12]) : 0;
        int second = digits.Length > 12 ? Math.Min(Number(digits[12..14]), 59) : 0;
        bool exists = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60;
        time = exists ? new DateTime(year, month, day, hour, minute, second) : default;
        return exists;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    public static DayOfWeek? Weekday(ReadOnlySpan<char> value)
    {
        for (int day = 0; day < RuleText.Weekdays.Length; day++)
        {
            if (value.Equals(RuleText.Weekdays[day], StringComparison.OrdinalIgnoreCase))
            {
                return (DayOfWeek)day;
            }
        }

        return null;
    }

    /// <summary>Numbers that count from the beginning, or negative ones from the end; never zero.</summary>
    public static int[] Ordinals(string name, ReadOnlySpan<char> list, int most, ref string? error)
    {
        int[] numbers = Numbers(name, list, -most, most, ref error);
        if (error is null && Array.IndexOf(numbers, 0) >= 0)
        {
            error = $"{name} counts from 1 or from -1; 0 is neither.";
        }

        return numbers;
    }

    public static int[] Numbers(string name, ReadOnlySpan<char> list, int least, int most, ref string? error)
    {
        List<int> numbers = [];
        while (TryNext(ref list, out ReadOnlySpan<char> value))
        {
            if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) || number < least || number > most)
            {
                error ??= $"{name} takes numbers from {least} to {most}, not '{value}'.";
                return [];
            }

            numbers.Add(number);
        }

        return InOrder(numbers, static (one, other) => one.CompareTo(other));
    }

    public static WeekdayOrdinal[] Weekdays(ReadOnlySpan<char> list, List<string> remarks, ref string? error)
    {
        List<WeekdayOrdinal> days = [];
        while (TryNext(ref list, out ReadOnlySpan<char> value))
        {
            DayOfWeek? day = value.Length < 2 ? null : Weekday(value[^2..]);
            ReadOnlySpan<char> number = value.Length < 2 ? [] : value[..^2].TrimEnd();
            int ordinal = 0;
            if (day is null || (!number.IsEmpty && !int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ordinal)) || Math.Abs((long)ordinal) > 53)
            {
                error ??= $"BYDAY takes weekdays such as MO, 2TU or -1FR, not '{value}'.";
                return [];
            }

            if (ordinal == 0 && !number.IsEmpty)
            {
                remarks.Add($"BYDAY={value} means nothing and was passed over.");
                continue;
            }

            days.Add(new WeekdayOrdinal(ordinal, day.Value));
        }

        return InOrder(days, static (one, other) => one.Day == other.Day
            ? one.Ordinal.CompareTo(other.Ordinal)
            : CalendarDays.FromMonday(one.Day).CompareTo(CalendarDays.FromMonday(other.Day)));
    }

    // Lists are short and mostly written in order.
    private static T[] InOrder<T>(List<T> values, Comparison<T> compare)
    {
        bool isInOrder = true;
        for (int index = 1; index < values.Count && isInOrder; index++)
        {
            isInOrder = compare(values[index - 1], values[index]) < 0;
        }

        if (!isInOrder)
        {
            values.Sort(compare);
            return [.. values.Distinct()];
        }

        return [.. values];
    }

    // The next value of a list; empty ones are stray commas.
    private static bool TryNext(ref ReadOnlySpan<char> list, out ReadOnlySpan<char> value)
    {
        value = [];
        while (value.IsEmpty && !list.IsEmpty)
        {
            int comma = list.IndexOf(',');
            value = (comma < 0 ? list : list[..comma]).Trim();
            list = comma < 0 ? [] : list[(comma + 1)..];
        }

        return !value.IsEmpty;
    }
}

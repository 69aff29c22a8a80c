using System.Globalization;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>Reads the values of a rule's parts. The first value that cannot be used sets the error.</summary>
internal static class RuleValues
{
    private static readonly string[] UntilForms =
    [
        "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm'Z'", "yyyyMMdd'T'HHmm", "yyyyMMdd'Z'",
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss",
    ];

    public static Frequency? Frequency(ReadOnlySpan<char> value, ref string? error)
    {
        // Enum.TryParse alone would take numbers and lists.
        if (!value.IsEmpty && char.IsAsciiLetter(value[0]) && !value.Contains(',') && Enum.TryParse(value, ignoreCase: true, out Frequency frequency))
        {
            return frequency;
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

    public static CalendarTime? Until(ReadOnlySpan<char> value, ref string? error)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(value, "yyyyMMdd", culture, DateTimeStyles.None, out DateOnly date)
            || DateOnly.TryParseExact(value, "yyyy-MM-dd", culture, DateTimeStyles.None, out date))
        {
            return CalendarTime.OfDate(date);
        }

        if (DateTime.TryParseExact(value, UntilForms, culture, DateTimeStyles.None, out DateTime time))
        {
            return value[^1] is 'Z' or 'z' ? CalendarTime.OfUtc(time) : CalendarTime.OfFloating(time);
        }

        error = $"UNTIL takes a date or a date and time, not '{value}'.";
        return null;
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

        return [.. numbers.Distinct().Order()];
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

        return [.. days.Distinct().OrderBy(item => ((int)item.Day + 6) % 7).ThenBy(item => item.Ordinal)];
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

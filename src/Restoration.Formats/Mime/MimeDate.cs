using System.Globalization;

namespace Restoration.Formats.Mime;

/// <summary>Dates in headers (RFC 5322 §3.3), the obsolete ones of §4.3 included.</summary>
internal static class MimeDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date; without a zone that says something it is UTC, as §4.3 has it. Null if it is none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string[] words = WithoutComments(text).Replace(',', ' ').Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        int month = Array.FindIndex(words, word => MonthOf(word) > 0);
        int time = Array.FindIndex(words, word => word.Contains(':', StringComparison.Ordinal));
        if (month < 0 || time < 0 || !TryTime(words[time], out TimeSpan clock))
        {
            return null;
        }

        // 3 Nov 2026 09:00:00 +0100, and the asctime of old programs: Nov 3 09:00:00 2026.
        bool isAsctime = month + 2 == time && (month == 0 || !char.IsAsciiDigit(words[month - 1][0]));
        string? dayText = isAsctime ? words[month + 1] : month > 0 ? words[month - 1] : null;
        string? yearText = isAsctime ? words.ElementAtOrDefault(words.Length - 1) : words.ElementAtOrDefault(month + 1);
        return int.TryParse(dayText, NumberStyles.None, CultureInfo.InvariantCulture, out int day)
            && int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && Year(year) is var full and >= 1 and <= 9998
            && day >= 1 && day <= DateTime.DaysInMonth(full, MonthOf(words[month]))
            ? new DateTimeOffset(new DateTime(full, MonthOf(words[month]), day).Add(clock) - ZoneOf(isAsctime ? null : words.ElementAtOrDefault(time + 1)), TimeSpan.Zero)
            : null;
    }

    private static int MonthOf(string word)
        => word.Length >= 3 ? Array.IndexOf(Months, word[..3].ToLowerInvariant()) + 1 : 0;

    private static int Year(int year) => year switch
    {
        < 50 => year + 2000,
        < 1000 => year + 1900,
        _ => year,
    };

    private static bool TryTime(string word, out TimeSpan clock)
    {
        clock = default;
        string[] parts = word.Split(':');
        if (parts.Length is < 2 or > 3)
        {
            return false;
        }

        int[] numbers = new int[3];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        // A leap second counts as the last of its minute.
        clock = new TimeSpan(numbers[0], numbers[1], Math.Min(numbers[2], 59));
        return numbers[0] < 24 && numbers[1] < 60 && numbers[2] <= 60;
    }

    private static TimeSpan ZoneOf(string? word)
    {
        if (word is [('+' or '-') and char sign, _, _, _, _] && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int offset))
        {
            TimeSpan span = new(Math.Min(offset / 100, 23), offset % 100, 0);
            return sign == '-' ? -span : span;
        }

        return word?.ToUpperInvariant() switch
        {
            "EDT" => TimeSpan.FromHours(-4),
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            _ => TimeSpan.Zero,
        };
    }

    private static string WithoutComments(string text)
    {
        int depth = 0;
        return string.Concat(text.Where(character =>
        {
            depth += character == '(' ? 1 : 0;
            bool isOutside = depth == 0;
            depth -= character == ')' && depth > 0 ? 1 : 0;
            return isOutside;
        }));
    }
}

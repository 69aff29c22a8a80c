using System.Globalization;
using System.Text;
using Restoration.Failures;
using Restoration.Formats.Text;

namespace Restoration.Formats.Tables;

/// <summary>A date with or without a time of day as people and their programs write it.</summary>
/// <param name="Local">The clock reading.</param>
/// <param name="HasTime">Whether a time of day is written.</param>
/// <param name="IsUtc">Whether the reading is in UTC.</param>
internal readonly record struct TableMoment(DateTime Local, bool HasTime, bool IsUtc)
{
    private static readonly string[] TimeFormats =
    [
        "H:mm:ss", "H:mm", "H.mm.ss", "H.mm", "h:mm:ss tt", "h:mm tt", "h tt", "H:mm:ss.FFFFFFF", "H'h'mm",
    ];

    /// <summary>Reads a cell: ISO 8601, or a day with dots, slashes or dashes, a blank and a time.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidDate"/>: it is none, or nobody knows which number is the month.</exception>
    public static TableMoment Read(string cell, DateOrder order)
    {
        string text = cell.Trim();
        if (IsoTime.TryParse(Encoding.UTF8.GetBytes(text), out IsoTime iso))
        {
            return new TableMoment(iso.Value.Local, !iso.Value.IsDate, iso.Value.IsUtc);
        }

        int blank = text.IndexOfAny([' ', '\u00A0', '\u202F', ',']);
        string day = blank < 0 ? text : text[..blank];
        string time = blank < 0 ? "" : text[(blank + 1)..].Trim(' ', '\u00A0', '\u202F', ',');
        DateOnly date = ReadDay(day, order);
        return time.Length == 0
            ? new TableMoment(date.ToDateTime(TimeOnly.MinValue), HasTime: false, IsUtc: false)
            : new TableMoment(date.ToDateTime(ReadTime(time)), HasTime: true, IsUtc: false);
    }

    /// <summary>Reads a day and a time of day from cells of their own.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidDate"/></exception>
    public static TableMoment Read(string day, string? time, DateOrder order)
    {
        TableMoment date = Read(day, order);
        return time is null ? date with { HasTime = date.HasTime && date.Local.TimeOfDay != TimeSpan.Zero }
            : new TableMoment(date.Local.Date + ReadTime(TimeOf(time.Trim())).ToTimeSpan(), HasTime: true, date.IsUtc);
    }

    /// <summary>Which number is the month, if this cell leaves no doubt.</summary>
    public static DateOrder OrderOf(string? cell)
    {
        string[] numbers = SplitDay((cell ?? "").Trim().Split(' ', '\u00A0', ',')[0]);
        return numbers.Length != 3 || numbers[0].Length > 2
            || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int second) ? DateOrder.Unknown
            : first is > 12 and <= 31 && second is > 0 and <= 12 ? DateOrder.DayFirst
            : second is > 12 and <= 31 && first is > 0 and <= 12 ? DateOrder.MonthFirst
            : DateOrder.Unknown;
    }

    /// <summary>Whether only the order of the numbers tells which day this cell means.</summary>
    public static bool IsAmbiguous(string? cell)
    {
        string day = (cell ?? "").Trim().Split(' ', '\u00A0', ',')[0];
        string[] numbers = SplitDay(day);
        return numbers.Length == 3 && numbers[0].Length is 1 or 2 && !day.Contains('.', StringComparison.Ordinal)
            && numbers[0].TrimStart('0') != numbers[1].TrimStart('0') && OrderOf(cell) == DateOrder.Unknown;
    }

    private static string[] SplitDay(string day) => day.TrimEnd('.').Split('/', '-', '.');

    // A time in a cell of a column for times may have a day before it.
    private static string TimeOf(string time) => time.IndexOf('T', StringComparison.Ordinal) is > 0 and int mark ? time[(mark + 1)..] : time;

    private static DateOnly ReadDay(string day, DateOrder order)
    {
        string[] parts = SplitDay(day);
        if (parts.Length != 3 || !TryNumber(parts[0], out int first) || !TryNumber(parts[1], out int second) || !TryNumber(parts[2], out int third))
        {
            throw Malformed(day);
        }

        if (parts[0].Length == 4)
        {
            return Make(day, first, second, third);
        }

        int year = parts[2].Length <= 2 ? 2000 + third : third;
        DateOrder proven = OrderOf(day) is DateOrder.Unknown ? order : OrderOf(day);
        bool isDayFirst = proven == DateOrder.DayFirst || first == second || (day.Contains('.', StringComparison.Ordinal) && proven == DateOrder.Unknown);
        return !isDayFirst && proven == DateOrder.Unknown
            ? throw new RestorationException(
                FailureCode.InvalidDate,
                $"Nothing says whether '{day}' begins with the day or with the month. Name the culture of the file, such as 'en-US' or 'en-GB'.",
                day)
            : isDayFirst ? Make(day, year, second, first) : Make(day, year, first, second);
    }

    private static TimeOnly ReadTime(string text)
    {
        string time = text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("a. m.", "AM", StringComparison.OrdinalIgnoreCase)
            .Replace("p. m.", "PM", StringComparison.OrdinalIgnoreCase).Replace("a.m.", "AM", StringComparison.OrdinalIgnoreCase)
            .Replace("p.m.", "PM", StringComparison.OrdinalIgnoreCase).Replace(" Uhr", "", StringComparison.OrdinalIgnoreCase);
        return TimeOnly.TryParseExact(time, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out TimeOnly value) ? value : throw Malformed(text);
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static DateOnly Make(string text, int year, int month, int day)
        => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : throw Malformed(text);

    private static RestorationException Malformed(string text) => new(FailureCode.InvalidDate, $"'{text}' is no date or time that can be read.", text);
}

using Restoration.Failures;

namespace Restoration.Schedules;

/// <summary>
/// A cron expression as Vixie cron reads it (crontab(5)): minute, hour, day of the month, month, day of the week; names, ranges,
/// steps and lists; <c>@daily</c> and the like. Beyond that, <c>L</c> as day of the month is its last day.
/// </summary>
internal sealed record CronExpression
{
    private const string LastDay = "L";

    // The same day of the week falls on a 29 February every 28 years, or 40 around a century without leap year.
    private const int SearchedYears = 41;

    private static readonly Dictionary<string, string> Macros = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@hourly"] = "0 * * * *",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@weekly"] = "0 0 * * 0",
        ["@monthly"] = "0 0 1 * *",
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
    };

    /// <summary>The five fields, separated by single spaces.</summary>
    public required string Text { get; init; }

    /// <summary>The five fields as they were written.</summary>
    public string[] Fields => Text.Split(' ');

    public required CronField Minutes { get; init; }

    public required CronField Hours { get; init; }

    public required CronField Days { get; init; }

    public required CronField Months { get; init; }

    public required CronField Weekdays { get; init; }

    /// <summary>Whether the day of the month is its last one, whichever that is.</summary>
    public required bool IsLastDay { get; init; }

    /// <summary>Whether it comes every hour of its days, so that it follows the time that passes and not the clock's readings.</summary>
    public bool IsHourly => Hours.Count == 24;

    /// <summary>Whether the day of the month is restricted.</summary>
    public bool HasDays => !Days.StartsWithStar;

    /// <summary>Whether the day of the week is restricted.</summary>
    public bool HasWeekdays => !Weekdays.StartsWithStar;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: it is none, or it never comes.</exception>
    public static CronExpression Parse(string text)
    {
        string[] fields = (Macros.GetValueOrDefault(text.Trim()) ?? text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length != 5)
        {
            throw new RestorationException(
                FailureCode.InvalidArgument,
                $"'{text}' is no schedule. Write five cron fields (minute hour day month weekday) such as '30 22 * * mon-fri', or words such as 'daily at 22:30'.",
                text);
        }

        bool isLastDay = string.Equals(fields[2], LastDay, StringComparison.OrdinalIgnoreCase);
        CronExpression cron = new()
        {
            Text = string.Join(' ', fields),
            Minutes = CronField.Parse(fields[0], CronFieldKind.Minute),
            Hours = CronField.Parse(fields[1], CronFieldKind.Hour),
            Days = isLastDay ? default : CronField.Parse(fields[2], CronFieldKind.Day),
            Months = CronField.Parse(fields[3], CronFieldKind.Month),
            Weekdays = CronField.Parse(fields[4], CronFieldKind.Weekday),
            IsLastDay = isLastDay,
        };
        DateOnly first = new(2024, 1, 1);
        return cron.NextDay(first) is not null
            ? cron
            : throw new RestorationException(FailureCode.InvalidArgument, $"The schedule '{text}' never comes: no month that it names has such a day.", text);
    }

    /// <summary>The first day from this one on that fits; null if none does.</summary>
    public DateOnly? NextDay(DateOnly from)
    {
        DateOnly end = from.Year + SearchedYears > DateOnly.MaxValue.Year ? DateOnly.MaxValue : from.AddYears(SearchedYears);
        for (DateOnly day = from; day < end; day = day.AddDays(1))
        {
            if (Contains(day))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>Whether a day fits. Where both day fields are restricted, one of them has to fit; otherwise both (crontab(5)).</summary>
    public bool Contains(DateOnly date)
    {
        bool day = IsLastDay ? date.Day == DateTime.DaysInMonth(date.Year, date.Month) : Days.Contains(date.Day);
        bool weekday = Weekdays.Contains((int)date.DayOfWeek);
        return Months.Contains(date.Month) && (HasDays && HasWeekdays ? day || weekday : day && weekday);
    }
}

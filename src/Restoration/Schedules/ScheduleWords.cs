using System.Globalization;
using System.Text.RegularExpressions;
using Restoration.Failures;

namespace Restoration.Schedules;

/// <summary>
/// Schedules in words: <c>hourly [at :30]</c>, <c>daily [at 22:30]</c>, <c>weekdays [at 22:30]</c>,
/// <c>weekly [on monday, friday] [at 22:30]</c>, <c>monthly [on 15|last] [at 22:30]</c>. Without a time they mean midnight,
/// a week begins on Monday and a month on its first day.
/// </summary>
internal static partial class ScheduleWords
{
    /// <summary>The cron expression that the words mean; null if the text is no words.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidArgument"/>: the words are known and what follows them is not.</exception>
    public static string? ToCron(string text)
    {
        Match match = Words().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        string every = match.Groups["every"].Value.ToLowerInvariant();
        string on = match.Groups["on"].Value;
        (int hour, int minute) = Time(match.Groups["at"].Value, every == "hourly", text);
        if (on.Length > 0 && every is not ("weekly" or "monthly"))
        {
            throw Malformed(text);
        }

        return every switch
        {
            "hourly" => Cron($"{minute} * * * *"),
            "daily" => Cron($"{minute} {hour} * * *"),
            "weekdays" => Cron($"{minute} {hour} * * MON-FRI"),
            "weekly" => Cron($"{minute} {hour} * * {(on.Length == 0 ? "MON" : Weekdays(on, text))}"),
            _ => Cron($"{minute} {hour} {(on.Length == 0 ? "1" : Day(on))} * *"),
        };
    }

    private static (int Hour, int Minute) Time(string at, bool isHourly, string text)
    {
        if (at.Length == 0)
        {
            return (0, 0);
        }

        string[] parts = at.Split(':');
        bool hasHour = parts[0].Length > 0;
        int hour = hasHour ? int.Parse(parts[0], CultureInfo.InvariantCulture) : 0;
        int minute = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return hasHour == isHourly || hour > 23 || minute > 59 ? throw Malformed(text) : (hour, minute);
    }

    private static string Weekdays(string on, string text) => string.Join(',', Separator().Split(on.Trim()).Select(name =>
        Enum.TryParse(name, ignoreCase: true, out DayOfWeek day) && !char.IsDigit(name[0])
            ? day.ToString()[..3].ToUpperInvariant()
            : CronFieldKind.Weekday.Names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) ?? throw Malformed(text)));

    private static string Day(string on) => on.Trim().ToLowerInvariant() is "last" or "last day" ? "L" : on.Trim();

    private static string Cron(FormattableString fields) => FormattableString.Invariant(fields);

    private static RestorationException Malformed(string text) => new(
        FailureCode.InvalidArgument,
        $"'{text}' is no schedule. In words it is 'hourly at :30', 'daily at 22:30', 'weekdays at 22:30', 'weekly on monday at 22:30' or 'monthly on 15 at 22:30' ('on last' for the last day).",
        text);

    [GeneratedRegex(
        @"^(?<every>hourly|daily|weekdays|weekly|monthly)(\s+on\s+(?<on>.+?))?(\s+at\s+(?<at>\d{0,2}:\d\d))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\s*,\s*|\s+and\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}

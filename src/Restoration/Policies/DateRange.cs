using System.Globalization;
using System.Text.RegularExpressions;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Policies;

/// <summary>
/// Dates as people write them: ISO dates and times, <c>today</c>, <c>yesterday</c>, <c>last 7 days</c> (ending yesterday),
/// <c>last week</c>, <c>last month</c> (the previous one of the calendar) and <c>2026-11-01 to 2026-11-30</c>. Ends are inclusive.
/// </summary>
public sealed partial class DateRange(ITimeZoneCatalog timeZones, TimeProvider clock)
{
    private static readonly string[] LocalFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyyMMdd'T'HHmmss"];

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss K", "yyyyMMdd'T'HHmmssK"];

    /// <summary>The window between two dates; null if neither is given.</summary>
    /// <param name="start">The first day or moment in it, or words for a whole range; null for no beginning.</param>
    /// <param name="end">The last day or moment in it; null for no end.</param>
    /// <param name="timeZone">What dates without an offset mean.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidDate"/>, <see cref="FailureCode.TimeZoneRequired"/> or <see cref="FailureCode.TimeZoneNotFound"/>.
    /// </exception>
    public DateWindow? Parse(string? start, string? end, string? timeZone)
    {
        string zone = CheckZone(timeZone);
        if (start is null && end is null)
        {
            return null;
        }

        (DateTimeOffset From, DateTimeOffset To) first = start is null ? (DateTimeOffset.MinValue, DateTimeOffset.MaxValue) : ParseOne(start, timeZone, zone);
        (DateTimeOffset From, DateTimeOffset To) last = end is not null
            ? ParseOne(end, timeZone, zone)
            : start is not null && IsRange(start) ? first : (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        if (end is not null && start is not null && IsRange(start))
        {
            throw new RestorationException(FailureCode.InvalidDate, $"'{start}' is a range with an end of its own; leave the end date '{end}' out.", start);
        }

        if (last.To <= first.From)
        {
            throw new RestorationException(FailureCode.InvalidDate, $"The end '{end ?? start}' is before the start '{start}'.", end ?? start);
        }

        return new DateWindow(first.From, last.To, Clock(first.From, zone), Clock(last.To, zone));
    }

    private (DateTimeOffset From, DateTimeOffset To) ParseOne(string text, string? givenZone, string zone)
    {
        string trimmed = text.Trim();
        if (Between().Match(trimmed) is { Success: true } between)
        {
            return (ParseOne(between.Groups[1].Value, givenZone, zone).From, ParseOne(between.Groups[2].Value, givenZone, zone).To);
        }

        if (Words(trimmed.ToLowerInvariant(), zone) is { } days)
        {
            return Days(days.First, days.Last, zone);
        }

        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            RequireZone(trimmed, givenZone);
            return Days(day, day, zone);
        }

        if (DateTime.TryParseExact(trimmed, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            && local.Kind == DateTimeKind.Unspecified)
        {
            RequireZone(trimmed, givenZone);
            DateTimeOffset instant = timeZones.ToInstant(local, zone);
            return (instant, instant.AddTicks(1));
        }

        return DateTimeOffset.TryParseExact(trimmed, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? (moment, moment.AddTicks(1))
            : throw new RestorationException(
                FailureCode.InvalidDate,
                $"'{text}' is no date. Write 2026-11-03, 2026-11-03T09:00:00Z, today, yesterday, last 7 days, last week, last month, or '2026-11-01 to 2026-11-30'.",
                text);
    }

    private (DateOnly First, DateOnly Last)? Words(string text, string zone)
    {
        DateOnly today = DateOnly.FromDateTime(timeZones.ToLocal(clock.GetUtcNow(), zone).DateTime);
        DateOnly monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        DateOnly firstOfMonth = new(today.Year, today.Month, 1);
        return text switch
        {
            "today" => (today, today),
            "yesterday" => (today.AddDays(-1), today.AddDays(-1)),
            "last week" => (monday.AddDays(-7), monday.AddDays(-1)),
            "last month" => (firstOfMonth.AddMonths(-1), firstOfMonth.AddDays(-1)),
            _ when LastDays().Match(text) is { Success: true } match
                && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out int days) && days is > 0 and < 36500
                => (today.AddDays(-days), today.AddDays(-1)),
            _ => null,
        };
    }

    private (DateTimeOffset From, DateTimeOffset To) Days(DateOnly first, DateOnly last, string zone) => (
        timeZones.ToInstant(first.ToDateTime(TimeOnly.MinValue), zone),
        last == DateOnly.MaxValue ? DateTimeOffset.MaxValue : timeZones.ToInstant(last.AddDays(1).ToDateTime(TimeOnly.MinValue), zone));

    private DateTime Clock(DateTimeOffset instant, string zone)
        => instant == DateTimeOffset.MinValue || instant == DateTimeOffset.MaxValue ? instant.DateTime : timeZones.ToLocal(instant, zone).DateTime;

    private string CheckZone(string? timeZone) => timeZone is null
        ? timeZones.FindIanaName(clock.LocalTimeZone.Id) ?? "UTC"
        : timeZones.FindIanaName(timeZone) ?? throw new RestorationException(
            FailureCode.TimeZoneNotFound, $"'{timeZone}' is no time zone. Write a name such as Europe/Berlin, 'W. Europe Standard Time' or UTC.", timeZone);

    private static void RequireZone(string text, string? timeZone)
    {
        if (timeZone is null)
        {
            throw new RestorationException(
                FailureCode.TimeZoneRequired,
                $"'{text}' does not say in which time zone. Name one, such as Europe/Berlin, or write an instant such as 2026-11-03T09:00:00Z.",
                text);
        }
    }

    private static bool IsRange(string text) => Between().IsMatch(text.Trim()) || text.Trim().StartsWith("last ", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(.+?)\s+to\s+(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^last (\d{1,6}) days?$", RegexOptions.CultureInvariant)]
    private static partial Regex LastDays();
}

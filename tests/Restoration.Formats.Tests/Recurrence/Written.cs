using System.Globalization;
using Restoration.Formats.Recurrence;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>Times and series as they stand in a calendar file, for tables of tests.</summary>
internal static class Written
{
    public const string NewYork = "America/New_York";
    public const string Berlin = "Europe/Berlin";

    /// <summary><c>19970902</c>, <c>19970902T090000</c>, <c>19970902T090000Z</c> or <c>Europe/Berlin:19970902T090000</c>.</summary>
    public static CalendarTime Time(string text)
    {
        int colon = text.LastIndexOf(':');
        string value = text[(colon + 1)..];
        if (value.Length == 8)
        {
            return CalendarTime.OfDate(DateOnly.ParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture));
        }

        DateTime local = DateTime.ParseExact(value.TrimEnd('Z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        if (colon < 0)
        {
            return value.EndsWith('Z') ? CalendarTime.OfUtc(local) : CalendarTime.OfFloating(local);
        }

        CalendarTimeZone? zone = TimeZoneCatalog.Default.Find(text[..colon]);
        return CalendarTime.OfZone(local, zone?.OffsetOfLocal(local), text[..colon], zone?.IanaName);
    }

    public static DateTimeOffset Instant(string text) => Time(text).SortKey;

    /// <summary>An appointment with rules.</summary>
    public static Appointment Recurring(string start, params string[] rules)
        => new() { Start = Time(start), Recurrence = new Items.Recurrence { Rules = rules } };

    public static Appointment Until(this Appointment appointment, string end) => appointment with { End = Time(end) };

    public static Appointment Except(this Appointment appointment, params string[] times)
        => appointment with { Recurrence = appointment.Recurrence! with { ExceptionDates = [.. times.Select(Time)] } };

    public static Appointment Also(this Appointment appointment, params string[] times)
        => appointment with { Recurrence = (appointment.Recurrence ?? new()) with { Dates = [.. times.Select(Time)] } };

    /// <summary>An override of the occurrence of <paramref name="id"/>.</summary>
    public static Appointment Override(string id, string start, string end, string subject = "override")
        => new() { RecurrenceId = Time(id), Start = Time(start), End = Time(end), Subject = subject };

    public static Series Series(this Appointment appointment, params Appointment[] overrides) => new(appointment, overrides);

    /// <summary>The starts of the first occurrences by the clock of the series.</summary>
    public static IEnumerable<string> Starts(this Series series, int most = 1000) => series.Occurrences().Take(most).Select(occurrence => Clock(occurrence.Start));

    public static string Clock(CalendarTime time) => time.Kind switch
    {
        TimeKind.Date => time.Local.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        TimeKind.Utc => time.Local.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        _ => time.Local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
    };

    /// <summary>
    /// Days, ranges of days (<c>19970902..19970911</c>) and times, separated by blanks; days get the time of the start.
    /// </summary>
    public static IEnumerable<string> Expand(string expected, CalendarTime start)
    {
        string time = Clock(start)[8..];
        foreach (string item in expected.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = item.Split("..");
            DateOnly last = DateOnly.ParseExact(ends[^1][..8], "yyyyMMdd", CultureInfo.InvariantCulture);
            for (DateOnly day = DateOnly.ParseExact(ends[0][..8], "yyyyMMdd", CultureInfo.InvariantCulture); day <= last; day = day.AddDays(1))
            {
                yield return day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + (item.Contains('T', StringComparison.Ordinal) ? item[8..] : time);
            }
        }
    }
}

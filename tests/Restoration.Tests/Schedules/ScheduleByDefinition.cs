using Restoration.Items;
using Restoration.Schedules;

namespace Restoration.Tests.Schedules;

/// <summary>
/// What a schedule means, minute by minute: a minute counts if what its clock shows fits, the first time that it is shown,
/// or if the clock was put forward right then over a time that fits. What comes every hour counts whenever it is shown.
/// </summary>
internal static class ScheduleByDefinition
{
    public static IEnumerable<DateTimeOffset> Times(Schedule schedule, DateTimeOffset from, DateTimeOffset to, ITimeZoneCatalog zones)
    {
        HashSet<DateTime> shown = [];
        DateTime last = default;
        for (DateTimeOffset time = from.AddDays(-1); time < to; time = time.AddMinutes(1))
        {
            DateTime reading = zones.ToLocal(time, schedule.TimeZone).DateTime;
            bool isFirst = shown.Add(reading);
            bool fits = Fits(schedule, reading) && (isFirst || schedule.Cron.IsHourly);
            for (DateTime skipped = last.AddMinutes(1); last != default && skipped < reading; skipped = skipped.AddMinutes(1))
            {
                fits |= !schedule.Cron.IsHourly && Fits(schedule, skipped);
            }

            if (fits && time > from)
            {
                yield return time;
            }

            last = reading;
        }
    }

    private static bool Fits(Schedule schedule, DateTime reading)
    {
        string[] fields = schedule.Expression.Split(' ');
        bool day = fields[2] == "L" ? reading.AddDays(1).Day == 1 : Holds(fields[2], reading.Day, 31);
        bool weekday = fields[4] == "*" || Holds(fields[4].Replace("fri", "5", StringComparison.Ordinal), (int)reading.DayOfWeek, 6);
        bool both = fields[2] == "*" || fields[4] == "*" ? day && weekday : day || weekday;
        return both && Holds(fields[0], reading.Minute, 59) && Holds(fields[1], reading.Hour, 23);
    }

    private static bool Holds(string field, int value, int last) => field.Split(',').Any(part => part.Split('/', '-') switch
    {
        ["*"] => true,
        ["*", var step] => value % int.Parse(step) == 0,
        [var first, var end] => value >= int.Parse(first) && value <= int.Parse(end) && value <= last,
        [var one] => value == int.Parse(one),
        _ => throw new InvalidOperationException(field),
    });
}

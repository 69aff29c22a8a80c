using Restoration.Items;

namespace Restoration.Schedules;

/// <summary>Finds when a cron expression comes by the clock of a zone.</summary>
internal sealed class OccurrenceSearch(CronExpression cron, string zone, ITimeZoneCatalog timeZones)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The next time after an instant, in UTC.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset after) => cron.IsHourly ? NextHourly(after) : NextReading(after);

    // Readings in their order stand for instants in their order, because one that comes twice stands for the first.
    private DateTimeOffset? NextReading(DateTimeOffset after)
    {
        DateTime now = timeZones.ToLocal(after, zone).DateTime;
        DateTime reached = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        DateOnly? day = cron.NextDay(DateOnly.FromDateTime(now));
        while (day is { } date)
        {
            foreach (DateTime reading in Readings(date).Where(reading => reading >= reached))
            {
                if (ToInstant(reading) is var instant && instant > after)
                {
                    return instant;
                }
            }

            day = date == DateOnly.MaxValue ? null : cron.NextDay(date.AddDays(1));
        }

        return null;
    }

    private DateTimeOffset? NextHourly(DateTimeOffset after)
    {
        DateTimeOffset time = new(after.UtcTicks - (after.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        time += Minute;
        while (true)
        {
            DateTime local = timeZones.ToLocal(time, zone).DateTime;
            DateOnly today = DateOnly.FromDateTime(local);
            if (cron.NextDay(today) is not { } day)
            {
                return null;
            }

            if (day > today)
            {
                // A midnight that comes twice may be behind us already.
                DateTimeOffset midnight = ToInstant(day.ToDateTime(TimeOnly.MinValue));
                time = midnight > time ? midnight : time + Minute;
            }
            else if (cron.Minutes.Contains(local.Minute))
            {
                return time;
            }
            else
            {
                time += Minute;
            }
        }
    }

    private IEnumerable<DateTime> Readings(DateOnly date)
        => from hour in cron.Hours.Values from minute in cron.Minutes.Values select date.ToDateTime(new TimeOnly(hour, minute));

    /// <summary>The instant of a reading: the first of two, and for one that the clock skips, the moment at which it does.</summary>
    private DateTimeOffset ToInstant(DateTime reading)
    {
        DateTimeOffset instant = timeZones.ToInstant(reading, zone).ToUniversalTime();
        DateTimeOffset shown = timeZones.ToLocal(instant, zone);
        long skipped = (long)(shown.DateTime - reading).TotalSeconds;
        if (skipped <= 0)
        {
            return instant;
        }

        // The instant is that of the old offset, so it lies behind the change by less than what was skipped.
        DateTimeOffset before = instant.AddSeconds(-skipped);
        long early = 0;
        long late = skipped;
        while (late - early > 1)
        {
            long middle = (early + late) / 2;
            if (timeZones.ToLocal(before.AddSeconds(middle), zone).Offset == shown.Offset)
            {
                late = middle;
            }
            else
            {
                early = middle;
            }
        }

        return before.AddSeconds(late);
    }
}

using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Schedules;

/// <summary>
/// When something is to be done, again and again: a cron expression by the clock of a time zone. A change of that clock leaves
/// nothing out and does nothing twice: a time that the clock skips comes once, when it has been put forward; a time that it shows
/// twice comes once, the first time. What comes every hour comes with each hour that passes.
/// </summary>
public sealed record Schedule
{
    private readonly CronExpression _cron;

    private Schedule(string text, CronExpression cron, string timeZone)
    {
        Text = text;
        _cron = cron;
        TimeZone = timeZone;
    }

    /// <summary>The schedule as it was written.</summary>
    public string Text { get; }

    /// <summary>The cron expression: five fields.</summary>
    public string Expression => _cron.Text;

    /// <summary>The time zone, by its name in the tz database.</summary>
    public string TimeZone { get; }

    /// <summary>The fields, for those that write the schedule in the words of another scheduler.</summary>
    internal CronExpression Cron => _cron;

    /// <summary>Reads a cron expression, or words such as <c>daily at 22:30</c>.</summary>
    /// <param name="text">The schedule.</param>
    /// <param name="timeZone">The zone, by any name that the catalog knows.</param>
    /// <param name="timeZones">The zones.</param>
    /// <exception cref="RestorationException">
    /// <see cref="FailureCode.InvalidArgument"/> or <see cref="FailureCode.TimeZoneNotFound"/>.
    /// </exception>
    public static Schedule Parse(string text, string timeZone, ITimeZoneCatalog timeZones)
    {
        string zone = timeZones.FindIanaName(timeZone) ?? throw new RestorationException(
            FailureCode.TimeZoneNotFound, $"'{timeZone}' is no time zone. Write a name such as Europe/Berlin, 'W. Europe Standard Time' or UTC.", timeZone);
        return new Schedule(text.Trim(), CronExpression.Parse(ScheduleWords.ToCron(text) ?? text), zone);
    }

    /// <summary>The next time after an instant, in UTC; null at the end of the years that can be written.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset after, ITimeZoneCatalog timeZones)
        => new OccurrenceSearch(_cron, TimeZone, timeZones).NextAfter(after);

    /// <summary>The schedule and its zone, for people.</summary>
    public override string ToString() => $"{Text} ({TimeZone})";
}

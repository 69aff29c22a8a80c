namespace Restoration.Schedules;

/// <summary>What a field of a cron expression is about (crontab(5)).</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="First">The smallest value.</param>
/// <param name="Last">The largest value.</param>
/// <param name="Names">The names of the values, from the smallest up; empty if they have none.</param>
internal sealed record CronFieldKind(string Name, int First, int Last, IReadOnlyList<string> Names)
{
    public static CronFieldKind Minute { get; } = new("minute", 0, 59, []);

    public static CronFieldKind Hour { get; } = new("hour", 0, 23, []);

    public static CronFieldKind Day { get; } = new("day of the month", 1, 31, []);

    public static CronFieldKind Month { get; } = new(
        "month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    public static CronFieldKind Weekday { get; } = new("day of the week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    /// <summary>The values with their second names folded into the first: Sunday is 0 and 7.</summary>
    public ulong Fold(ulong bits) => this == Weekday ? (bits | (bits >> 7)) & 0x7F : bits;
}

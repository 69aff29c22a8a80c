namespace Restoration.Formats.Recurrence;

/// <summary>
/// The times of day (or of an hour, or of a minute) that a rule names: every combination of its hours, minutes and seconds.
/// They are numbered in order and worked out when asked for, so that 86,400 of them cost no more than one.
/// </summary>
internal sealed class ClockTimes
{
    private readonly int[] _hours;
    private readonly int[] _minutes;
    private readonly int[] _seconds;

    private ClockTimes(int[] hours, int[] minutes, int[] seconds)
    {
        _hours = hours;
        _minutes = minutes;
        _seconds = seconds;
        Count = hours.Length * minutes.Length * seconds.Length;
    }

    public int Count { get; }

    /// <summary>The seconds since midnight (or since the hour or minute began) of the time of this number.</summary>
    public int this[int number]
    {
        get
        {
            if (Count == 1)
            {
                return (_hours[0] * 3600) + (_minutes[0] * 60) + _seconds[0];
            }

            (int hour, int rest) = Math.DivRem(number, _minutes.Length * _seconds.Length);
            (int minute, int second) = Math.DivRem(rest, _seconds.Length);
            return (_hours[hour] * 3600) + (_minutes[minute] * 60) + _seconds[second];
        }
    }

    /// <summary>The times within one unit of a rule; what the rule leaves open is taken from the start, and a date is midnight.</summary>
    public static ClockTimes Of(RecurrenceRule rule, long start, bool isDate)
    {
        Frequency unit = rule.Frequency;
        return new ClockTimes(
            isDate || unit < Frequency.Daily ? [0] : ValuesOr(rule.ByHour, start / 3600 % 24),
            isDate || unit < Frequency.Hourly ? [0] : ValuesOr(rule.ByMinute, start / 60 % 60),
            isDate || unit < Frequency.Minutely ? [0] : Seconds(ValuesOr(rule.BySecond, start % 60)));
    }

    private static int[] ValuesOr(IReadOnlyList<int> values, long own) => values.Count > 0 ? [.. values] : [(int)own];

    // A clock without leap seconds shows 59 instead of 60 (RFC 5545 §3.3.12).
    private static int[] Seconds(int[] values) => values[^1] < 60 ? values : [.. values.Select(second => Math.Min(second, 59)).Distinct()];
}

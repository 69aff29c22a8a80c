namespace Restoration.Formats.Recurrence;

/// <summary>
/// The times of day (or of an hour, or of a minute) that a rule names: every combination of its hours, minutes and seconds.
/// They are numbered in order and worked out when asked for, so that 86,400 of them cost no more than one.
/// </summary>
internal sealed class ClockTimes(int[] hours, int[] minutes, int[] seconds)
{
    public int Count { get; } = hours.Length * minutes.Length * seconds.Length;

    /// <summary>The seconds since midnight (or since the hour or minute began) of the time of this number.</summary>
    public int this[int number]
    {
        get
        {
            if (Count == 1)
            {
                return (hours[0] * 3600) + (minutes[0] * 60) + seconds[0];
            }

            (int hour, int rest) = Math.DivRem(number, minutes.Length * seconds.Length);
            (int minute, int second) = Math.DivRem(rest, seconds.Length);
            return (hours[hour] * 3600) + (minutes[minute] * 60) + seconds[second];
        }
    }
}

using System.Numerics;

namespace Restoration.Formats.Recurrence;

/// <summary>The times of day that limit a rule which counts in hours, minutes or seconds.</summary>
internal sealed class ClockFilter(RecurrenceRule rule)
{
    private readonly ulong _hours = Bits(rule.ByHour, 24);
    private readonly ulong _minutes = Bits(rule.Frequency <= Frequency.Minutely ? rule.ByMinute : [], 60);
    private readonly ulong _seconds = Bits(rule.Frequency == Frequency.Secondly ? rule.BySecond : [], 60);

    /// <summary>Whether no time is turned away.</summary>
    public bool AllowsAll { get; } = rule.ByHour.Count == 0
        && (rule.Frequency > Frequency.Minutely || rule.ByMinute.Count == 0)
        && (rule.Frequency > Frequency.Secondly || rule.BySecond.Count == 0);

    /// <summary>The first allowed second of the day that is not before the given one; -1 if there is none.</summary>
    public int Next(int secondOfDay)
    {
        if (AllowsAll)
        {
            return secondOfDay;
        }

        int hour = secondOfDay / 3600;
        int minute = secondOfDay / 60 % 60;
        int second = NextBit(_seconds, secondOfDay % 60);
        if (second < 0)
        {
            second = BitOperations.TrailingZeroCount(_seconds);
            minute++;
        }

        int nextMinute = NextBit(_minutes, minute);
        hour += nextMinute < 0 ? 1 : 0;
        int nextHour = NextBit(_hours, hour);
        if (nextHour < 0)
        {
            return -1;
        }

        // Whatever moves ahead starts the smaller hands anew.
        if (nextHour > secondOfDay / 3600)
        {
            nextMinute = BitOperations.TrailingZeroCount(_minutes);
        }

        if (nextHour > secondOfDay / 3600 || nextMinute > secondOfDay / 60 % 60)
        {
            second = BitOperations.TrailingZeroCount(_seconds);
        }

        return (nextHour * 3600) + (nextMinute * 60) + second;
    }

    private static int NextBit(ulong bits, int from)
    {
        ulong rest = from > 63 ? 0 : bits >> from;
        return rest == 0 ? -1 : from + BitOperations.TrailingZeroCount(rest);
    }

    private static ulong Bits(IReadOnlyList<int> values, int all)
        => values.Count == 0 ? (1UL << all) - 1 : values.Aggregate(0UL, (bits, value) => bits | (1UL << Math.Min(value, all - 1)));
}

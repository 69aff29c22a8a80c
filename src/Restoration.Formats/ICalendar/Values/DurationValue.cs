namespace Restoration.Formats.ICalendar.Values;

/// <summary>
/// DURATION (RFC 5545 §3.3.6). Weeks and days are of the calendar: a day is as long as the clock says. Hours, minutes and
/// seconds are exact.
/// </summary>
/// <param name="Days">The days, negative for a negative duration.</param>
/// <param name="Exact">The rest, negative for a negative duration.</param>
internal readonly record struct DurationValue(long Days, TimeSpan Exact)
{
    // Ten thousand years: more than any calendar holds, and no arithmetic overflows.
    private const long Most = 3_652_059;

    /// <summary>The length where every day has 24 hours.</summary>
    public TimeSpan Nominal => new TimeSpan(Days * TimeSpan.TicksPerDay) + Exact;

    /// <summary>Reads a value; weeks mixed with other units, units in any order and on any side of the T are understood.</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out DurationValue value)
    {
        value = default;
        raw = raw.Trim(" \t"u8);
        bool isNegative = raw is [(byte)'-', ..];
        if (raw is [(byte)'-' or (byte)'+', ..])
        {
            raw = raw[1..];
        }

        if (raw is not [(byte)'P' or (byte)'p', _, ..])
        {
            return false;
        }

        long days = 0;
        long seconds = 0;
        long number = -1;
        bool isTime = false;
        bool isAny = false;
        foreach (byte character in raw[1..])
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                number = Math.Min((Math.Max(number, 0) * 10) + (character - '0'), Most * 86_400);
                continue;
            }

            if (character is (byte)'T' or (byte)'t' && number < 0)
            {
                isTime = true;
                continue;
            }

            (long unitDays, long unitSeconds) = (char)(character & ~0x20) switch
            {
                'W' => (7L, 0L),
                'D' => (1L, 0L),
                'H' => (0L, 3600L),
                'M' when isTime => (0L, 60L),
                'S' => (0L, 1L),
                _ => (0L, 0L),
            };
            if (number < 0 || (unitDays == 0 && unitSeconds == 0))
            {
                return false;
            }

            days = Math.Min(days + (Math.Min(number, Most) * unitDays), Most);
            seconds = Math.Min(seconds + (Math.Min(number, Most * 86_400 / Math.Max(unitSeconds, 1)) * unitSeconds), Most * 86_400);
            number = -1;
            isAny = true;
        }

        value = new DurationValue(isNegative ? -days : days, TimeSpan.FromSeconds(isNegative ? -seconds : seconds));
        return isAny && number < 0;
    }
}

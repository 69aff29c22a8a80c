using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// How long an appointment lasts: whole days by the calendar, then exact time by the clock (RFC 5545 §3.3.6). A day of the calendar
/// has 23 or 25 hours where the clocks change; 24 hours are always 24 hours. Never negative.
/// </summary>
/// <param name="Days">Days of the calendar.</param>
/// <param name="Exact">Exact time after them, in ticks.</param>
internal readonly record struct CalendarLength(int Days, long Exact)
{
    // Nobody can write a date that is more than ten thousand years after another.
    private const int MostDays = CalendarDays.Last;

    /// <summary>The most ticks that can lie between a start and an end.</summary>
    public long Longest => Days == 0 ? Exact : ((Days + 1) * TimeSpan.TicksPerDay) + Exact;

    /// <summary>
    /// The length of an appointment. A DURATION is nominal as it is written. An end of its own means the exact time between the two,
    /// the same for every occurrence (RFC 5545 §3.8.5.3), unless both are days or the appointment lasts whole days.
    /// </summary>
    public static CalendarLength Of(Appointment appointment, CalendarTime start)
    {
        if (appointment.Duration is { } text && TryParse(text, out CalendarLength length))
        {
            return start.Kind == TimeKind.Date && length.Days == 0 ? new CalendarLength((int)(length.Exact / TimeSpan.TicksPerDay), 0) : length;
        }

        if (appointment.End is not { } end)
        {
            return new CalendarLength(start.Kind == TimeKind.Date ? 1 : 0, 0);
        }

        bool isWholeDays = appointment.IsAllDay && start.Local.TimeOfDay == TimeSpan.Zero && end.Local.TimeOfDay == TimeSpan.Zero;
        if (start.Kind == TimeKind.Date || end.Kind == TimeKind.Date || isWholeDays)
        {
            return new CalendarLength(Math.Max(start.Kind == TimeKind.Date ? 1 : 0, (end.Local.Date - start.Local.Date).Days), 0);
        }

        long ticks = start.Offset is { } from && end.Offset is { } to
            ? (end.Local.Ticks - to.Ticks) - (start.Local.Ticks - from.Ticks)
            : end.Local.Ticks - start.Local.Ticks;
        return new CalendarLength(0, Math.Max(0, ticks));
    }

    /// <summary>Reads a DURATION. Parts in any order and weeks beside days are understood; a negative length is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CalendarLength length)
    {
        length = default;
        ReadOnlySpan<char> rest = text.Trim();
        bool isNegative = rest.StartsWith("-");
        rest = rest.TrimStart("+-");
        if (rest.Length < 3 || rest[0] is not ('P' or 'p'))
        {
            return false;
        }

        double days = 0;
        double seconds = 0;
        double number = -1;
        foreach (char letter in rest[1..])
        {
            if (char.IsAsciiDigit(letter))
            {
                number = (Math.Max(number, 0) * 10) + (letter - '0');
                continue;
            }

            double value = Math.Max(number, 0);
            switch (char.ToUpperInvariant(letter))
            {
                case 'T' when number < 0: break;
                case 'W' when number >= 0: days += value * 7; break;
                case 'D' when number >= 0: days += value; break;
                case 'H' when number >= 0: seconds += value * 3600; break;
                case 'M' when number >= 0: seconds += value * 60; break;
                case 'S' when number >= 0: seconds += value; break;
                default: return false;
            }

            number = -1;
        }

        if (number >= 0)
        {
            return false;
        }

        length = isNegative ? default : new CalendarLength(
            (int)Math.Min(days, MostDays), (long)Math.Min(seconds, (double)MostDays * CalendarDays.SecondsPerDay) * TimeSpan.TicksPerSecond);
        return true;
    }

    /// <summary>The key of the end of an occurrence that starts at a key.</summary>
    public long EndOf(long start, SeriesClock clock)
        => Exact + (Days == 0 ? start : clock.KeyOfReading(clock.ReadingAt(start) + (Days * TimeSpan.TicksPerDay)));
}

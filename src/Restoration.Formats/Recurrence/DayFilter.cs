using System.Numerics;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// Answers which days a rule allows. There are only 28 kinds of years (the weekday of 1 January, and which of this year and
/// its neighbours is a leap year), so each kind is worked out once, as 366 bits. Not for several threads at once.
/// </summary>
internal sealed class DayFilter(DayRule rule)
{
    private const int Words = 6;
    private const int Kinds = 7 * 8;

    private ulong[]?[]? _kinds;
    private ulong[] _days = [];
    private int _yearStart;
    private int _yearEnd;

    /// <summary>The weekdays, bit 0 for Monday, if nothing but the weekday decides; null otherwise.</summary>
    public uint? Weekdays { get; } = rule.Weekdays;

    /// <summary>Whether no day is turned away.</summary>
    public bool AllowsAll => Weekdays == 0b111_1111u;

    /// <summary>Whether the weekday alone would let a day pass.</summary>
    public bool AllowsWeekday(long day) => Weekdays is not { } weekdays || ((weekdays >> (int)(day % 7)) & 1) != 0;

    public bool Allows(int day)
    {
        if (Weekdays is { } weekdays)
        {
            return ((weekdays >> (day % 7)) & 1) != 0;
        }

        Load(day);
        int index = day - _yearStart;
        return ((_days[index >> 6] >> (index & 63)) & 1) != 0;
    }

    /// <summary>The first allowed day that is not before the given one; null if there is none.</summary>
    public int? Next(int day) => Next(day, CalendarDays.Last + 1);

    /// <summary>The first allowed day from <paramref name="day"/> up to but not including <paramref name="end"/>.</summary>
    public int? Next(int day, int end)
    {
        if (Weekdays is { } weekdays)
        {
            // Two weeks in a row, so that the search may run over the end of the first.
            uint ahead = (weekdays | (weekdays << 7)) >> (day % 7);
            int next = day + BitOperations.TrailingZeroCount(ahead);
            return next < end ? next : null;
        }

        while (day < end)
        {
            Load(day);
            for (int index = day - _yearStart; index < _yearEnd - _yearStart; index = (index | 63) + 1)
            {
                ulong bits = _days[index >> 6] >> (index & 63);
                if (bits != 0)
                {
                    int next = _yearStart + index + BitOperations.TrailingZeroCount(bits);
                    return next < end ? next : null;
                }
            }

            day = _yearEnd;
        }

        return null;
    }

    /// <summary>The last allowed day that is not after the given one; null if there is none.</summary>
    public int? Previous(int day)
    {
        while (day >= 0)
        {
            if (Weekdays is not null)
            {
                if (Allows(day))
                {
                    return day;
                }

                day--;
                continue;
            }

            Load(day);
            for (int index = day - _yearStart; index >= 0; index = (index & ~63) - 1)
            {
                ulong bits = _days[index >> 6] << (63 - (index & 63));
                if (bits != 0)
                {
                    return _yearStart + index - BitOperations.LeadingZeroCount(bits);
                }
            }

            day = _yearStart - 1;
        }

        return null;
    }

    /// <summary>Lists the allowed days from <paramref name="first"/> up to but not including <paramref name="end"/>.</summary>
    /// <returns>How many there are.</returns>
    public int List(int first, int end, Span<int> days)
    {
        int count = 0;
        end = Math.Min(end, CalendarDays.Last + 1);
        for (int? day = Next(Math.Max(first, 0), end); day is not null; day = Next(day.Value + 1, end))
        {
            days[count++] = day.Value;
        }

        return count;
    }

    private void Load(int day)
    {
        if (day >= _yearStart && day < _yearEnd)
        {
            return;
        }

        int year = CalendarDays.YearOf(day);
        _yearStart = CalendarDays.YearStart(year);
        _yearEnd = CalendarDays.YearStart(year + 1);
        int kind = (_yearStart % 7 * 8)
            + (CalendarDays.IsLeap(year) ? 1 : 0)
            + (CalendarDays.IsLeap(year - 1) ? 2 : 0)
            + (CalendarDays.IsLeap(year + 1) ? 4 : 0);
        _kinds ??= new ulong[]?[Kinds];
        ulong[]? days = _kinds[kind];
        if (days is null)
        {
            days = new ulong[Words];
            rule.Mark(year, days);
            _kinds[kind] = days;
        }

        _days = days;
    }
}

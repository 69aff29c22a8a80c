using System.Numerics;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// The hours, minutes or seconds that a rule steps on, numbered from the beginning of time: every n-th from the first,
/// as far as the filters of days and times let them. Steps that are turned away are jumped over, never walked through.
/// </summary>
internal sealed class ClockSteps
{
    private readonly DayFilter _days;
    private readonly ClockFilter _times;
    private readonly int _unit;
    private readonly int _perDay;
    private readonly long _first;
    private readonly long _interval;

    // How many steps a day has depends only on where in the day the first one falls.
    private int[]? _countsOfDay;

    public ClockSteps(RecurrenceRule rule, long start)
    {
        _unit = rule.Frequency switch
        {
            Frequency.Hourly => 3600,
            Frequency.Minutely => 60,
            _ => 1,
        };
        _perDay = CalendarDays.SecondsPerDay / _unit;
        _first = start / _unit;
        _interval = rule.Interval;
        _days = new DayFilter(new DayRule(rule, (int)(start / CalendarDays.SecondsPerDay)));
        _times = new ClockFilter(rule);
    }

    /// <summary>The seconds of one step.</summary>
    public int Unit => _unit;

    /// <summary>The number of the first step, whether the filters allow it or not.</summary>
    public long First => _first;

    public long Interval => _interval;

    /// <summary>Whether the filters turn nothing away, so that arithmetic is enough.</summary>
    public bool AllowsAll => _days.AllowsAll && _times.AllowsAll;

    /// <summary>
    /// Whether some step falls on an allowed time of day at all. The steps' times repeat, so that a rule such as every other second,
    /// at odd seconds only, from an even one, can be told apart without walking to the end of time.
    /// </summary>
    public bool IsPossible()
    {
        long divisor = (long)BigInteger.GreatestCommonDivisor(_interval, _perDay);
        for (long unit = _first % divisor; unit < _perDay;)
        {
            int allowed = _times.Next((int)unit * _unit);
            if (allowed < 0)
            {
                return false;
            }

            long reached = allowed / _unit;
            unit = reached + CalendarDays.Modulo(_first - reached, divisor);
            if (unit == reached)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first allowed step that is not before <paramref name="unit"/> nor after <paramref name="last"/>; -1 if there is none.</summary>
    public long Next(long unit, long last)
    {
        unit = Align(unit);
        while (unit <= last)
        {
            (long day, long ofDay) = Math.DivRem(unit, _perDay);
            if (_days.Next((int)day) is not { } allowedDay)
            {
                return -1;
            }

            if (allowedDay > day)
            {
                unit = Align((long)allowedDay * _perDay);
                continue;
            }

            int second = (int)ofDay * _unit;
            int allowed = _times.Next(second);
            if (allowed == second)
            {
                return unit;
            }

            unit = Align(allowed < 0 ? (day + 1) * _perDay : (day * _perDay) + (allowed / _unit));
        }

        return -1;
    }

    /// <summary>How many allowed steps there are from <paramref name="from"/> up to but not including <paramref name="end"/>.</summary>
    public long Count(long from, long end)
    {
        if (AllowsAll)
        {
            return Math.Max(0, (end - Align(from) + _interval - 1) / _interval);
        }

        long count = 0;
        while (from < end)
        {
            if (_days.Next((int)(from / _perDay)) is not { } day)
            {
                break;
            }

            long dayStart = (long)day * _perDay;
            long dayEnd = dayStart + _perDay;
            bool isWhole = from <= dayStart && dayEnd <= end && _interval <= _perDay;
            count += isWhole ? CountOfDay(dayStart) : CountByStep(Math.Max(from, dayStart), Math.Min(dayEnd, end));
            from = dayEnd;
        }

        return count;
    }

    /// <summary>The last allowed step on a day up to <paramref name="last"/>, looking at most so many days back; -1 if there is none.</summary>
    public long Previous(long last, int mostDays)
    {
        if (AllowsAll)
        {
            return last < _first ? -1 : last - ((last - _first) % _interval);
        }

        int? day = _days.Previous((int)(last / _perDay));
        for (int walked = 0; day is { } tried && walked < mostDays; walked++, day = tried == 0 ? null : _days.Previous(tried - 1))
        {
            long end = Math.Min(last, ((tried + 1L) * _perDay) - 1);
            long found = -1;
            for (long unit = Next((long)tried * _perDay, end); unit >= 0; unit = Next(unit + 1, end))
            {
                found = unit;
            }

            if (found >= 0 || end < _first)
            {
                return found;
            }
        }

        return -1;
    }

    /// <summary>The first step that is not before a unit, whether the filters allow it or not.</summary>
    public long Align(long unit) => unit <= _first ? _first : _first + ((unit - _first + _interval - 1) / _interval * _interval);

    private int CountOfDay(long dayStart)
    {
        _countsOfDay ??= new int[_interval];
        ref int count = ref _countsOfDay[Align(dayStart) - dayStart];
        if (count == 0)
        {
            // One more than there are, so that none can be told from not counted yet.
            count = CountByStep(dayStart, dayStart + _perDay) + 1;
        }

        return count - 1;
    }

    private int CountByStep(long from, long end)
    {
        int count = 0;
        for (long unit = Next(from, end - 1); unit >= 0; unit = Next(unit + 1, end - 1))
        {
            count++;
        }

        return count;
    }
}

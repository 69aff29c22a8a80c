using System.Numerics;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// Rules that count in days, weeks, months or years. Each period has a set of days and each day the same times;
/// BYSETPOS picks from the days and times of one period together.
/// </summary>
internal sealed class PeriodCursor : RuleCursor
{
    private readonly Periods _periods;
    private readonly DayFilter _filter;
    private readonly ClockTimes _times;
    private readonly SetPositions? _positions;
    private readonly long _start;
    private readonly long _last;
    private readonly long _interval;
    private readonly long _firstPeriod;

    // Every whole period has this many members, if they all have as many; then they need not be counted one by one.
    private readonly int? _constantSize;

    private readonly int[] _days;
    private int[] _chosen = [];
    private int _size;
    private int _member = -1;
    private long _period;
    private long _remaining;
    private long _from;

    public PeriodCursor(RecurrenceRule rule, long start, bool isDate, long last)
    {
        int startDay = (int)(start / CalendarDays.SecondsPerDay);
        long clock = start % CalendarDays.SecondsPerDay;
        _periods = new Periods(rule);
        _filter = new DayFilter(new DayRule(rule, startDay));
        _times = isDate
            ? new ClockTimes([0], [0], [0])
            : new ClockTimes(ValuesOr(rule.ByHour, clock / 3600), ValuesOr(rule.ByMinute, clock / 60 % 60), Seconds(rule, clock));
        _positions = rule.BySetPosition.Count > 0 ? new SetPositions(rule.BySetPosition) : null;
        _start = start;
        _from = start;
        _interval = IntervalOf(rule);
        _firstPeriod = _periods.NumberOf(startDay);
        _remaining = rule.Count ?? long.MaxValue;
        _days = new int[_periods.Longest];

        // A position beyond the largest set is never reached, and no search should be needed to find that out.
        // Nor for a weekday that every seventh day never is.
        bool isReachable = (_positions is null || _positions.LeastSize <= (long)_periods.Longest * _times.Count)
            && (_periods.Longest > 1 || Enumerable.Range(0, 7).Any(step => _filter.AllowsWeekday(startDay + (step * _interval))));
        _constantSize = _filter.Weekdays is { } weekdays && _periods.Longest is 1 or 7 && (_periods.Longest == 7 || _filter.AllowsAll)
            ? SizeOf(_periods.Longest == 7 ? BitOperations.PopCount(_filter.Weekdays.Value) : 1)
            : null;
        _last = isReachable && _constantSize != 0 ? last : -1;
        _period = _firstPeriod - _interval;
    }

    private long LastPeriod => _periods.NumberOf((int)(_last / CalendarDays.SecondsPerDay));

    public override void Seek(long from)
    {
        if (from <= _start)
        {
            return;
        }

        _from = from;
        long target = _periods.NumberOf((int)Math.Min(from / CalendarDays.SecondsPerDay, CalendarDays.Last));
        long steps = (target - _firstPeriod) / _interval;
        if (steps <= 0)
        {
            return;
        }

        if (_remaining == long.MaxValue)
        {
            _period = _firstPeriod + ((steps - 1) * _interval);
            return;
        }

        while (_period + _interval < target && _remaining > 0 && LoadNext())
        {
            long members = MembersFromStart();
            if (_period >= target || members > _remaining)
            {
                // This period is the one to step through: it is loaded and nothing of it is used up.
                return;
            }

            _remaining -= members;
            PassOverWhole((target - _period) / _interval);
            _member = _size;
        }
    }

    public override bool MoveNext()
    {
        while (_remaining > 0)
        {
            while (++_member < _size)
            {
                long reading = Member(_member);
                if (reading < _start)
                {
                    continue;
                }

                if (reading > _last)
                {
                    _remaining = 0;
                    return false;
                }

                _remaining -= _remaining == long.MaxValue ? 0 : 1;
                if (reading >= _from)
                {
                    Current = reading;
                    return true;
                }

                if (_remaining == 0)
                {
                    return false;
                }
            }

            if (!LoadNext())
            {
                _remaining = 0;
            }
        }

        return false;
    }

    public override bool TryFindLast(out long? last)
    {
        last = null;
        return _remaining < long.MaxValue ? TryFindLastCounted(ref last) : _last < EndOfTime && TryFindLastBefore(ref last);
    }

    private bool TryFindLastCounted(ref long? last)
    {
        for (int walked = 0; walked < LongestWalk; walked++)
        {
            if (!LoadNext())
            {
                return true;
            }

            int skipped = _size - (int)MembersFromStart();
            if (_size - skipped > 0 && Member(skipped) > _last)
            {
                return true;
            }

            long taken = Math.Min(_size - skipped, _remaining);
            _remaining -= taken;
            for (int member = skipped + (int)taken - 1; member >= skipped; member--)
            {
                if (Member(member) <= _last)
                {
                    last = Member(member);
                    break;
                }
            }

            if (_remaining == 0)
            {
                return true;
            }

            PassOverWhole((LastPeriod - _period) / _interval);
        }

        last = null;
        return false;
    }

    private bool TryFindLastBefore(ref long? last)
    {
        if (_last < _start)
        {
            return true;
        }

        long steps = (LastPeriod - _firstPeriod) / _interval;
        for (int walked = 0; walked < LongestWalk && steps >= 0; walked++, steps--)
        {
            Load(_firstPeriod + (steps * _interval));
            for (int member = _size - 1; member >= 0 && Member(member) >= _start; member--)
            {
                if (Member(member) <= _last)
                {
                    last = Member(member);
                    return true;
                }
            }
        }

        return steps < 0;
    }

    // Steps to the next period that has days at all, jumping over those that have none.
    private bool LoadNext()
    {
        _member = -1;
        _size = 0;
        long number = _period + _interval;
        while (_periods.TryGetDays(number, out int first, out int end) && (long)first * CalendarDays.SecondsPerDay <= _last)
        {
            Load(number);
            if (_size > 0)
            {
                return true;
            }

            if (_filter.Next(Math.Max(end, 0)) is not { } next)
            {
                return false;
            }

            long ahead = _periods.NumberOf(next) - _firstPeriod;
            number = Math.Max(number + _interval, _firstPeriod + ((ahead + _interval - 1) / _interval * _interval));
        }

        return false;
    }

    private void Load(long number)
    {
        _period = number;
        int days = _periods.TryGetDays(number, out int first, out int end) ? _filter.List(first, end, _days) : 0;
        _size = SizeOf(days);
    }

    private int SizeOf(int days)
    {
        int size = days * _times.Count;
        if (_positions is null)
        {
            return size;
        }

        _chosen = _positions.Of(size);
        return _chosen.Length;
    }

    private long Member(int member)
    {
        int number = _positions is null ? member : _chosen[member];
        if (_times.Count == 1)
        {
            return ((long)_days[number] * CalendarDays.SecondsPerDay) + _times[0];
        }

        (int day, int time) = Math.DivRem(number, _times.Count);
        return ((long)_days[day] * CalendarDays.SecondsPerDay) + _times[time];
    }

    private long MembersFromStart()
    {
        int skipped = 0;
        if (_period == _firstPeriod)
        {
            while (skipped < _size && Member(skipped) < _start)
            {
                skipped++;
            }
        }

        return _size - skipped;
    }

    // Uses up as many of the following whole periods as the count allows, but for the last one, and for at most that many steps.
    private void PassOverWhole(long steps)
    {
        if (_constantSize is not { } size || size == 0)
        {
            return;
        }

        long passed = Math.Min(steps, _remaining / size) - 1;
        if (passed > 0)
        {
            _remaining -= passed * size;
            _period += passed * _interval;
        }
    }

    // A date has no hours: a rule that counts in less than days repeats in as many whole days as its interval has.
    private static long IntervalOf(RecurrenceRule rule) => rule.Frequency switch
    {
        Frequency.Secondly => Math.Max(1, rule.Interval / 86_400),
        Frequency.Minutely => Math.Max(1, rule.Interval / 1_440),
        Frequency.Hourly => Math.Max(1, rule.Interval / 24),
        _ => rule.Interval,
    };
}

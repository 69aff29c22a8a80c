namespace Restoration.Formats.Recurrence;

/// <summary>
/// Rules that count in hours, minutes or seconds. Each step has the same set of times in it; BYSETPOS picks from the times of one step.
/// </summary>
internal sealed class ClockCursor : RuleCursor
{
    private readonly ClockSteps _steps;
    private readonly ClockTimes _times;
    private readonly int[]? _chosen;
    private readonly int _size;
    private readonly long _start;
    private readonly long _last;

    private int _member;
    private long _step;
    private long _remaining;
    private long _from;

    public ClockCursor(RecurrenceRule rule, long start, long last)
    {
        _steps = new ClockSteps(rule, start);
        _times = new ClockTimes(
            [0],
            rule.Frequency == Frequency.Hourly ? ValuesOr(rule.ByMinute, start / 60 % 60) : [0],
            rule.Frequency == Frequency.Secondly ? [0] : Seconds(rule, start));
        _chosen = rule.BySetPosition.Count > 0 ? new SetPositions(rule.BySetPosition).Of(_times.Count) : null;
        _size = _chosen?.Length ?? _times.Count;
        _start = start;
        _from = start;
        _last = _size > 0 && _steps.IsPossible() ? last : -1;
        _remaining = rule.Count ?? long.MaxValue;
        _step = _steps.First - 1;
        _member = _size;
    }

    private long LastStep => _last < 0 ? -1 : _last / _steps.Unit;

    public override void Seek(long from)
    {
        if (from <= _start)
        {
            return;
        }

        _from = from;
        long step = Math.Min(from, EndOfTime) / _steps.Unit;
        if (_remaining < long.MaxValue)
        {
            long passed = _last < 0 ? 0 : (_steps.Count(_steps.First, step) * _size) - MembersBeforeStart();
            _remaining = Math.Max(0, _remaining - Math.Max(0, passed));
        }

        _step = step - 1;
        _member = _size;
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

            _step = _steps.Next(_step + 1, LastStep);
            _member = -1;
            if (_step < 0)
            {
                _remaining = 0;
            }
        }

        return false;
    }

    public override bool TryFindLast(out long? last)
    {
        last = null;
        if (_last < _start)
        {
            return true;
        }

        if (_remaining == long.MaxValue)
        {
            return _last < EndOfTime && TryFindLastBefore(_last, out last);
        }

        // The step that holds the last of the counted members, found by halving the time between the start and the end.
        long members = _remaining + MembersBeforeStart();
        long steps = (members + _size - 1) / _size;
        if (!TryFindStep(steps, out long step))
        {
            return _last < EndOfTime && TryFindLastBefore(_last, out last);
        }

        _step = step;
        last = Member((int)((members - 1) % _size));
        return last <= _last || TryFindLastBefore(_last, out last);
    }

    private bool TryFindStep(long steps, out long step)
    {
        if (_steps.AllowsAll)
        {
            step = _steps.First + ((steps - 1) * _steps.Interval);
            return step <= LastStep;
        }

        step = _steps.First - 1;
        long stepsPerDay = CalendarDays.SecondsPerDay / _steps.Unit;
        long from = _steps.First;
        for (int walked = 0; walked < LongestWalk && from <= LastStep; walked++)
        {
            long end = (from / stepsPerDay * stepsPerDay) + stepsPerDay;
            long count = _steps.Count(from, end);
            if (count >= steps)
            {
                step = from - 1;
                while (steps-- > 0)
                {
                    step = _steps.Next(step + 1, end);
                }

                return true;
            }

            // From the beginning of a day its steps need not be counted one by one.
            steps -= count;
            long next = _steps.Next(end, LastStep);
            if (next < 0)
            {
                break;
            }

            from = next / stepsPerDay * stepsPerDay;
        }

        return false;
    }

    private bool TryFindLastBefore(long bound, out long? last)
    {
        last = null;
        for (long step = _steps.Previous(bound / _steps.Unit, LongestWalk); step >= 0; step = _steps.Previous(step - 1, LongestWalk))
        {
            _step = step;
            for (int member = _size - 1; member >= 0; member--)
            {
                if (Member(member) <= bound && Member(member) >= _start)
                {
                    last = Member(member);
                    return true;
                }
            }
        }

        return true;
    }

    private long Member(int member) => (_step * _steps.Unit) + _times[_chosen is null ? member : _chosen[member]];

    // Only the first step can have members before the start: 09:15 when the start is 09:30.
    private long MembersBeforeStart()
    {
        if (_steps.Next(_steps.First, _steps.First) < 0)
        {
            return 0;
        }

        long step = _step;
        _step = _steps.First;
        int count = 0;
        while (count < _size && Member(count) < _start)
        {
            count++;
        }

        _step = step;
        return count;
    }
}

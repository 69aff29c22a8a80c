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
    private long _step = -1;
    private bool _isLoaded;

    public ClockCursor(RecurrenceRule rule, long start, long last)
        : base(rule, start)
    {
        _steps = new ClockSteps(rule, start);
        _times = ClockTimes.Of(rule, start, isDate: false);
        _chosen = rule.BySetPosition.Count > 0 ? new SetPositions(rule.BySetPosition).Of(_times.Count) : null;
        _size = _chosen?.Length ?? _times.Count;
        Last = _size > 0 && _steps.IsPossible() ? last : -1;
    }

    protected override int Size => _isLoaded ? _size : 0;

    private long LastStep => Last < 0 ? -1 : Last / _steps.Unit;

    public override void Seek(long from)
    {
        From = Math.Max(from, Start);
        long step = Math.Min(From, EndOfTime) / _steps.Unit;
        if (IsCounted && Last >= Start && step > _steps.First)
        {
            long passed = (_steps.Count(_steps.First, step) * _size) - MembersOfFirstStepBeforeStart();
            Remaining = Math.Max(0, Remaining - Math.Max(0, passed));
        }

        _step = step - 1;
        _isLoaded = false;
    }

    public override bool TryFindLast(out long? last)
    {
        last = null;
        if (Last < Start)
        {
            return true;
        }

        if (!IsCounted)
        {
            return Last < EndOfTime && TryFindLastBefore(out last);
        }

        // The step that holds the last of the counted members.
        long members = Remaining + MembersOfFirstStepBeforeStart();
        if (!TryFindStep((members + _size - 1) / _size))
        {
            return Last < EndOfTime && TryFindLastBefore(out last);
        }

        last = Member((int)((members - 1) % _size));
        return last <= Last || TryFindLastBefore(out last);
    }

    protected override long Member(int number) => (_step * _steps.Unit) + _times[_chosen is null ? number : _chosen[number]];

    protected override bool LoadNext()
    {
        _step = _steps.Next(_step + 1, LastStep);
        _isLoaded = _step >= 0;
        return _isLoaded;
    }

    // Takes the n-th allowed step at hand.
    private bool TryFindStep(long number)
    {
        if (_steps.AllowsAll)
        {
            _step = _steps.First + ((number - 1) * _steps.Interval);
            return _step <= LastStep;
        }

        long stepsPerDay = CalendarDays.SecondsPerDay / _steps.Unit;
        long from = _steps.First;
        for (int walked = 0; walked < LongestWalk && from >= 0 && from <= LastStep; walked++)
        {
            long end = (from / stepsPerDay * stepsPerDay) + stepsPerDay;
            long count = _steps.Count(from, end);
            if (count >= number)
            {
                for (_step = from - 1; number > 0; number--)
                {
                    _step = _steps.Next(_step + 1, end);
                }

                return true;
            }

            // From the beginning of a day its steps need not be counted one by one.
            number -= count;
            long next = _steps.Next(end, LastStep);
            from = next < 0 ? -1 : next / stepsPerDay * stepsPerDay;
        }

        return false;
    }

    private bool TryFindLastBefore(out long? last)
    {
        last = null;
        _isLoaded = true;
        for (_step = _steps.Previous(LastStep, LongestWalk); _step >= 0 && last is null; _step = _steps.Previous(_step - 1, LongestWalk))
        {
            last = LastMember(_size, Last);
        }

        return true;
    }

    // Only the first step can have members before the start: 09:15 when the start is 09:30.
    private int MembersOfFirstStepBeforeStart()
    {
        _step = _steps.Next(_steps.First, _steps.First);
        _isLoaded = _step >= 0;
        int count = MembersBeforeStart();
        _step = _steps.First - 1;
        _isLoaded = false;
        return count;
    }
}

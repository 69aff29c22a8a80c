namespace Restoration.Formats.Recurrence;

/// <summary>Rules that count in days, weeks, months or years.</summary>
internal sealed class PeriodCursor : RuleCursor
{
    private readonly PeriodSet _set;
    private readonly long _interval;
    private readonly long _firstPeriod;
    private long _period;

    public PeriodCursor(RecurrenceRule rule, long start, bool isDate, long last)
        : base(rule, start)
    {
        _set = new PeriodSet(rule, start, isDate);
        _interval = IntervalOf(rule);
        _firstPeriod = _set.FirstNumber(start, _interval);
        _period = _firstPeriod - _interval;
        Last = _set.IsPossible((int)(start / CalendarDays.SecondsPerDay), _interval) ? last : -1;
    }

    protected override int Size => _set.Size;

    private long LastPeriod => _set.NumberOf(Last);

    public override void Seek(long from)
    {
        From = Math.Max(from, Start);
        long target = _set.NumberOf(Math.Min(From, EndOfTime));
        long steps = (target - _firstPeriod) / _interval;
        if (!IsCounted)
        {
            _period = _firstPeriod + ((steps - 1) * _interval);
            return;
        }

        while (_period + _interval < target && Remaining > 0 && LoadNext())
        {
            long members = Size - MembersBeforeStart();
            if (_period >= target || members > Remaining)
            {
                // This period is the one to step through: it is at hand, and nothing of it is used up.
                return;
            }

            Remaining -= members;
            PassOverWhole((target - _period) / _interval);
            _set.Clear();
        }
    }

    public override bool TryFindLast(out long? last)
    {
        last = null;
        return Last < Start || (IsCounted ? TryFindLastCounted(ref last) : Last < EndOfTime && TryFindLastBefore(ref last));
    }

    protected override long Member(int number) => _set[number];

    // Jumps over the periods that have no days.
    protected override bool LoadNext()
    {
        long number = _period + _interval;
        while (_set.Begins(number, Last))
        {
            _period = number;
            _set.Load(number);
            if (Size > 0)
            {
                return true;
            }

            if (_set.NextWithDays(number) is not { } next)
            {
                return false;
            }

            long ahead = next - _firstPeriod;
            number = Math.Max(number + _interval, _firstPeriod + ((ahead + _interval - 1) / _interval * _interval));
        }

        return false;
    }

    private bool TryFindLastCounted(ref long? last)
    {
        for (int walked = 0; walked < LongestWalk; walked++)
        {
            if (!LoadNext())
            {
                // Time came to its end before the count did.
                return last is null || Last < EndOfTime;
            }

            int skipped = MembersBeforeStart();
            int taken = (int)Math.Min(Size - skipped, Remaining);
            Remaining -= taken;
            last = LastMember(skipped + taken, Last) ?? last;
            if (Remaining == 0 || (taken > 0 && Member(skipped + taken - 1) > Last))
            {
                return true;
            }

            // Not into the period of the end itself: all of it may lie beyond, and then the one before is the last.
            PassOverWhole(((LastPeriod - _period) / _interval) - 1);
        }

        last = null;
        return false;
    }

    private bool TryFindLastBefore(ref long? last)
    {
        long steps = (LastPeriod - _firstPeriod) / _interval;
        for (int walked = 0; walked < LongestWalk && steps >= 0 && last is null; walked++, steps--)
        {
            _set.Load(_firstPeriod + (steps * _interval));
            last = LastMember(Size, Last);
        }

        return last is not null || steps < 0;
    }

    // Uses up as many of the following whole periods as the count allows, but for the last one, and for at most that many steps.
    private void PassOverWhole(long steps)
    {
        if (_set.ConstantSize is { } size && Math.Min(steps, Remaining / size) > 1)
        {
            long passed = Math.Min(steps, Remaining / size) - 1;
            Remaining -= passed * size;
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

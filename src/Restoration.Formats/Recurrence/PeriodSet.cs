using System.Numerics;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// What a rule names in one day, week, month or year: the period's days, each with the same times;
/// BYSETPOS picks from the days and times of the period together.
/// </summary>
internal sealed class PeriodSet
{
    private readonly Periods _periods;
    private readonly DayFilter _filter;
    private readonly ClockTimes _times;
    private readonly SetPositions? _positions;
    private readonly int[] _days;
    private int[] _chosen = [];

    public PeriodSet(RecurrenceRule rule, long start, bool isDate)
    {
        _periods = new Periods(rule);
        _filter = new DayFilter(new DayRule(rule, (int)(start / CalendarDays.SecondsPerDay)));
        _times = ClockTimes.Of(rule, start, isDate);
        _positions = rule.BySetPosition.Count > 0 ? new SetPositions(rule.BySetPosition) : null;
        _days = new int[_periods.Longest];
        ConstantSize = (_periods.Longest, _filter.Weekdays) switch
        {
            (1, _) when _filter.AllowsAll => SizeOf(1),
            (7, { } weekdays) => SizeOf(BitOperations.PopCount(weekdays)),
            _ => null,
        };
    }

    /// <summary>How many members the set at hand has.</summary>
    public int Size { get; private set; }

    /// <summary>How many members every whole period has, if they all have as many; then they need not be counted one by one.</summary>
    public int? ConstantSize { get; }

    /// <summary>A member of the set at hand.</summary>
    public long this[int number]
    {
        get
        {
            int member = _positions is null ? number : _chosen[number];
            if (_times.Count == 1)
            {
                return ((long)_days[member] * CalendarDays.SecondsPerDay) + _times[0];
            }

            (int day, int time) = Math.DivRem(member, _times.Count);
            return ((long)_days[day] * CalendarDays.SecondsPerDay) + _times[time];
        }
    }

    /// <summary>
    /// Whether any period can have a member at all, as far as that can be told at once: a position beyond the largest set
    /// is never reached, nor a weekday that every seventh day never is.
    /// </summary>
    public bool IsPossible(int startDay, long interval)
        => ConstantSize != 0
            && (_positions is null || _positions.LeastSize <= (long)_periods.Longest * _times.Count)
            && (_periods.Longest > 1 || Enumerable.Range(0, 7).Any(step => _filter.AllowsWeekday(startDay + (step * interval))));

    /// <summary>The number of the period that a reading falls in.</summary>
    public long NumberOf(long reading) => _periods.NumberOf((int)(reading / CalendarDays.SecondsPerDay));

    /// <summary>
    /// The number of the period that intervals are counted from: the one that the start falls in. The year of the start's week counts
    /// only if the rule names the start's day, or nothing is left out; otherwise the year that is written (RFC 5545 leaves it open).
    /// </summary>
    public long FirstNumber(long start, long interval)
    {
        int day = (int)(start / CalendarDays.SecondsPerDay);
        return interval > 1 && _periods.AreWeekYears && !_filter.Allows(day) ? CalendarDays.YearOf(day) : _periods.NumberOf(day);
    }

    /// <summary>Whether a period begins not later than a reading.</summary>
    public bool Begins(long number, long last)
        => _periods.TryGetDays(number, out int first, out _) && (long)first * CalendarDays.SecondsPerDay <= last;

    /// <summary>Takes the members of a period at hand.</summary>
    public void Load(long number)
        => Size = SizeOf(_periods.TryGetDays(number, out int first, out int end) ? _filter.List(first, end, _days) : 0);

    /// <summary>Puts the members at hand away.</summary>
    public void Clear() => Size = 0;

    /// <summary>The next period after one without members that has a day allowed in it; null if there is none.</summary>
    public long? NextWithDays(long number)
        => _periods.TryGetDays(number, out _, out int end) && _filter.Next(Math.Max(end, 0)) is { } day ? _periods.NumberOf(day) : null;

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
}

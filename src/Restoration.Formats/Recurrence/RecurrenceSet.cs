using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// The recurrence set of a series (RFC 5545 §3.8.5): what the rules and dates name, less what is excepted.
/// With a rule, the start is in the set if the rule names it. RFC 5545 leaves open what a start means that its rule does not name;
/// libical, ical.js, dateutil and Ical.Net agree on this. Without a usable rule the start is always in.
/// </summary>
internal sealed class RecurrenceSet
{
    // A rule and its exception that cancel each other out for ever would never end.
    private const int MostExceptions = 100_000;

    // The last member is looked for behind at most so many exceptions.
    private const int MostLastExceptions = 1_000;

    private readonly CalendarTime _start;
    private readonly SeriesClock _clock;
    private readonly List<RecurrenceRule> _rules = [];
    private readonly List<RecurrenceRule> _exceptionRules = [];
    private readonly long[] _dates;
    private readonly HashSet<long> _exceptions = [];
    private readonly HashSet<long> _exceptionReadings = [];
    private readonly HashSet<long> _exceptionDays = [];
    private readonly Dictionary<long, long> _ends = [];

    public RecurrenceSet(Appointment master, CalendarTime start, SeriesClock clock)
    {
        _start = start;
        _clock = clock;
        Items.Recurrence recurrence = master.Recurrence ?? new Items.Recurrence();
        Read(recurrence.Rules, _rules);
        Read(recurrence.ExceptionRules, _exceptionRules);
        foreach (CalendarTime time in recurrence.ExceptionDates)
        {
            Except(time);
        }

        foreach (RecurrencePeriod period in recurrence.Periods)
        {
            long key = clock.KeyOf(period.Start);
            _ends[key] = Math.Max(key, clock.KeyOf(period.End));
        }

        _dates = recurrence.Dates.Count + _ends.Count > 0 ? DatesOf(recurrence.Dates)
            : _rules.Count == 0 ? [clock.KeyOf(start)]
            : [];
    }

    /// <summary>What could not be read, one sentence each.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Whether a rule or a date names the start, or there is no rule that could.</summary>
    public bool NamesStart(long start) => _rules.Count == 0
        || Array.BinarySearch(_dates, start) >= 0
        || _rules.Exists(rule => new RuleKeys(rule, _start, _clock, start, start).MoveNext());

    /// <summary>The end of its own that an occurrence has; null if it lasts as long as the others.</summary>
    public long? EndOf(long key) => _ends.Count > 0 && _ends.TryGetValue(key, out long end) ? end : null;

    /// <summary>The latest end that a period has.</summary>
    public long LatestOwnEnd => _ends.Count == 0 ? long.MinValue : _ends.Values.Max();

    /// <summary>The longest that a period lasts.</summary>
    public long LongestPeriod => _ends.Count == 0 ? 0 : _ends.Max(period => period.Value - period.Key);

    /// <summary>Whether an exception names the moment.</summary>
    public bool IsExcepted(long key)
        => _exceptions.Contains(key)
            || (_exceptionReadings.Count > 0 && _exceptionReadings.Contains(_clock.ReadingAt(key)))
            || (_exceptionDays.Count > 0 && _exceptionDays.Contains(DayOf(key)));

    /// <summary>Steps through the set's members from one key to another, both included.</summary>
    public IEnumerable<long> Between(long from, long last)
    {
        PriorityQueue<RuleKeys, long> rules = Begin(_rules, from, last);
        PriorityQueue<RuleKeys, long> exceptionRules = Begin(_exceptionRules, from, last);
        int date = Array.BinarySearch(_dates, from);
        date = date < 0 ? ~date : date;
        int exceptions = 0;
        while (true)
        {
            long key = rules.TryPeek(out _, out long next) ? next : long.MaxValue;
            if (date < _dates.Length && _dates[date] <= key)
            {
                key = _dates[date++];
            }

            if (key > last)
            {
                yield break;
            }

            StepBeyond(rules, key);
            StepBeyond(exceptionRules, key - 1);
            if (!IsExcepted(key) && !(exceptionRules.TryPeek(out _, out long excepted) && excepted == key))
            {
                exceptions = 0;
                yield return key;
            }
            else if (++exceptions > MostExceptions)
            {
                yield break;
            }
        }
    }

    /// <summary>Finds the last member up to a key without stepping through those before it.</summary>
    /// <param name="bound">The last key that counts.</param>
    /// <param name="last">The last member; null if there is none.</param>
    /// <returns>False if the set has no end, or one that is too far away to look for.</returns>
    public bool TryFindLast(long bound, out long? last)
    {
        last = null;
        for (int attempt = 0; attempt < MostLastExceptions; attempt++)
        {
            int date = Array.BinarySearch(_dates, bound);
            date = date < 0 ? ~date - 1 : date;
            last = date >= 0 ? _dates[date] : null;
            foreach (RecurrenceRule rule in _rules)
            {
                if (!new RuleKeys(rule, _start, _clock, DateTime.MinValue.Ticks, bound).TryFindLast(out long? lastOfRule))
                {
                    return false;
                }

                last = last is null || lastOfRule > last ? lastOfRule ?? last : last;
            }

            if (last is not { } found || !(IsExcepted(found) || IsExceptedByRule(found)))
            {
                return true;
            }

            bound = found - 1;
        }

        return true;
    }

    private long[] DatesOf(IReadOnlyList<CalendarTime> written)
    {
        IEnumerable<long> dates = written.Select(_clock.KeyOf).Concat(_ends.Keys);
        return [.. (_rules.Count == 0 ? dates.Append(_clock.KeyOf(_start)) : dates).Distinct().Order()];
    }

    private bool IsExceptedByRule(long key)
        => _exceptionRules.Exists(rule => new RuleKeys(rule, _start, _clock, key, key).MoveNext());

    private static void StepBeyond(PriorityQueue<RuleKeys, long> rules, long key)
    {
        while (rules.TryPeek(out RuleKeys? rule, out long next) && next <= key)
        {
            if (rule.MoveNext())
            {
                rules.DequeueEnqueue(rule, rule.Current);
            }
            else
            {
                rules.Dequeue();
            }
        }
    }

    private PriorityQueue<RuleKeys, long> Begin(List<RecurrenceRule> rules, long from, long last)
    {
        PriorityQueue<RuleKeys, long> begun = new(rules.Count);
        foreach (RecurrenceRule rule in rules)
        {
            RuleKeys keys = new(rule, _start, _clock, from, last);
            if (keys.MoveNext())
            {
                begun.Enqueue(keys, keys.Current);
            }
        }

        return begun;
    }

    private void Read(IReadOnlyList<string> texts, List<RecurrenceRule> rules)
    {
        foreach (string text in texts)
        {
            if (RecurrenceRule.TryParse(text, out RecurrenceRule? rule, out string? error))
            {
                rules.Add(rule);
                Remarks.AddRange(rule.Remarks);
            }
            else
            {
                Remarks.Add(error);
            }
        }
    }

    // A date excepts whatever happens on that day; an instant is an instant, whatever zone it was written in.
    private void Except(CalendarTime time)
    {
        if (time.Kind == TimeKind.Date || _clock.IsDate)
        {
            _exceptionDays.Add(time.Local.Date.Ticks);
        }
        else if (_clock.IsInstant && time.Offset is { } offset)
        {
            _exceptions.Add(time.Local.Ticks - offset.Ticks);
        }
        else
        {
            _exceptionReadings.Add(time.Local.Ticks);
        }
    }

    private long DayOf(long key)
    {
        long reading = _clock.ReadingAt(key);
        return reading - CalendarDays.Modulo(reading, TimeSpan.TicksPerDay);
    }
}

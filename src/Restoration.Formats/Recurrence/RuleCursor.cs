namespace Restoration.Formats.Recurrence;

/// <summary>
/// Steps through the clock readings that a rule names, in order and without repetition. Readings are seconds since 0001-01-01:
/// zones, and what becomes of readings that a clock skips or repeats, are no matter of the rule.
/// The start is a reading like any other: it counts if the rule names it.
/// </summary>
/// <param name="rule">The rule.</param>
/// <param name="start">DTSTART.</param>
internal abstract class RuleCursor(RecurrenceRule rule, long start)
{
    /// <summary>No reading of a date that can be written comes after this.</summary>
    public const long EndOfTime = ((CalendarDays.Last + 1L) * CalendarDays.SecondsPerDay) - 1;

    /// <summary>
    /// How many units (days, weeks, months, years) are walked in search of the last reading of a rule that has one. A rule whose
    /// last reading lies further away is as good as endless to whoever asks, and no rule can make the search long.
    /// </summary>
    protected const int LongestWalk = 20_000;

    private int _member;

    /// <summary>The reading that was stepped to.</summary>
    public long Current { get; private set; }

    /// <summary>Readings before it do not count, and what the rule leaves open is taken from it.</summary>
    protected long Start { get; } = start;

    /// <summary>The last reading that may come; -1 if none can.</summary>
    protected long Last { get; init; }

    /// <summary>How many readings are still to come; <see cref="long.MaxValue"/> if nobody counts.</summary>
    protected long Remaining { get; set; } = rule.Count ?? long.MaxValue;

    /// <summary>Whether the rule has a COUNT.</summary>
    protected bool IsCounted { get; } = rule.Count is not null;

    /// <summary>The first reading to show; those before it only count.</summary>
    protected long From { get; set; } = start;

    /// <summary>How many members the set at hand has.</summary>
    protected abstract int Size { get; }

    /// <summary>Begins.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">DTSTART: nothing before it counts, and what the rule leaves open is taken from it.</param>
    /// <param name="isDate">Whether the start is a date: then the rule's parts of the clock do not count.</param>
    /// <param name="last">The last reading that may come; the rule's own UNTIL is up to the caller, who knows the zone.</param>
    public static RuleCursor Over(RecurrenceRule rule, long start, bool isDate, long last)
        => rule.Frequency >= Frequency.Daily || isDate
            ? new PeriodCursor(rule, start, isDate, Math.Min(last, EndOfTime))
            : new ClockCursor(rule, start, Math.Min(last, EndOfTime));

    /// <summary>Passes over everything before <paramref name="from"/>. To be called before the first step only.</summary>
    public abstract void Seek(long from);

    /// <summary>Finds the last reading without stepping through those before it. To be called instead of stepping.</summary>
    /// <param name="last">The last reading; null if the rule names none at all.</param>
    /// <returns>False if there is no last one, or only after a very long time.</returns>
    public abstract bool TryFindLast(out long? last);

    /// <summary>Steps to the next reading.</summary>
    /// <returns>False if there is none.</returns>
    public bool MoveNext()
    {
        while (Remaining > 0)
        {
            while (_member < Size)
            {
                long reading = Member(_member++);
                if (reading < Start)
                {
                    continue;
                }

                if (reading > Last)
                {
                    Remaining = 0;
                    return false;
                }

                Remaining -= IsCounted ? 1 : 0;
                if (reading >= From)
                {
                    Current = reading;
                    return true;
                }

                if (Remaining == 0)
                {
                    return false;
                }
            }

            _member = 0;
            if (!LoadNext())
            {
                Remaining = 0;
            }
        }

        return false;
    }

    /// <summary>Takes the next set that has members at hand.</summary>
    /// <returns>False if there is none up to <see cref="Last"/>.</returns>
    protected abstract bool LoadNext();

    /// <summary>A member of the set at hand, by its number from 0.</summary>
    protected abstract long Member(int number);

    /// <summary>How many members of the set at hand come before the start.</summary>
    protected int MembersBeforeStart()
    {
        int count = 0;
        while (count < Size && Member(count) < Start)
        {
            count++;
        }

        return count;
    }

    /// <summary>The last member of the set at hand that counts, among the first so many, not after a bound.</summary>
    protected long? LastMember(int count, long bound)
    {
        for (int member = count - 1; member >= 0 && Member(member) >= Start; member--)
        {
            if (Member(member) <= bound)
            {
                return Member(member);
            }
        }

        return null;
    }
}

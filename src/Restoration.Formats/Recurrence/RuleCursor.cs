namespace Restoration.Formats.Recurrence;

/// <summary>
/// Steps through the clock readings that a rule names, in order and without repetition. Readings are seconds since 0001-01-01:
/// zones, and what becomes of readings that a clock skips or repeats, are no matter of the rule.
/// The start is a reading like any other: it counts if the rule names it.
/// </summary>
internal abstract class RuleCursor
{
    /// <summary>No reading of a date that can be written comes after this.</summary>
    public const long EndOfTime = ((CalendarDays.Last + 1L) * CalendarDays.SecondsPerDay) - 1;

    /// <summary>
    /// How many units (days, weeks, months, years) are walked in search of the last reading of a rule that has one. A rule whose
    /// last reading lies further away is as good as endless to whoever asks, and no rule can make the search long.
    /// </summary>
    protected const int LongestWalk = 20_000;

    /// <summary>The reading that was stepped to.</summary>
    public long Current { get; protected set; }

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

    /// <summary>Steps to the next reading.</summary>
    /// <returns>False if there is none.</returns>
    public abstract bool MoveNext();

    /// <summary>Finds the last reading without stepping through those before it.</summary>
    /// <param name="last">The last reading; null if the rule names none at all.</param>
    /// <returns>False if there is no last one, or only after a very long time.</returns>
    public abstract bool TryFindLast(out long? last);

    /// <summary>The values of a part, or the start's own where the rule leaves it open.</summary>
    protected static int[] ValuesOr(IReadOnlyList<int> values, long own) => values.Count > 0 ? [.. values] : [(int)own];

    /// <summary>BYSECOND: a clock without leap seconds shows 59 instead of 60 (RFC 5545 §3.3.12).</summary>
    protected static int[] Seconds(RecurrenceRule rule, long start)
        => [.. ValuesOr(rule.BySecond, start % 60).Select(second => Math.Min(second, 59)).Distinct()];
}

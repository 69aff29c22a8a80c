using System.Diagnostics.CodeAnalysis;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>
/// A recurrence rule (RFC 5545 §3.3.10), read and checked. Lists are sorted and free of repetitions, and every number is within
/// the range that the RFC gives it. A part that was not written is an empty list or null.
/// </summary>
public sealed class RecurrenceRule
{
    private string? _canonical;

    internal RecurrenceRule()
    {
    }

    /// <summary>The unit that the rule counts in (FREQ).</summary>
    public Frequency Frequency { get; internal init; }

    /// <summary>Every how many units (INTERVAL); at least 1.</summary>
    public int Interval { get; internal init; } = 1;

    /// <summary>How many occurrences there are (COUNT).</summary>
    public int? Count { get; internal init; }

    /// <summary>The last moment that an occurrence may begin at (UNTIL): a date, a floating time or an instant in UTC.</summary>
    public CalendarTime? Until { get; internal init; }

    /// <summary>BYSECOND, 0 to 60.</summary>
    public IReadOnlyList<int> BySecond { get; internal init; } = [];

    /// <summary>BYMINUTE, 0 to 59.</summary>
    public IReadOnlyList<int> ByMinute { get; internal init; } = [];

    /// <summary>BYHOUR, 0 to 23.</summary>
    public IReadOnlyList<int> ByHour { get; internal init; } = [];

    /// <summary>BYDAY, in the order of the week from Monday.</summary>
    public IReadOnlyList<WeekdayOrdinal> ByDay { get; internal init; } = [];

    /// <summary>BYMONTHDAY, 1 to 31 from the beginning of the month or -1 to -31 from its end.</summary>
    public IReadOnlyList<int> ByMonthDay { get; internal init; } = [];

    /// <summary>BYYEARDAY, 1 to 366 or -1 to -366.</summary>
    public IReadOnlyList<int> ByYearDay { get; internal init; } = [];

    /// <summary>BYWEEKNO, 1 to 53 or -1 to -53, by ISO 8601 with <see cref="WeekStart"/>.</summary>
    public IReadOnlyList<int> ByWeekNumber { get; internal init; } = [];

    /// <summary>BYMONTH, 1 to 12.</summary>
    public IReadOnlyList<int> ByMonth { get; internal init; } = [];

    /// <summary>BYSETPOS, 1 to 366 or -1 to -366: which of the occurrences of one unit are meant.</summary>
    public IReadOnlyList<int> BySetPosition { get; internal init; } = [];

    /// <summary>The first day of the week (WKST).</summary>
    public DayOfWeek WeekStart { get; internal init; } = DayOfWeek.Monday;

    /// <summary>What was passed over or put right while reading, one sentence each; empty for a clean rule.</summary>
    public IReadOnlyList<string> Remarks { get; internal init; } = [];

    /// <summary>
    /// Reads a rule. Case, the order of the parts, blanks and a trailing semicolon do not matter; parts that nobody knows
    /// and values that mean nothing (INTERVAL=0, COUNT=0, BYDAY=0MO) are passed over with a remark.
    /// </summary>
    /// <param name="text">The value of RRULE or EXRULE, with or without the property's name in front.</param>
    /// <param name="rule">The rule, if it can be used.</param>
    /// <param name="error">Why it cannot be used: one sentence.</param>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out string? error)
        => RecentRules.TryRead(text, out rule, out error);

    /// <summary>
    /// The rule in the one form that equal rules share: upper case, parts in a fixed order, lists sorted, and nothing that
    /// goes without saying (INTERVAL=1, a week start that changes nothing).
    /// </summary>
    public string ToCanonical() => _canonical ??= RuleText.Of(this);

    /// <inheritdoc cref="ToCanonical"/>
    public override string ToString() => ToCanonical();
}

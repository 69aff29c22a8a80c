namespace Restoration.Items;

/// <summary>How a series recurs (RFC 5545 §3.8.5): the set is rules and dates, minus exception rules and exception dates.</summary>
public sealed record Recurrence
{
    /// <summary>RRULE values as they were written.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>EXRULE values as they were written (RFC 2445).</summary>
    public IReadOnlyList<string> ExceptionRules { get; init; } = [];

    /// <summary>RDATE starts.</summary>
    public IReadOnlyList<CalendarTime> Dates { get; init; } = [];

    /// <summary>RDATE values that have ends of their own; none of them is among <see cref="Dates"/>.</summary>
    public IReadOnlyList<RecurrencePeriod> Periods { get; init; } = [];

    /// <summary>EXDATE starts.</summary>
    public IReadOnlyList<CalendarTime> ExceptionDates { get; init; } = [];

    /// <summary>The rules for people.</summary>
    public override string ToString() => string.Join("; ", Rules);
}

using System.Diagnostics.CodeAnalysis;
using Restoration.Items;

namespace Restoration.Formats.Recurrence;

/// <summary>Reads a rule's text part by part.</summary>
internal ref struct RuleReader
{
    // A list in a rule has at most 2 × 366 different values. Longer ones repeat themselves, or somebody means harm.
    private const int LongestText = 16_384;

    private readonly List<string> _remarks = [];
    private string? _error;
    private Frequency? _frequency;
    private int _interval = 1;
    private int? _count;
    private CalendarTime? _until;
    private DayOfWeek _weekStart = DayOfWeek.Monday;
    private int[] _seconds = [];
    private int[] _minutes = [];
    private int[] _hours = [];
    private WeekdayOrdinal[] _days = [];
    private int[] _monthDays = [];
    private int[] _yearDays = [];
    private int[] _weekNumbers = [];
    private int[] _months = [];
    private int[] _positions = [];

    public RuleReader()
    {
    }

    public static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out RecurrenceRule? rule, [NotNullWhen(false)] out string? error)
    {
        RuleReader reader = new();
        string? modern = text.Contains('=') || text.Length > LongestText ? null : VCalendarRule.ToRecurrenceRule(text);
        reader.ReadParts(modern is null ? text : modern);
        error = reader._error;
        rule = error is null ? reader.ToRule() : null;
        return rule is not null;
    }

    private void ReadParts(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestText)
        {
            _error = $"The rule has {text.Length} characters; no rule needs more than {LongestText}.";
            return;
        }

        ReadOnlySpan<char> rest = WithoutPropertyName(text.Trim());
        while (!rest.IsEmpty && _error is null)
        {
            int end = rest.IndexOf(';');
            ReadOnlySpan<char> part = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!part.IsEmpty)
            {
                ReadPart(part);
            }
        }

        if (_error is null && _frequency is null)
        {
            _error = "The rule has no FREQ part.";
        }
    }

    private void ReadPart(ReadOnlySpan<char> part)
    {
        int sign = part.IndexOf('=');
        if (sign < 0)
        {
            _remarks.Add($"'{part}' is no part of a rule.");
            return;
        }

        ReadOnlySpan<char> value = part[(sign + 1)..].Trim();
        Span<char> name = stackalloc char[12];
        int length = part[..sign].Trim().ToUpperInvariant(name);
        switch (length < 0 ? [] : name[..length])
        {
            case "FREQ": _frequency = RuleValues.Frequency(value, ref _error); break;
            case "INTERVAL": _interval = RuleValues.Positive("INTERVAL", value, _remarks, ref _error) ?? 1; break;
            case "COUNT": _count = RuleValues.Positive("COUNT", value, _remarks, ref _error); break;
            case "UNTIL": _until = RuleValues.Until(value, ref _error); break;
            case "WKST": _weekStart = RuleValues.Weekday(value) ?? Fail(DayOfWeek.Monday, $"'{value}' is no weekday: WKST takes MO to SU."); break;
            case "BYSECOND": _seconds = RuleValues.Numbers("BYSECOND", value, 0, 60, ref _error); break;
            case "BYMINUTE": _minutes = RuleValues.Numbers("BYMINUTE", value, 0, 59, ref _error); break;
            case "BYHOUR": _hours = RuleValues.Numbers("BYHOUR", value, 0, 23, ref _error); break;
            case "BYDAY" or "BYWEEKDAY": _days = RuleValues.Weekdays(value, _remarks, ref _error); break;
            case "BYMONTHDAY": _monthDays = RuleValues.Ordinals("BYMONTHDAY", value, 31, ref _error); break;
            case "BYYEARDAY": _yearDays = RuleValues.Ordinals("BYYEARDAY", value, 366, ref _error); break;
            case "BYWEEKNO": _weekNumbers = RuleValues.Ordinals("BYWEEKNO", value, 53, ref _error); break;
            case "BYMONTH": _months = RuleValues.Numbers("BYMONTH", value, 1, 12, ref _error); break;
            case "BYSETPOS": _positions = RuleValues.Ordinals("BYSETPOS", value, 366, ref _error); break;
            case "RSCALE" when value.Equals("GREGORIAN", StringComparison.OrdinalIgnoreCase): break;
            case "RSCALE": _remarks.Add($"The rule counts in the calendar '{value}' (RFC 7529); it was read as if it counted in GREGORIAN."); break;
            case "SKIP" when value.Equals("OMIT", StringComparison.OrdinalIgnoreCase): break;
            default: _remarks.Add($"The part '{part[..sign].Trim()}' is not known and was passed over."); break;
        }
    }

    private T Fail<T>(T value, string error)
    {
        _error = error;
        return value;
    }

    private readonly RecurrenceRule ToRule()
    {
        Frequency frequency = _frequency!.Value;
        WeekdayOrdinal[] days = _days;
        if (frequency < Frequency.Monthly && Array.Exists(days, day => day.Ordinal != 0))
        {
            _remarks.Add($"BYDAY counts weekdays in months and years only; with FREQ={frequency.ToString().ToUpperInvariant()} the numbers were passed over.");
            days = days.Select(day => day with { Ordinal = 0 }).Distinct().ToArray();
        }

        if (_count is not null && _until is not null)
        {
            _remarks.Add("COUNT and UNTIL exclude each other; whichever comes first ends the series.");
        }

        return new RecurrenceRule
        {
            Frequency = frequency,
            Interval = _interval,
            Count = _count,
            Until = _until,
            BySecond = _seconds,
            ByMinute = _minutes,
            ByHour = _hours,
            ByDay = days,
            ByMonthDay = _monthDays,
            ByYearDay = _yearDays,
            ByWeekNumber = _weekNumbers,
            ByMonth = _months,
            BySetPosition = _positions,
            WeekStart = _weekStart,
            Remarks = _remarks,
        };
    }

    private static ReadOnlySpan<char> WithoutPropertyName(ReadOnlySpan<char> text)
    {
        bool isNamed = text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("EXRULE:", StringComparison.OrdinalIgnoreCase);
        return isNamed ? text[(text.IndexOf(':') + 1)..] : text;
    }
}

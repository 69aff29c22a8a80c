using System.Globalization;
using Restoration.Formats.Recurrence;

namespace Restoration.Formats.TimeZones;

/// <summary>Finds the yearly rule behind a row of clock changes: "the last Sunday of March at 02:00".</summary>
internal sealed class AnnualRule
{
    // Below this, dates are shorter than a rule with its end.
    private const int ShortestRun = 4;

    private readonly DateTime _first;
    private int _leastDay;
    private int _mostDay;
    private int _mostFromEnd;
    private bool _isSameWeekday = true;

    private AnnualRule(DateTime first)
    {
        _first = first;
        _leastDay = first.Day;
        _mostDay = first.Day;
        _mostFromEnd = FromEnd(first);
    }

    /// <summary>Describes changes of one kind, in order, by rules where they follow one and by dates where they do not.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="horizon">The year to which the changes reach if rules that hold until then are to hold for ever; null if not.</param>
    public static IEnumerable<Observance> Cover(IReadOnlyList<ClockChange> changes, int? horizon)
    {
        List<ClockChange> strays = [];
        List<Observance> observances = [];
        int index = 0;
        while (index < changes.Count)
        {
            (AnnualRule rule, int length) = LongestRun(changes, index);
            bool isForEver = horizon is { } year && changes[index + length - 1].Local.Year >= year && length > 1;
            if (isForEver || length >= ShortestRun)
            {
                string end = isForEver ? "" : $";UNTIL={changes[index + length - 1].Interval.Start.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
                observances.Add(changes[index].ToObservance() with { Rule = rule.ToText() + end });
                index += length;
            }
            else
            {
                strays.Add(changes[index++]);
            }
        }

        if (strays.Count > 0)
        {
            observances.Add(strays[0].ToObservance() with { Dates = [.. strays.Skip(1).Select(change => change.Local)] });
        }

        return observances;
    }

    private static (AnnualRule Rule, int Length) LongestRun(IReadOnlyList<ClockChange> changes, int start)
    {
        AnnualRule rule = new(changes[start].Local);
        int length = 1;
        while (start + length < changes.Count
            && changes[start + length].Local.Year == changes[start].Local.Year + length
            && rule.Widen(changes[start + length].Local))
        {
            length++;
        }

        return (rule, length);
    }

    // Takes a further year in, if there is still a rule that names all of them.
    private bool Widen(DateTime next)
    {
        if (next.Month != _first.Month || next.TimeOfDay != _first.TimeOfDay)
        {
            return false;
        }

        int leastDay = Math.Min(_leastDay, next.Day);
        int mostDay = Math.Max(_mostDay, next.Day);
        bool isSameWeekday = _isSameWeekday && next.DayOfWeek == _first.DayOfWeek;
        int mostFromEnd = Math.Max(_mostFromEnd, FromEnd(next));
        if (leastDay != mostDay && !(isSameWeekday && (mostDay - leastDay < 7 || mostFromEnd < 7)))
        {
            return false;
        }

        (_leastDay, _mostDay, _isSameWeekday, _mostFromEnd) = (leastDay, mostDay, isSameWeekday, mostFromEnd);
        return true;
    }

    private string ToText()
    {
        string weekday = RuleText.Weekdays[(int)_first.DayOfWeek];
        string month = $"FREQ=YEARLY;BYMONTH={_first.Month}";
        return _leastDay == _mostDay ? $"{month};BYMONTHDAY={_first.Day}"
            : _mostFromEnd < 7 ? $"{month};BYDAY=-1{weekday}"
            : (_leastDay - 1) / 7 == (_mostDay - 1) / 7 ? $"{month};BYDAY={((_leastDay - 1) / 7) + 1}{weekday}"
            : $"{month};BYMONTHDAY={string.Join(',', Enumerable.Range(_leastDay, 7))};BYDAY={weekday}";
    }

    private static int FromEnd(DateTime date) => DateTime.DaysInMonth(date.Year, date.Month) - date.Day;
}

using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.TimeZones;

/// <summary>
/// Steps through the onsets of one observance. DTSTART is one if there is no rule; with a rule the rule decides, because Exchange
/// writes 1601-01-01 in front of rules that name another day.
/// </summary>
internal sealed class ObservanceCursor
{
    private readonly Observance _observance;
    private readonly long[] _dates;
    private readonly RuleCursor? _rule;
    private int _date;
    private bool _hasRule;

    public ObservanceCursor(Observance observance)
    {
        _observance = observance;
        _rule = Begin(observance);
        _hasRule = _rule is not null && _rule.MoveNext();
        IEnumerable<DateTime> dates = _hasRule ? observance.Dates : observance.Dates.Append(observance.Start);
        _dates = [.. dates.Select(date => date.Ticks).Order()];
    }

    public bool IsDaylight => _observance.IsDaylight;

    /// <summary>TZOFFSETFROM, in ticks.</summary>
    public long OffsetFrom => _observance.OffsetFrom.Ticks;

    public Onset Current { get; private set; }

    public bool MoveNext()
    {
        long date = _date < _dates.Length ? _dates[_date] : long.MaxValue;
        long reading = _hasRule ? _rule!.Current * TimeSpan.TicksPerSecond : long.MaxValue;
        if (date == long.MaxValue && reading == long.MaxValue)
        {
            return false;
        }

        if (reading <= date)
        {
            _hasRule = _rule!.MoveNext();
        }

        if (date <= reading)
        {
            _date++;
        }

        Current = new Onset(Math.Min(date, reading) - OffsetFrom, _observance.OffsetTo.Ticks);
        return true;
    }

    private static RuleCursor? Begin(Observance observance)
    {
        if (observance.Rule is null || !RecurrenceRule.TryParse(observance.Rule, out RecurrenceRule? rule, out _))
        {
            return null;
        }

        // The offset before an onset is always the same, so an UNTIL in UTC is one reading of the clock.
        long last = rule.Until is not { } until ? RuleCursor.EndOfTime : until.Kind switch
        {
            TimeKind.Utc => (until.Local.Ticks + observance.OffsetFrom.Ticks) / TimeSpan.TicksPerSecond,
            TimeKind.Date => (until.Local.Ticks / TimeSpan.TicksPerSecond) + CalendarDays.SecondsPerDay - 1,
            _ => until.Local.Ticks / TimeSpan.TicksPerSecond,
        };
        return RuleCursor.Over(rule, observance.Start.Ticks / TimeSpan.TicksPerSecond, isDate: false, last);
    }
}

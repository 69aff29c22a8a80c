using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace Restoration.Formats.TimeZones;

/// <summary>Writes the rules of a zone down as observances, as few as will do.</summary>
internal static class ZoneDescription
{
    // The tz database lists the changes of some zones one by one for decades. What has followed a rule for long
    // at this horizon follows it for ever.
    private const int LastListedYear = 2100;
    private const int YearsAhead = 40;

    // After so many years every weekday has been on every date: a rule that fits them all is the rule.
    private const int WholeCycle = 28;

    // Below this, dates are shorter than a rule with its end.
    private const int ShortestRun = 4;

    // Where a zone's clocks never changed before, the rules begin where Outlook's do.
    private static readonly DateTime Beginning = new(1601, 1, 1);

    public static IReadOnlyList<Observance> Of(CalendarTimeZone zone, DateTime fromUtc, DateTime? untilUtc)
    {
        if (zone is not TzdbTimeZone { Zone: { } source })
        {
            TimeSpan offset = zone.OffsetOfUtc(fromUtc);
            return [new Observance(Beginning, offset, offset)];
        }

        int horizon = Math.Min(9998, Math.Max(LastListedYear, fromUtc.Year) + YearsAhead);
        DateTime until = untilUtc ?? new DateTime(horizon, 12, 31);
        List<Observance> observances = [];
        List<ClockChange> changes = [];
        foreach (ZoneInterval interval in source.GetZoneIntervals(At(fromUtc), At(until < fromUtc ? fromUtc : until) + Duration.Epsilon))
        {
            if (interval.HasStart && interval.Start > At(Beginning))
            {
                changes.Add(new ClockChange(interval, source.GetUtcOffset(interval.Start - Duration.Epsilon)));
            }
            else
            {
                TimeSpan offset = interval.WallOffset.ToTimeSpan();
                observances.Add(new Observance(Beginning, offset, offset) { IsDaylight = interval.Savings > Offset.Zero, Name = interval.Name });
            }
        }

        foreach (IGrouping<object, ClockChange> kind in changes.GroupBy(change => change.Kind))
        {
            Cover([.. kind], untilUtc is null ? horizon : null, observances);
        }

        return [.. observances.OrderBy(observance => observance.Start)];
    }

    // Describes changes of one kind by rules where they follow one, and by dates where they do not.
    private static void Cover(List<ClockChange> changes, int? horizon, List<Observance> observances)
    {
        List<ClockChange> strays = [];
        int index = 0;
        while (index < changes.Count)
        {
            (AnnualRule rule, int length) = LongestRun(changes, index);
            ClockChange last = changes[index + length - 1];
            bool isForEver = last.Local.Year >= horizon && length >= WholeCycle;
            if (isForEver || length >= ShortestRun)
            {
                // Not UNTIL: it would have to be in UTC beside a local DTSTART (RFC 5545 §3.3.10), which Python's icalendar refuses.
                string end = isForEver ? "" : string.Create(CultureInfo.InvariantCulture, $";COUNT={length}");
                observances.Add(changes[index].ToObservance() with { Rule = rule + end });
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
    }

    private static (AnnualRule Rule, int Length) LongestRun(List<ClockChange> changes, int start)
    {
        AnnualRule rule = new(changes[start].Local);
        int length = 1;
        while (start + length < changes.Count
            && changes[start + length].Local.Year == changes[start].Local.Year + length
            && rule.Including(changes[start + length].Local) is { } wider)
        {
            rule = wider;
            length++;
        }

        return (rule, length);
    }

    private static Instant At(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}

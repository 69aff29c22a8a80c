using NodaTime;
using NodaTime.TimeZones;

namespace Restoration.Formats.TimeZones;

/// <summary>Writes the rules of a zone down as observances, as few as will do.</summary>
internal static class ZoneDescription
{
    // The tz database lists the changes of some zones one by one for decades (Morocco's to 2087). What still follows a rule
    // at this horizon follows it for ever.
    private const int YearsAhead = 40;
    private const int LastListedYear = 2100;

    // Where a zone's clocks never changed before, the rules begin with the Gregorian calendar, as Outlook's do.
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

        // The change into the first interval is a fact of its own; a rule for those after it may or may not include it.
        foreach (IGrouping<object, ClockChange> kind in changes.GroupBy(change => change.Kind))
        {
            observances.AddRange(AnnualRule.Cover([.. kind], untilUtc is null ? horizon : null));
        }

        return [.. observances.OrderBy(observance => observance.Start)];
    }

    private static Instant At(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}

using Restoration.Formats.TimeZones;

namespace Restoration.Formats.Tests.TimeZones;

public class DefinedZonesTests
{
    private static readonly DateTime From = new(2008, 1, 1);
    private static readonly DateTime To = new(2040, 1, 1);

    [Theory]
    [InlineData("America/New_York", nameof(VTimeZones.Outlook))]
    [InlineData("America/New_York", nameof(VTimeZones.Apple))]
    [InlineData("Europe/Berlin", nameof(VTimeZones.Google))]
    public void What_products_write_means_the_zone_that_they_mean(string name, string product)
    {
        IReadOnlyList<Observance> rules = product switch
        {
            nameof(VTimeZones.Outlook) => VTimeZones.Outlook,
            nameof(VTimeZones.Apple) => VTimeZones.Apple,
            _ => VTimeZones.Google,
        };
        CalendarTimeZone defined = TimeZoneCatalog.Default.Define(rules);

        Assert.Null(defined.IanaName);
        AssertSame(TimeZoneCatalog.Default.Find(name)!, defined, From, To);
    }

    [Theory]
    [InlineData("19190401T120000", -4)] // the first rule's last summer
    [InlineData("19191101T120000", -5)] // it ended: an UNTIL in UTC is inclusive
    [InlineData("19210501T120000", -4)] // a single date
    [InlineData("19211001T120000", -5)]
    [InlineData("19500701T120000", -5)] // nothing is said of these years
    [InlineData("20060501T120000", -4)]
    [InlineData("20070320T120000", -4)]
    [InlineData("19000101T120000", -5)] // before the first onset: what that onset came from
    public void The_past_has_its_own_rules(string local, int hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), TimeZoneCatalog.Default.Define(VTimeZones.Apple).OffsetOfLocal(VTimeZones.At(local)));
    }

    [Theory]
    [InlineData("20250309T023000", -5)] // in the gap: the offset before it
    [InlineData("20250309T030000", -4)]
    [InlineData("20251102T013000", -4)] // in the overlap: the first
    [InlineData("20251102T020000", -5)]
    [InlineData("16000101T000000", -5)]
    [InlineData("00010101T000000", -5)]
    [InlineData("99991231T235959", -5)]
    public void Gaps_and_overlaps_are_those_of_the_standard(string local, int hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), TimeZoneCatalog.Default.Define(VTimeZones.Outlook).OffsetOfLocal(VTimeZones.At(local)));
    }

    [Fact]
    public void A_single_observance_is_a_fixed_offset_from_its_start()
    {
        CalendarTimeZone zone = TimeZoneCatalog.Default.Define([VTimeZones.Standard("20000101T000000", 2, 3)]);

        Assert.Equal(TimeSpan.FromHours(2), zone.OffsetOfLocal(new DateTime(1999, 12, 31)));
        Assert.Equal(TimeSpan.FromHours(3), zone.OffsetOfLocal(new DateTime(2000, 1, 2)));
    }

    [Fact]
    public void A_single_daylight_rule_holds_too()
    {
        CalendarTimeZone zone = TimeZoneCatalog.Default.Define([VTimeZones.Daylight("20000326T020000", 1, 2) with { Rule = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" }]);

        Assert.Equal(TimeSpan.FromHours(1), zone.OffsetOfLocal(new DateTime(2000, 1, 1)));
        Assert.Equal(TimeSpan.FromHours(2), zone.OffsetOfLocal(new DateTime(2010, 12, 24)));
    }

    [Fact]
    public void Of_two_that_begin_at_one_moment_STANDARD_stays()
    {
        CalendarTimeZone zone = TimeZoneCatalog.Default.Define([VTimeZones.Standard("16010101T000000", 3, 3), VTimeZones.Daylight("16010101T000000", 3, 4)]);

        Assert.Equal(TimeSpan.FromHours(3), zone.OffsetOfLocal(new DateTime(2025, 7, 1)));
    }

    [Fact]
    public void A_rule_with_a_count_stops()
    {
        CalendarTimeZone zone = TimeZoneCatalog.Default.Define(
        [
            VTimeZones.Daylight("20000326T020000", 1, 2) with { Rule = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2" },
            VTimeZones.Standard("20001029T030000", 2, 1) with { Rule = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" },
        ]);

        Assert.Equal(TimeSpan.FromHours(2), zone.OffsetOfLocal(new DateTime(2001, 7, 1)));
        Assert.Equal(TimeSpan.FromHours(1), zone.OffsetOfLocal(new DateTime(2002, 7, 1)));
    }

    [Fact]
    public void Nothing_at_all_is_UTC() => Assert.Equal(TimeSpan.Zero, TimeZoneCatalog.Default.Define([]).OffsetOfLocal(new DateTime(2025, 1, 1)));

    [Theory]
    [InlineData("FREQ=NEVER")]
    [InlineData("")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=YEARLY;UNTIL=19990101T000000Z")]
    public void A_broken_rule_leaves_the_start(string rule)
    {
        CalendarTimeZone zone = TimeZoneCatalog.Default.Define([VTimeZones.Standard("20000101T000000", 2, 3) with { Rule = rule }]);

        Assert.Equal(TimeSpan.FromHours(3), zone.OffsetOfLocal(new DateTime(2025, 7, 1)));
    }

    [Theory]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=SECONDLY;INTERVAL=2;COUNT=2147483647")]
    [InlineData("FREQ=MINUTELY;BYSECOND=0,1,2,3,4,5,6,7,8,9")]
    [InlineData("FREQ=DAILY")]
    public void Rules_that_change_the_clocks_every_second_end(string rule)
    {
        CalendarTimeZone zone = TimeZoneCatalog.Default.Define(
        [
            VTimeZones.Standard("16010101T000000", 14, -12) with { Rule = rule },
            VTimeZones.Daylight("16010101T000000", -12, 14) with { Rule = rule },
        ]);

        foreach (int year in (int[])[1, 1600, 1601, 1650, 2025, 9999])
        {
            Assert.InRange(zone.OffsetOfLocal(new DateTime(year, 7, 1)).TotalHours, -12, 14);
            Assert.InRange(zone.OffsetOfUtc(new DateTime(year, 1, 1)).TotalHours, -12, 14);
        }
    }

    [Fact]
    public void A_hundred_thousand_observances_are_only_many()
    {
        Observance[] many = [.. Enumerable.Range(0, 100_000).Select(day => VTimeZones.Standard("16010101T000000", day % 12, (day + 1) % 12) with
        {
            Start = new DateTime(1800, 1, 1).AddDays(day % 90_000),
        })];

        Assert.InRange(TimeZoneCatalog.Default.Define(many).OffsetOfLocal(new DateTime(2025, 7, 1)).TotalHours, 0, 12);
    }

    internal static void AssertSame(CalendarTimeZone expected, CalendarTimeZone actual, DateTime fromUtc, DateTime toUtc)
    {
        for (DateTime utc = fromUtc; utc < toUtc; utc = utc.AddMinutes(3 * 60 + 30))
        {
            if (expected.OffsetOfUtc(utc) != actual.OffsetOfUtc(utc))
            {
                Assert.Fail($"{expected.IanaName} at {utc:s}: {actual.OffsetOfUtc(utc)} instead of {expected.OffsetOfUtc(utc)}");
            }
        }
    }
}

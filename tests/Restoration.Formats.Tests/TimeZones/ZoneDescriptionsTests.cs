using NodaTime;
using NodaTime.TimeZones;
using Restoration.Failures;
using Restoration.Formats.TimeZones;

namespace Restoration.Formats.Tests.TimeZones;

public class ZoneDescriptionsTests
{
    private static readonly TimeZoneCatalog Catalog = TimeZoneCatalog.Default;

    [Theory]
    [InlineData("Europe/Berlin", 2020, 2)]
    [InlineData("America/New_York", 2020, 2)]
    [InlineData("Australia/Lord_Howe", 2020, 2)]
    [InlineData("America/Nuuk", 2026, 2)]
    [InlineData("Asia/Jerusalem", 2020, 2)]
    [InlineData("Asia/Kolkata", 2020, 1)]
    [InlineData("Etc/UTC", 2020, 1)]
    [InlineData("UTC+02:00", 2020, 1)]
    [InlineData("America/New_York", 1990, 4)]
    public void A_description_is_as_short_as_it_can_be(string name, int year, int observances)
    {
        Assert.Equal(observances, Catalog.Describe(name, new DateTime(year, 1, 1), null).Count);
    }

    [Fact]
    public void Berlin_is_described_as_people_know_it()
    {
        IReadOnlyList<Observance> berlin = Catalog.Describe("W. Europe Standard Time", new DateTime(2020, 6, 1), null);

        Assert.Equal(
            [
                VTimeZones.Daylight("20200329T020000", 1, 2) with { Rule = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", Name = "CEST" },
                VTimeZones.Standard("20201025T030000", 2, 1) with { Rule = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", Name = "CET" },
            ],
            berlin.Select(observance => observance with { Dates = VTimeZones.Outlook[0].Dates }));
        Assert.All(berlin, observance => Assert.Empty(observance.Dates));
    }

    [Fact]
    public void Only_what_lies_in_the_span_is_described()
    {
        Observance only = Assert.Single(Catalog.Describe("Europe/Berlin", new DateTime(2020, 6, 1), new DateTime(2020, 7, 1)));

        Assert.True(only.IsDaylight);
        Assert.Null(only.Rule);
    }

    [Theory]
    [InlineData(1970)]
    [InlineData(2015)]
    public void Every_zone_reads_back_as_itself_ever_after(int year)
    {
        foreach (string id in TzdbDateTimeZoneSource.Default.GetIds())
        {
            CalendarTimeZone zone = Catalog.Find(id)!;
            IReadOnlyList<Observance> rules = Catalog.Describe(id, new DateTime(year, 1, 1), null);
            AssertSameChanges(id, zone, Catalog.Define(rules), new DateTime(year, 1, 1), new DateTime(2200, 1, 1));
            AssertSameChanges(id, zone, Catalog.Define(rules), new DateTime(5000, 1, 1), new DateTime(5020, 1, 1));
        }
    }

    [Fact]
    public void A_span_that_begins_in_the_far_future_is_described_too()
        => AssertSameChanges(
            "Europe/Berlin",
            Catalog.Find("Europe/Berlin")!,
            Catalog.Define(Catalog.Describe("Europe/Berlin", new DateTime(9990, 1, 1), null)),
            new DateTime(9990, 1, 1),
            new DateTime(9998, 1, 1));

    [Fact]
    public void A_zone_that_nobody_knows_cannot_be_described()
    {
        RestorationException failure = Assert.Throws<RestorationException>(() => Catalog.Describe("Mars/Olympus_Mons", new DateTime(2020, 1, 1), null));

        Assert.Equal(FailureCode.TimeZoneNotFound, failure.Code);
    }

    private static void AssertSameChanges(string id, CalendarTimeZone expected, CalendarTimeZone actual, DateTime from, DateTime to)
    {
        DateTimeZone source = TzdbDateTimeZoneSource.Default.ForId(id);
        Instant first = Instant.FromDateTimeUtc(DateTime.SpecifyKind(from, DateTimeKind.Utc));
        Instant last = Instant.FromDateTimeUtc(DateTime.SpecifyKind(to, DateTimeKind.Utc));
        foreach (ZoneInterval interval in source.GetZoneIntervals(first, last))
        {
            DateTime start = interval.HasStart && interval.Start > first ? interval.Start.ToDateTimeUtc() : from;
            DateTime end = interval.HasEnd && interval.End < last ? interval.End.ToDateTimeUtc() : to;
            foreach (DateTime utc in (DateTime[])[start, start + ((end - start) / 2), end.AddSeconds(-1)])
            {
                if (expected.OffsetOfUtc(utc) != actual.OffsetOfUtc(utc))
                {
                    Assert.Fail($"{id} at {utc:s}: {actual.OffsetOfUtc(utc)} instead of {expected.OffsetOfUtc(utc)}");
                }
            }
        }
    }
}

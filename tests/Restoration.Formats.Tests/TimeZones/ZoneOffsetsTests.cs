using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using Restoration.Formats.TimeZones;
using Restoration.Items;

namespace Restoration.Formats.Tests.TimeZones;

public class ZoneOffsetsTests
{
    [Theory]

    // Berlin: the gap of March takes the offset before it, the overlap of October the first
    [InlineData("Europe/Berlin", "2025-03-30 01:59:59", "01:00:00")]
    [InlineData("Europe/Berlin", "2025-03-30 02:00:00", "01:00:00")]
    [InlineData("Europe/Berlin", "2025-03-30 02:59:59", "01:00:00")]
    [InlineData("Europe/Berlin", "2025-03-30 03:00:00", "02:00:00")]
    [InlineData("Europe/Berlin", "2025-10-26 01:59:59", "02:00:00")]
    [InlineData("Europe/Berlin", "2025-10-26 02:30:00", "02:00:00")]
    [InlineData("Europe/Berlin", "2025-10-26 03:00:00", "01:00:00")]
    [InlineData("America/New_York", "2025-03-09 02:30:00", "-05:00:00")]
    [InlineData("America/New_York", "2025-11-02 01:30:00", "-04:00:00")]
    [InlineData("Australia/Lord_Howe", "2025-10-05 02:15:00", "10:30:00")]
    [InlineData("Australia/Lord_Howe", "2025-10-05 02:30:00", "11:00:00")]
    [InlineData("Australia/Lord_Howe", "2025-04-06 01:45:00", "11:00:00")]
    [InlineData("Asia/Kathmandu", "1986-01-01 00:10:00", "05:30:00")]
    [InlineData("Asia/Kathmandu", "1986-01-01 00:15:00", "05:45:00")]
    [InlineData("Africa/Casablanca", "2025-02-23 02:30:00", "01:00:00")]
    [InlineData("Africa/Casablanca", "2025-03-15 12:00:00", "00:00:00")]
    [InlineData("Africa/Casablanca", "2025-04-06 02:30:00", "00:00:00")]

    // A whole day that Samoa never had
    [InlineData("Pacific/Apia", "2011-12-30 12:00:00", "-10:00:00")]
    [InlineData("Pacific/Apia", "2011-12-31 00:00:00", "14:00:00")]

    // Before the days of standard time
    [InlineData("Europe/Berlin", "1850-01-01 00:00:00", "00:53:28")]
    [InlineData("Europe/Berlin", "0001-01-01 00:00:00", "00:53:28")]
    [InlineData("Europe/Berlin", "9999-12-31 23:59:59", "01:00:00")]
    public void A_reading_has_the_offset_that_the_standard_gives_it(string zone, string local, string offset)
    {
        CalendarTimeZone known = TimeZoneCatalog.Default.Find(zone)!;

        Assert.Equal(offset, known.OffsetOfLocal(DateTime.Parse(local, CultureInfo.InvariantCulture)).ToString("c", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Europe/Berlin", "1601-01-01 09:00:00", "1601-01-01T09:00:00+00:53")]
    [InlineData("America/Nuuk", "1601-01-01 09:00:00", "1601-01-01T09:00:00-03:26")]
    [InlineData("America/New_York", "9999-12-31 23:00:00", "9999-12-31T23:00:00-05:00")]
    [InlineData("Asia/Tokyo", "0001-01-01 00:00:00", "0001-01-01T00:00:00+09:18")]
    public void A_time_at_the_ends_of_history_has_an_instant_and_can_be_shown(string zone, string local, string shown)
    {
        DateTime reading = DateTime.Parse(local, CultureInfo.InvariantCulture);
        CalendarTime time = CalendarTime.OfZone(reading, TimeZoneCatalog.Default.Find(zone)!.OffsetOfLocal(reading), zone, zone);

        Assert.NotNull(time.Instant);
        Assert.Equal(shown, time.ToString());
    }

    [Fact]
    public void Every_zone_agrees_with_the_tz_database_around_every_change()
    {
        TzdbDateTimeZoneSource source = TzdbDateTimeZoneSource.Default;
        foreach (string id in source.GetIds())
        {
            DateTimeZone expected = source.ForId(id);
            CalendarTimeZone zone = TimeZoneCatalog.Default.Find(id)!;
            foreach (ZoneInterval interval in expected.GetZoneIntervals(Instant.FromUtc(1970, 1, 1, 0, 0), Instant.FromUtc(2045, 1, 1, 0, 0)).Skip(1))
            {
                DateTime change = interval.Start.ToDateTimeUtc();
                foreach (int minutes in (int[])[-1500, -61, -31, -1, 0, 1, 29, 31, 61, 1500])
                {
                    DateTime utc = change.AddMinutes(minutes);
                    Assert.Equal(expected.GetUtcOffset(Instant.FromDateTimeUtc(utc)).ToTimeSpan(), zone.OffsetOfUtc(utc));

                    LocalDateTime local = LocalDateTime.FromDateTime(utc + interval.WallOffset.ToTimeSpan());
                    ZoneLocalMapping mapping = expected.MapLocal(local);
                    Offset offset = mapping.Count == 0 ? mapping.EarlyInterval.WallOffset : mapping.First().Offset;
                    Assert.Equal(offset.ToTimeSpan(), zone.OffsetOfLocal(local.ToDateTimeUnspecified()));
                }
            }
        }
    }

    [Fact]
    public void Many_threads_get_one_answer()
    {
        CalendarTimeZone zone = TimeZoneCatalog.Default.Find("America/New_York")!;
        CalendarTimeZone defined = TimeZoneCatalog.Default.Define(VTimeZones.Outlook);
        DateTimeZone expected = TzdbDateTimeZoneSource.Default.ForId("America/New_York");

        Parallel.For(0, 20_000, number =>
        {
            DateTime utc = new DateTime(2008, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours((number * 7919L) % 150_000);
            TimeSpan offset = expected.GetUtcOffset(Instant.FromDateTimeUtc(utc)).ToTimeSpan();
            Assert.Equal(offset, zone.OffsetOfUtc(utc));
            Assert.Equal(offset, defined.OffsetOfUtc(utc));
        });
    }
}

using System.Globalization;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Policies;

namespace Restoration.Tests.Policies;

public sealed class DateRangeTests
{
    // Wednesday, 18 November 2026, 03:30 UTC: still Tuesday evening in New York.
    private static readonly DateRange Dates = new(new FixedZones(), new FakeClock(new DateTimeOffset(2026, 11, 18, 3, 30, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("today", "today", "UTC", "2026-11-18T00:00Z", "2026-11-19T00:00Z")]
    [InlineData("today", "today", "America/New_York", "2026-11-17T05:00Z", "2026-11-18T05:00Z")]
    [InlineData("Yesterday", "yesterday", "UTC", "2026-11-17T00:00Z", "2026-11-18T00:00Z")]
    [InlineData("last 7 days", null, "UTC", "2026-11-11T00:00Z", "2026-11-18T00:00Z")]
    [InlineData("last 1 day", null, "UTC", "2026-11-17T00:00Z", "2026-11-18T00:00Z")]
    [InlineData("last week", null, "UTC", "2026-11-09T00:00Z", "2026-11-16T00:00Z")]
    [InlineData("last month", null, "UTC", "2026-10-01T00:00Z", "2026-11-01T00:00Z")]
    [InlineData("2026-11-01 to 2026-11-30", null, "UTC", "2026-11-01T00:00Z", "2026-12-01T00:00Z")]
    [InlineData("2026-11-01", "2026-11-01", "UTC", "2026-11-01T00:00Z", "2026-11-02T00:00Z")]
    [InlineData("2026-11-01", "yesterday", "Europe/Berlin", "2026-10-31T23:00Z", "2026-11-17T23:00Z")]
    [InlineData("2026-11-01T10:00:00Z", "2026-11-01T12:00:00+01:00", null, "2026-11-01T10:00Z", "2026-11-01T11:00Z")]
    [InlineData("2026-11-01T10:00", "2026-11-01 11:30", "Europe/Berlin", "2026-11-01T09:00Z", "2026-11-01T10:30Z")]
    public void Understands_dates_as_people_write_them(string start, string? end, string? zone, string from, string to)
    {
        DateWindow window = Dates.Parse(start, end, zone)!;
        Assert.Equal(Instant(from), window.From);
        Assert.Equal(Instant(to), window.To.AddTicks(-(window.To.Ticks % TimeSpan.TicksPerSecond)));
    }

    [Theory]
    [InlineData("2026-11-01", null, null, FailureCode.TimeZoneRequired)]
    [InlineData("2026-11-01T09:00:00", null, null, FailureCode.TimeZoneRequired)]
    [InlineData("2026-11-02", "2026-11-01", "UTC", FailureCode.InvalidDate)]
    [InlineData("2026-13-01", null, "UTC", FailureCode.InvalidDate)]
    [InlineData("31/12/2026", null, "UTC", FailureCode.InvalidDate)]
    [InlineData("soon", null, "UTC", FailureCode.InvalidDate)]
    [InlineData("last 0 days", null, "UTC", FailureCode.InvalidDate)]
    [InlineData("last 99999999999 days", null, "UTC", FailureCode.InvalidDate)]
    [InlineData("", null, "UTC", FailureCode.InvalidDate)]
    [InlineData("last week", "today", "UTC", FailureCode.InvalidDate)]
    [InlineData("today", null, "Mars/Olympus", FailureCode.TimeZoneNotFound)]
    [InlineData(null, null, "Mars/Olympus", FailureCode.TimeZoneNotFound)]
    public void Says_what_is_wrong_with_the_others(string? start, string? end, string? zone, FailureCode code)
        => Assert.Equal(code, Assert.Throws<RestorationException>(() => Dates.Parse(start, end, zone)).Code);

    [Fact]
    public void No_dates_are_no_window_and_one_date_leaves_the_other_end_open()
    {
        Assert.Null(Dates.Parse(null, null, null));
        Assert.Equal(DateTimeOffset.MaxValue, Dates.Parse("2026-11-01", null, "UTC")!.To);
        Assert.Equal(DateTimeOffset.MinValue, Dates.Parse(null, "2026-11-01", "UTC")!.From);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mmK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

using Restoration.Failures;
using Restoration.Formats.TimeZones;
using Restoration.Schedules;

namespace Restoration.Tests.Schedules;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("hourly", "0 * * * *")]
    [InlineData("hourly at :30", "30 * * * *")]
    [InlineData("daily", "0 0 * * *")]
    [InlineData("Daily at 22:30", "30 22 * * *")]
    [InlineData("weekdays at 6:05", "5 6 * * MON-FRI")]
    [InlineData("weekly", "0 0 * * MON")]
    [InlineData("weekly on friday at 22:00", "0 22 * * FRI")]
    [InlineData("weekly on monday, Wed and sunday at 01:00", "0 1 * * MON,WED,SUN")]
    [InlineData("monthly", "0 0 1 * *")]
    [InlineData("monthly on 15 at 04:00", "0 4 15 * *")]
    [InlineData("monthly on last at 23:59", "59 23 L * *")]
    [InlineData("@daily", "0 0 * * *")]
    [InlineData("@annually", "0 0 1 1 *")]
    [InlineData("  5  4 * *  sun ", "5 4 * * sun")]
    public void Words_and_macros_mean_a_cron_expression(string text, string expression)
        => Assert.Equal(expression, Parse(text).Expression);

    [Theory]
    [InlineData("")]
    [InlineData("never")]
    [InlineData("@reboot")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * 32 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("* * * jan-foo *")]
    [InlineData("*/0 * * * *")]
    [InlineData("5/15 * * * *")]
    [InlineData("*/5/2 * * * *")]
    [InlineData("30-10 * * * *")]
    [InlineData("1-2-3 * * * *")]
    [InlineData("-5 * * * *")]
    [InlineData("+5 * * * *")]
    [InlineData("1,,2 * * * *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    [InlineData("daily at 24:00")]
    [InlineData("daily at 22:60")]
    [InlineData("daily at :30")]
    [InlineData("hourly at 22:30")]
    [InlineData("daily on monday")]
    [InlineData("weekly on caturday")]
    [InlineData("monthly on 32")]
    public void What_is_no_schedule_is_refused(string text)
        => Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(() => Parse(text)).Code);

    [Fact]
    public void A_zone_that_nobody_knows_is_refused()
        => Assert.Equal(
            FailureCode.TimeZoneNotFound,
            Assert.Throws<RestorationException>(() => Schedule.Parse("daily", "Mars/Olympus", TimeZoneCatalog.Default)).Code);

    [Fact]
    public void A_zone_may_have_its_Windows_name()
        => Assert.Equal("Europe/Berlin", Schedule.Parse("daily", "W. Europe Standard Time", TimeZoneCatalog.Default).TimeZone);

    [Theory]
    [InlineData("0 0 * * *", "2026-11-20T12:00Z", "2026-11-21T00:00Z")]
    [InlineData("0 12 * * *", "2026-11-20T12:00Z", "2026-11-21T12:00Z")]
    [InlineData("0 12 * * *", "2026-11-20T11:59:59Z", "2026-11-20T12:00Z")]
    [InlineData("*/15 9-17 * * mon-fri", "2026-11-20T17:45Z", "2026-11-23T09:00Z")]
    [InlineData("0 0 13 * fri", "2026-11-20T12:00Z", "2026-11-27T00:00Z")]
    [InlineData("0 0 */2 * fri", "2026-11-20T12:00Z", "2026-11-27T00:00Z")]
    [InlineData("0 0 29 2 *", "2026-11-20T12:00Z", "2028-02-29T00:00Z")]
    [InlineData("0 0 L * *", "2028-02-01T00:00Z", "2028-02-29T00:00Z")]
    [InlineData("0 0 l feb *", "2026-11-20T12:00Z", "2027-02-28T00:00Z")]
    [InlineData("0 0 * * 7", "2026-11-20T12:00Z", "2026-11-22T00:00Z")]
    [InlineData("0 0 * * fri-sun", "2026-11-21T12:00Z", "2026-11-22T00:00Z")]
    [InlineData("23 0-23/2 * * *", "2026-11-20T00:23Z", "2026-11-20T02:23Z")]
    [InlineData("@yearly", "2026-11-20T12:00Z", "2027-01-01T00:00Z")]
    [InlineData("30 * * * *", "2026-12-31T23:30Z", "2027-01-01T00:30Z")]
    public void The_next_time_is_the_first_that_fits(string expression, string after, string next)
        => Assert.Equal(DateTimeOffset.Parse(next), Schedule.Parse(expression, "UTC", TimeZoneCatalog.Default).NextAfter(DateTimeOffset.Parse(after), TimeZoneCatalog.Default));

    [Fact]
    public void Near_the_end_of_time_nothing_comes_any_more()
        => Assert.Null(Schedule.Parse("0 0 1 1 *", "UTC", TimeZoneCatalog.Default).NextAfter(new DateTimeOffset(9999, 6, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneCatalog.Default));

    private static Schedule Parse(string text) => Schedule.Parse(text, "UTC", TimeZoneCatalog.Default);
}

using Restoration.Formats.Recurrence;

namespace Restoration.Formats.Tests.Recurrence;

public class CalendarLengthTests
{
    [Theory]
    [InlineData("P1D", 1, 0)]
    [InlineData("PT24H", 0, 86_400)]
    [InlineData("P1W", 7, 0)]
    [InlineData("PT1W", 7, 0)]
    [InlineData("P1W6DT15H", 13, 54_000)]
    [InlineData("P15DT5H0M20S", 15, 18_020)]
    [InlineData("p1dt1h", 1, 3_600)]
    [InlineData("+PT1H30M", 0, 5_400)]
    [InlineData(" PT0S ", 0, 0)]
    [InlineData("-P1D", 0, 0)]
    [InlineData("PT90M", 0, 5_400)]
    public void Days_are_days_and_hours_are_hours(string text, int days, long seconds)
    {
        Assert.True(CalendarLength.TryParse(text, out CalendarLength length));
        Assert.Equal(new CalendarLength(days, seconds * TimeSpan.TicksPerSecond), length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("1D")]
    [InlineData("P1")]
    [InlineData("PTH")]
    [InlineData("P1Y")]
    [InlineData("PT1H30")]
    [InlineData("PT1.5H")]
    [InlineData("--P1D x")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(CalendarLength.TryParse(text, out _));
}

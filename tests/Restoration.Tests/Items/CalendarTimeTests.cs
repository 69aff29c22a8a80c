using Restoration.Items;

namespace Restoration.Tests.Items;

public sealed class CalendarTimeTests
{
    private static readonly DateTime Nine = new(2026, 11, 3, 9, 0, 0);

    public static TheoryData<CalendarTime, string, string?> Times => new()
    {
        { CalendarTime.OfDate(new DateOnly(2026, 11, 3)), "2026-11-03", null },
        { CalendarTime.OfFloating(Nine), "2026-11-03T09:00:00", null },
        { CalendarTime.OfUtc(Nine), "2026-11-03T09:00:00Z", "2026-11-03T09:00:00" },
        { CalendarTime.OfZone(Nine, TimeSpan.FromHours(1), "W. Europe Standard Time", "Europe/Berlin"), "2026-11-03T09:00:00+01:00", "2026-11-03T08:00:00" },
        { CalendarTime.OfZone(Nine, TimeSpan.FromHours(-9.5), "Pacific/Marquesas", "Pacific/Marquesas"), "2026-11-03T09:00:00-09:30", "2026-11-03T18:30:00" },
        { CalendarTime.OfZone(Nine, null, "Nowhere", null), "2026-11-03T09:00:00", null },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void Is_written_as_what_it_is(CalendarTime time, string text, string? instant)
    {
        Assert.Equal(text, time.ToString());
        Assert.Equal(instant, time.Instant?.ToString("yyyy-MM-dd'T'HH:mm:ss"));
    }

    [Theory]
    [MemberData(nameof(Times))]
    public void Is_read_back_as_the_same_moment(CalendarTime time, string text, string? instant)
    {
        Assert.True(CalendarTime.TryParse(text, out CalendarTime read));
        Assert.Equal((time.Local, time.SortKey), (read.Local, read.SortKey));
        Assert.Equal(instant is null, read.Instant is null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-31")]
    [InlineData("20261103T090000Z")]
    [InlineData("2026-11-03 09:00:00")]
    [InlineData("2026-11-03T24:00:00Z")]
    [InlineData("2026-11-03T09:60:00Z")]
    [InlineData("2026-13-03T09:00:00Z")]
    [InlineData("2026-02-29T09:00:00Z")]
    [InlineData("0000-01-01T09:00:00Z")]
    [InlineData("-026-11-03T09:00:00Z")]
    [InlineData("2026-11-03T09:00:0xZ")]
    [InlineData("2026-11-03T09:00:00X")]
    public void Refuses_what_it_did_not_write(string? text) => Assert.False(CalendarTime.TryParse(text, out _));
}

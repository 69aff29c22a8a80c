using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

public class SeriesWindowTests
{
    [Theory]
    [InlineData("20250311T000000Z", "20250312T000000Z", "20250311T090000Z")]
    [InlineData("20250311T093000Z", "20250311T094500Z", "20250311T090000Z")] // in the middle of one
    [InlineData("20250311T100000Z", "20250312T090000Z", "")] // both ends are free
    [InlineData("20250311T095959Z", "20250312T090001Z", "20250311T090000Z 20250312T090000Z")]
    [InlineData("20250301T000000Z", "20250310T090000Z", "")]
    [InlineData("20250311T093000Z", "20250311T093000Z", "")] // an empty window
    [InlineData("20250312T000000Z", "20250311T000000Z", "")] // the wrong way round
    [InlineData("00010101T000000Z", "20250310T090001Z", "20250310T090000Z")]
    [InlineData("20250314T100000Z", "99991231T235959Z", "")]
    public void A_window_is_half_open_and_sees_whatever_overlaps_it(string from, string to, string expected)
    {
        Series series = Written.Recurring("20250310T090000Z", "FREQ=DAILY;COUNT=5").Until("20250310T100000Z").Series();
        string[] starts = [.. series.Occurrences(Written.Instant(from), Written.Instant(to)).Select(item => Written.Clock(item.Start))];

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), starts);
        Assert.Equal(starts.Length > 0, series.Overlaps(Written.Instant(from), Written.Instant(to)));
    }

    [Theory]
    [InlineData("20250310T090000Z", true)]
    [InlineData("20250310T085959Z", true)]
    [InlineData("20250310T090001Z", false)]
    public void What_has_no_length_counts_where_it_starts(string from, bool expected)
    {
        Series series = new Appointment { Start = Written.Time("20250310T090000Z") }.Series();

        Assert.Equal(expected, series.Overlaps(Written.Instant(from), Written.Instant(from).AddHours(1)));
    }

    [Theory]
    [InlineData("20250310", null, "20250310T230000Z", true)]
    [InlineData("20250310", null, "20250311T000000Z", false)]
    [InlineData("20250310", "20250313", "20250312T230000Z", true)]
    [InlineData("20250310", "20250310", "20250310T230000Z", true)] // a day that ends as it begins is a day
    [InlineData("20250310T090000Z", "20250309T090000Z", "20250309T100000Z", false)] // an end before the start is none
    public void A_single_appointment_lasts_as_long_as_it_says(string start, string? end, string at, bool expected)
    {
        Appointment appointment = new() { Start = Written.Time(start), End = end is null ? null : Written.Time(end) };

        Assert.Equal(expected, appointment.Series().Overlaps(Written.Instant(at), Written.Instant(at).AddSeconds(1)));
    }

    [Theory]
    [InlineData("20250310T090000Z", "FREQ=DAILY;COUNT=5", "20250314T093000Z")]
    [InlineData("20250310T090000Z", "FREQ=DAILY;UNTIL=20250314T080000Z", "20250313T093000Z")]
    [InlineData("20250310T090000Z", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "20250530T093000Z")]
    [InlineData("20250310T090000Z", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20400101T000000Z", "20360229T093000Z")]
    [InlineData("20250310T090000Z", "FREQ=HOURLY;INTERVAL=5;COUNT=1000", "20251004T123000Z")]
    [InlineData("20250310T090000Z", "FREQ=SECONDLY;COUNT=1000000000", "20561116T111639Z")]
    [InlineData("20250310T090000Z", "FREQ=MINUTELY;BYHOUR=9;BYDAY=MO;COUNT=61", "20250317T093000Z")]
    [InlineData("20250310T090000Z", "FREQ=DAILY;COUNT=2000000000", null)]
    [InlineData("20250310T090000Z", "FREQ=DAILY", null)]
    [InlineData("20250310T090000Z", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", "20250310T093000Z")] // never: it ends with its start
    public void The_last_end_is_known_without_stepping_there(string start, string rule, string? expected)
    {
        Appointment appointment = Written.Recurring(start, rule) with { Duration = "PT30M" };

        Assert.Equal(expected is null ? null : Written.Instant(expected), appointment.Series().FindLastEnd());
    }

    [Fact]
    public void The_last_end_is_that_of_the_last_that_was_not_deleted()
    {
        Appointment appointment = Written.Recurring("20250310T090000Z", "FREQ=DAILY;COUNT=5").Except("20250314", "20250313T090000Z");

        Assert.Equal(Written.Instant("20250312T090000Z"), appointment.Series().FindLastEnd());
    }

    [Fact]
    public void The_end_of_time_ends_every_series_without_a_fuss()
    {
        Appointment appointment = Written.Recurring("America/New_York:99981231T230000", "FREQ=YEARLY").Until("America/New_York:99990101T020000");

        Assert.Equal(["99981231T230000", "99991231T230000"], appointment.Series().Starts());
        Assert.All(appointment.Series().Occurrences(), item => Assert.NotNull(item.End.Instant));
    }

    [Fact]
    public void The_beginning_of_time_begins_a_series_without_a_fuss()
    {
        Appointment appointment = Written.Recurring("Asia/Tokyo:00010101T000000", "FREQ=WEEKLY;BYDAY=SU,MO;WKST=SU;COUNT=3").Until("Asia/Tokyo:00010101T010000");

        Assert.Equal(["00010101T000000", "00010107T000000", "00010108T000000"], appointment.Series().Starts());
        Assert.True(appointment.Series().Overlaps(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddDays(1)));
    }

    [Fact]
    public void An_unknown_zone_keeps_its_readings()
    {
        Appointment appointment = new()
        {
            Start = CalendarTime.OfZone(new DateTime(2025, 3, 10, 9, 0, 0), null, "Customized Time Zone", null),
            Recurrence = new Items.Recurrence { Rules = ["FREQ=DAILY;COUNT=2"] },
        };
        Occurrence last = appointment.Series().Occurrences().Last();

        Assert.Equal("20250311T090000", Written.Clock(last.Start));
        Assert.Equal("Customized Time Zone", last.Start.TimeZone);
        Assert.Null(last.Start.Offset);
    }

    [Fact]
    public void Fractions_of_a_second_stay()
    {
        DateTime start = new DateTime(2025, 3, 10, 9, 0, 0).AddTicks(1_234_567);
        Appointment appointment = new() { Start = CalendarTime.OfUtc(start), Recurrence = new Items.Recurrence { Rules = ["FREQ=DAILY;COUNT=2"] } };

        Assert.Equal([start, start.AddDays(1)], appointment.Series().Occurrences().Select(item => item.Start.Local));
    }
}

using Restoration.Formats.Recurrence;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>What RFC 5545 leaves open, and what is made of it here.</summary>
public class OpenQuestionsTests
{
    [Theory]
    [InlineData("20241231", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU;INTERVAL=3;UNTIL=20320101", "20241231 20280103 20280104 20301230 20301231")]
    [InlineData("20270103", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;INTERVAL=6;COUNT=1", "20931231")]
    [InlineData("20270103", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;INTERVAL=5;COUNT=1", "20321230")]
    [InlineData("20270103", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU;COUNT=2", "20270103 20330102")]
    public void The_year_of_the_week_counts_where_the_rule_names_the_start(string start, string rule, string expected)
        => Assert.Equal(expected.Split(' '), Written.Recurring(start, rule).Series().Starts());

    [Theory]
    [InlineData("19971231", "FREQ=YEARLY;INTERVAL=4;BYMONTH=1,7,2;BYWEEKNO=1,-2;BYDAY=MO;UNTIL=20061231", "20010101 20050103")]
    [InlineData("19991231", "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYWEEKNO=1;BYDAY=MO;UNTIL=20111231", "20010101 20050103 20070101 20110103")]
    [InlineData("19971231", "FREQ=YEARLY;BYMONTH=1;BYWEEKNO=1;BYDAY=MO;UNTIL=20061231", "19990104 20000103 20010101 20050103 20060102")]
    public void Elsewhere_the_year_counts_that_is_written_in_the_start(string start, string rule, string expected)
        => Assert.Equal(expected.Split(' '), Written.Recurring(start, rule).Series().Starts());

    [Theory]
    [InlineData("20261103", "FREQ=WEEKLY;BYDAY=TU", true)]
    [InlineData("20261103", "FREQ=WEEKLY;BYDAY=MO", false)]
    [InlineData("Europe/Berlin:20261103T090000", "FREQ=DAILY;BYHOUR=9", true)]
    [InlineData("Europe/Berlin:20261103T090000", "FREQ=DAILY;BYHOUR=8", false)]
    [InlineData("20261103", "no rule", true)]
    public void A_start_that_its_rule_does_not_name_is_no_occurrence(string start, string rule, bool isNamed)
    {
        Series series = Written.Recurring(start, rule).Series();

        Assert.Equal(isNamed, series.NamesStart);
        Assert.Equal(isNamed, series.Starts(1).Single() == start[(start.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void A_start_that_its_rule_does_not_name_is_reported()
    {
        IcsFile file = IcsFile.ReadEvent("DTSTART:20261103T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO");

        Assert.Equal(("RFC 5545 §3.8.5.3", 4L), (Assert.Single(file.Findings).Rule, file.Findings[0].Line!.Value));
    }

    [Fact]
    public void A_start_that_a_date_names_is_an_occurrence()
        => Assert.True(Written.Recurring("20261103", "FREQ=WEEKLY;BYDAY=MO").Also("20261103").Series().NamesStart);

    [Fact]
    public void Another_calendar_is_read_as_ours_and_reported()
    {
        IcsFile file = IcsFile.ReadEvent("DTSTART:20260217T090000Z", "RRULE:RSCALE=CHINESE;FREQ=YEARLY;COUNT=2");

        Assert.Contains("CHINESE", Assert.Single(file.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2027, 2, 17, 9, 0, 0, TimeSpan.Zero), file.Single.SeriesEnd);
    }
}

using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

public class RuleReadingTests
{
    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=FR,MO,MO", "FREQ=WEEKLY;BYDAY=MO,FR")]
    [InlineData("byday=mo;freq=weekly", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData(" FREQ = DAILY ; COUNT = 3 ; ", "FREQ=DAILY;COUNT=3")]
    [InlineData("RRULE:FREQ=DAILY", "FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=1;WKST=SU;COUNT=2;BYDAY=MO;", "FREQ=WEEKLY;COUNT=2;BYDAY=MO")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("FREQ=YEARLY;WKST=SU;BYWEEKNO=20", "FREQ=YEARLY;BYWEEKNO=20;WKST=SU")]
    [InlineData("FREQ=MONTHLY;BYDAY=+2TU, -1MO ,MO", "FREQ=MONTHLY;BYDAY=-1MO,MO,2TU")]
    [InlineData("FREQ=YEARLY;BYMONTH=12,1,+3;BYMONTHDAY=-1,31,1", "FREQ=YEARLY;BYMONTH=1,3,12;BYMONTHDAY=-1,1,31")]
    [InlineData("FREQ=DAILY;UNTIL=19971224T000000Z", "FREQ=DAILY;UNTIL=19971224T000000Z")]
    [InlineData("FREQ=DAILY;UNTIL=19971224T000000", "FREQ=DAILY;UNTIL=19971224T000000")]
    [InlineData("FREQ=DAILY;UNTIL=19971224", "FREQ=DAILY;UNTIL=19971224")]
    [InlineData("FREQ=DAILY;UNTIL=1997-12-24T00:00:00Z", "FREQ=DAILY;UNTIL=19971224T000000Z")]
    [InlineData("FREQ=DAILY;UNTIL=1997-12-24", "FREQ=DAILY;UNTIL=19971224")]
    [InlineData("FREQ=DAILY;RSCALE=Gregorian;SKIP=OMIT", "FREQ=DAILY")]
    [InlineData(
        "BYSETPOS=-1;BYSECOND=1;BYMINUTE=2;BYHOUR=3;BYMONTHDAY=4;BYYEARDAY=5;BYWEEKNO=6;BYMONTH=7;BYDAY=SU;WKST=SU;UNTIL=20300101;INTERVAL=2;FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=2;UNTIL=20300101;BYMONTH=7;BYWEEKNO=6;BYYEARDAY=5;BYMONTHDAY=4;BYDAY=SU;BYHOUR=3;BYMINUTE=2;BYSECOND=1;BYSETPOS=-1;WKST=SU")]
    [InlineData("FREQ=DAILY;COUNT=99999999999", "FREQ=DAILY;COUNT=2147483647")]
    public void Equal_rules_have_one_canonical_form_and_it_reads_back(string text, string canonical)
    {
        RecurrenceRule rule = Read(text);

        Assert.Equal(canonical, rule.ToCanonical());
        Assert.Equal(canonical, Read(canonical).ToCanonical());
        Assert.Empty(rule.Remarks);
    }

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY")]
    [InlineData("FREQ=DAILY;COUNT=0", "FREQ=DAILY")]
    [InlineData("FREQ=DAILY;COUNT=-1", "FREQ=DAILY")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO,SA", "FREQ=MONTHLY;BYDAY=SA")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO,2MO", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("FREQ=DAILY;X-MOON=FULL", "FREQ=DAILY")]
    [InlineData("FREQ=DAILY;NONSENSE", "FREQ=DAILY")]
    [InlineData("FREQ=DAILY;BYEASTER=1", "FREQ=DAILY")]
    [InlineData("FREQ=DAILY;SKIP=FORWARD", "FREQ=DAILY")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20300101", "FREQ=DAILY;COUNT=2;UNTIL=20300101")]
    public void What_means_nothing_is_passed_over_with_a_remark(string text, string canonical)
    {
        RecurrenceRule rule = Read(text);

        Assert.Equal(canonical, rule.ToCanonical());
        Assert.NotEmpty(rule.Remarks);
    }

    [Theory]
    [InlineData("D1 #10", "FREQ=DAILY;COUNT=10")]
    [InlineData("D2 #0", "FREQ=DAILY;INTERVAL=2")]
    [InlineData("D1 19971224T000000Z", "FREQ=DAILY;UNTIL=19971224T000000Z")]
    [InlineData("w2 mo we fr #8", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=MO,WE,FR")]
    [InlineData("W1 TU$ TH$ 19971007", "FREQ=WEEKLY;UNTIL=19971007;BYDAY=TU,TH")]
    [InlineData("MP1 1+ FR #10", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR")]
    [InlineData("MP2 1+ SU 1- SU #10", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=-1SU,1SU")]
    [InlineData("MD1 2 15 #10", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15")]
    [InlineData("MD1 1+ LD 3- #0", "FREQ=MONTHLY;BYMONTHDAY=-3,-1,1")]
    [InlineData("YM1 6 7 #10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7")]
    [InlineData("YD3 1 100 200 #10", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200")]
    [InlineData("W1", "FREQ=WEEKLY;COUNT=2")]
    public void A_rule_of_vCalendar_is_read_as_what_it_means(string text, string canonical) => Assert.Equal(canonical, Read(text).ToCanonical());

    [Theory]
    [InlineData("")]
    [InlineData("D")]
    [InlineData("Dx #3")]
    [InlineData("M5 #3")]
    [InlineData("D1 #x")]
    [InlineData("W1 XX #3")]
    [InlineData("MD1 99 #3")]
    [InlineData(";;;")]
    [InlineData("COUNT=3")]
    [InlineData("FREQ=")]
    [InlineData("FREQ=FORTNIGHTLY")]
    [InlineData("FREQ=4")]
    [InlineData("FREQ=DAILY,WEEKLY")]
    [InlineData("FREQ=DAILY;INTERVAL=two")]
    [InlineData("FREQ=DAILY;COUNT=1.5")]
    [InlineData("FREQ=DAILY;UNTIL=")]
    [InlineData("FREQ=DAILY;UNTIL=20300230")]
    [InlineData("FREQ=DAILY;UNTIL=00000101")]
    [InlineData("FREQ=DAILY;UNTIL=20300101T250000Z")]
    [InlineData("FREQ=DAILY;UNTIL=2030010")]
    [InlineData("FREQ=DAILY;WKST=XX")]
    [InlineData("FREQ=DAILY;BYHOUR=24")]
    [InlineData("FREQ=DAILY;BYMINUTE=60")]
    [InlineData("FREQ=DAILY;BYSECOND=61")]
    [InlineData("FREQ=DAILY;BYSECOND=-1")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=367")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=-367")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=54")]
    [InlineData("FREQ=YEARLY;BYMONTH=13")]
    [InlineData("FREQ=YEARLY;BYMONTH=1,,x")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO=")]
    [InlineData("FREQ=WEEKLY;BYDAY=MONDAY")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=99999999999MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=M")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=0")]
    public void What_cannot_be_meant_is_refused_with_a_reason(string text)
    {
        Assert.False(RecurrenceRule.TryParse(text, out RecurrenceRule? rule, out string? error));
        Assert.Null(rule);
        Assert.False(string.IsNullOrWhiteSpace(error));
    }

    [Fact]
    public void A_rule_as_long_as_a_book_is_refused()
    {
        string text = "FREQ=DAILY;BYHOUR=" + string.Join(',', Enumerable.Repeat("1", 100_000));

        Assert.False(RecurrenceRule.TryParse(text, out _, out _));
    }

    [Fact]
    public void The_parts_are_there_by_name()
    {
        RecurrenceRule rule = Read("FREQ=MONTHLY;INTERVAL=3;COUNT=7;BYDAY=-1FR;BYHOUR=9,8;BYMONTH=2;WKST=SU");

        Assert.Equal(Frequency.Monthly, rule.Frequency);
        Assert.Equal(3, rule.Interval);
        Assert.Equal(7, rule.Count);
        Assert.Equal([new WeekdayOrdinal(-1, DayOfWeek.Friday)], rule.ByDay);
        Assert.Equal([8, 9], rule.ByHour);
        Assert.Equal([2], rule.ByMonth);
        Assert.Equal(DayOfWeek.Sunday, rule.WeekStart);
    }

    [Theory]
    [InlineData("20300101", TimeKind.Date)]
    [InlineData("20300101T000000", TimeKind.Floating)]
    [InlineData("20300101T000000Z", TimeKind.Utc)]
    [InlineData("20300101T000000z", TimeKind.Utc)]
    public void The_end_keeps_the_type_that_it_was_written_in(string until, TimeKind kind)
    {
        Assert.Equal(kind, Read($"FREQ=DAILY;UNTIL={until}").Until!.Value.Kind);
    }

    private static RecurrenceRule Read(string text)
    {
        Assert.True(RecurrenceRule.TryParse(text, out RecurrenceRule? rule, out string? error), error);
        return rule;
    }
}

using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>RDATE, EXDATE, EXRULE and UNTIL of every type on starts of every type.</summary>
public class SeriesDatesTests
{
    [Theory]
    [InlineData("Europe/Berlin:20250310T090000", "Europe/Berlin:20250311T090000", "20250310T090000 20250312T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "20250311T080000Z", "20250310T090000 20250312T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "America/New_York:20250311T040000", "20250310T090000 20250312T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "20250311T090000", "20250310T090000 20250312T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "20250311", "20250310T090000 20250312T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "20250311T090000Z", "20250310T090000 20250311T090000 20250312T090000")]
    [InlineData("20250310T090000Z", "Europe/Berlin:20250311T100000", "20250310T090000Z 20250312T090000Z")]
    [InlineData("20250310T090000", "20250311T090000", "20250310T090000 20250312T090000")]
    [InlineData("20250310T090000", "20250311", "20250310T090000 20250312T090000")]
    [InlineData("20250310", "20250311", "20250310 20250312")]
    [InlineData("20250310", "20250311T000000", "20250310 20250312")]
    [InlineData("20250310", "20250311T235900", "20250310 20250312")]
    public void An_exception_of_any_type_takes_out_what_it_names(string start, string exception, string expected)
    {
        Appointment appointment = Written.Recurring(start, "FREQ=DAILY;COUNT=3").Except(exception);

        Assert.Equal(expected.Split(' '), appointment.Series().Starts());
    }

    [Fact]
    public void A_date_takes_out_everything_of_that_day()
    {
        Appointment appointment = Written.Recurring("Europe/Berlin:20250310T000000", "FREQ=HOURLY;INTERVAL=6;COUNT=9").Except("20250311");

        Assert.Equal(
            ["20250310T000000", "20250310T060000", "20250310T120000", "20250310T180000", "20250312T000000"],
            appointment.Series().Starts());
    }

    [Theory]
    [InlineData("Europe/Berlin:20250310T090000", "20250320T080000Z", "20250310T090000 20250320T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "20250320", "20250310T090000 20250320T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "20250320T113000", "20250310T090000 20250320T113000")]
    [InlineData("Europe/Berlin:20250310T090000", "America/New_York:20250320T070000", "20250310T090000 20250320T120000")]
    [InlineData("Europe/Berlin:20250310T090000", "Europe/Berlin:20250301T090000", "20250301T090000 20250310T090000")]
    [InlineData("Europe/Berlin:20250310T090000", "Europe/Berlin:20250310T090000", "20250310T090000")]
    [InlineData("20250310", "20250320", "20250310 20250320")]
    [InlineData("20250310", "20250320T090000", "20250310 20250320")]
    [InlineData("20250310T090000", "20250320T090000Z", "20250310T090000 20250320T090000")]
    public void Without_a_rule_the_start_is_an_occurrence_beside_the_dates(string start, string date, string expected)
    {
        Appointment appointment = new Appointment { Start = Written.Time(start) }.Also(date);

        Assert.Equal(expected.Split(' '), appointment.Series().Starts());
    }

    [Fact]
    public void A_date_that_a_rule_names_too_is_one_occurrence()
    {
        Appointment appointment = Written.Recurring("20250310T090000Z", "FREQ=DAILY;COUNT=3").Also("20250311T090000Z", "20250311T150000Z");

        Assert.Equal(["20250310T090000Z", "20250311T090000Z", "20250311T150000Z", "20250312T090000Z"], appointment.Series().Starts());
    }

    [Fact]
    public void A_period_has_its_own_end()
    {
        Appointment appointment = new()
        {
            Start = Written.Time("20250310T090000Z"),
            End = Written.Time("20250310T100000Z"),
            Recurrence = new Items.Recurrence
            {
                Rules = ["FREQ=DAILY;COUNT=2"],
                Periods = [new RecurrencePeriod(Written.Time("20250320T090000Z"), Written.Time("20250320T170000Z"))],
            },
        };

        Assert.Equal(["20250310T100000Z", "20250311T100000Z", "20250320T170000Z"], Ends(appointment));
        Assert.Equal(Written.Instant("20250320T170000Z"), appointment.Series().FindLastEnd());
        Assert.True(appointment.Series().Overlaps(Written.Instant("20250320T160000Z"), Written.Instant("20250320T163000Z")));
    }

    [Fact]
    public void Several_rules_are_one_series_in_order()
    {
        Appointment appointment = Written.Recurring("20250303T090000", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4");

        Assert.Equal(["20250303T090000", "20250306T090000", "20250310T090000", "20250313T090000", "20250317T090000"], appointment.Series().Starts());
    }

    [Fact]
    public void An_exception_rule_takes_out_what_it_names()
    {
        Appointment appointment = Written.Recurring("20250303T090000", "FREQ=DAILY;COUNT=8");
        appointment = appointment with { Recurrence = appointment.Recurrence! with { ExceptionRules = ["FREQ=WEEKLY;BYDAY=SA,SU"] } };

        Assert.Equal(
            ["20250303T090000", "20250304T090000", "20250305T090000", "20250306T090000", "20250307T090000", "20250310T090000"],
            appointment.Series().Starts());
    }

    [Theory]
    [InlineData("Europe/Berlin:20250310T090000", "20250312T080000Z", 3)] // 09:00 in Berlin, inclusive
    [InlineData("Europe/Berlin:20250310T090000", "20250312T075959Z", 2)]
    [InlineData("Europe/Berlin:20250310T090000", "20250312T090000", 3)]
    [InlineData("Europe/Berlin:20250310T090000", "20250312T085959", 2)]
    [InlineData("Europe/Berlin:20250310T090000", "20250312", 3)] // all of that day
    [InlineData("Pacific/Auckland:20250310T090000", "20250312", 3)] // by the clock of the series, where UTC is a day behind
    [InlineData("20250310T090000Z", "20250312T090000", 3)]
    [InlineData("20250310T090000", "20250312T090000Z", 3)]
    [InlineData("20250310T090000", "20250312", 3)]
    [InlineData("20250310", "20250312", 3)]
    [InlineData("20250310", "20250312T000000Z", 3)]
    [InlineData("20250310", "20250311T230000Z", 2)]
    [InlineData("20250310", "20250309", 0)]
    public void The_end_of_a_rule_counts_whatever_its_type(string start, string until, int count)
    {
        Assert.Equal(count, Written.Recurring(start, $"FREQ=DAILY;UNTIL={until}").Series().Starts().Count());
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "20250310T090000", "20250613T090000 20260213T090000")]
    [InlineData("FREQ=WEEKLY;BYDAY=WE;COUNT=2", "20250310T090000", "20250312T090000 20250319T090000")]
    public void A_start_that_its_rule_does_not_name_is_neither_shown_nor_counted(string rule, string start, string expected)
    {
        Assert.Equal(expected.Split(' '), Written.Recurring(start, rule).Series().Starts());
    }

    [Fact]
    public void Times_of_day_do_not_count_on_days()
    {
        Assert.Equal(["20250310", "20250312", "20250314"], Written.Recurring("20250310", "FREQ=DAILY;INTERVAL=2;BYHOUR=9,10;BYMINUTE=30;COUNT=3").Series().Starts());
        Assert.Equal(["20250310", "20250311", "20250312"], Written.Recurring("20250310", "FREQ=HOURLY;COUNT=3").Series().Starts());
    }

    [Fact]
    public void A_rule_that_cannot_be_read_leaves_the_start_and_a_remark()
    {
        Series series = Written.Recurring("20250310T090000", "FREQ=NEVER").Series();

        Assert.Equal(["20250310T090000"], series.Starts());
        Assert.Single(series.Remarks);
    }

    [Fact]
    public void An_appointment_without_a_start_has_no_occurrences()
    {
        Series series = new Appointment { Recurrence = new Items.Recurrence { Rules = ["FREQ=DAILY"] } }.Series();

        Assert.Empty(series.Occurrences());
        Assert.False(series.Overlaps(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Null(series.FindLastEnd());
    }

    private static IEnumerable<string> Ends(Appointment appointment)
        => appointment.Series().Occurrences().Select(occurrence => Written.Clock(occurrence.End));
}

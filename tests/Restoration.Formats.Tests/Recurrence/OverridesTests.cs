using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

public class OverridesTests
{
    private static readonly Appointment Daily = Written.Recurring("Europe/Berlin:20250310T090000", "FREQ=DAILY;COUNT=5").Until("Europe/Berlin:20250310T100000");

    [Theory]
    [InlineData("Europe/Berlin:20250312T090000")]
    [InlineData("20250312T080000Z")]
    [InlineData("America/New_York:20250312T040000")]
    [InlineData("20250312T090000")]
    [InlineData("20250312")]
    public void An_override_takes_the_place_of_its_occurrence(string id)
    {
        Series series = Daily.Series(Written.Override(id, "Europe/Berlin:20250312T140000", "Europe/Berlin:20250312T160000", "moved"));
        Occurrence[] all = [.. series.Occurrences()];

        Assert.Equal(["20250310T090000", "20250311T090000", "20250312T140000", "20250313T090000", "20250314T090000"], all.Select(item => Written.Clock(item.Start)));
        Assert.Equal([false, false, true, false, false], all.Select(item => item.IsOverridden));
        Assert.Equal("moved", all[2].Override!.Subject);
        Assert.Equal("20250312T160000", Written.Clock(all[2].End));
        Assert.Equal(Written.Time(id), all[2].RecurrenceId);
        Assert.Equal(all[1].Start, all[1].RecurrenceId);
    }

    [Fact]
    public void A_moved_occurrence_stands_where_it_moved_to()
    {
        Series series = Daily.Series(Written.Override("20250310T080000Z", "Europe/Berlin:20250313T180000", "Europe/Berlin:20250313T190000"));

        Assert.Equal(["20250311T090000", "20250312T090000", "20250313T090000", "20250313T180000", "20250314T090000"], series.Starts());
    }

    [Fact]
    public void An_override_of_nothing_appears_all_the_same()
    {
        Series series = Daily.Series(Written.Override("20250401T080000Z", "Europe/Berlin:20250402T090000", "Europe/Berlin:20250402T100000"));

        Assert.Equal("20250402T090000", series.Starts().Last());
        Assert.Equal(Written.Instant("20250402T080000Z"), series.FindLastEnd());
    }

    [Fact]
    public void A_deleted_occurrence_is_gone_with_its_override()
    {
        Series series = Daily.Except("20250312T080000Z").Series(Written.Override("20250312T080000Z", "Europe/Berlin:20250312T140000", "Europe/Berlin:20250312T150000"));

        Assert.Equal(["20250310T090000", "20250311T090000", "20250313T090000", "20250314T090000"], series.Starts());
    }

    [Fact]
    public void Of_two_versions_of_an_override_the_newer_counts()
    {
        Appointment older = Written.Override("20250312T080000Z", "Europe/Berlin:20250312T140000", "Europe/Berlin:20250312T150000") with { Sequence = 1 };
        Appointment newer = Written.Override("20250312T080000Z", "Europe/Berlin:20250312T170000", "Europe/Berlin:20250312T180000") with { Sequence = 2 };

        Assert.Contains("20250312T170000", Daily.Series(newer, older).Starts());
        Assert.Equal(5, Daily.Series(newer, older).Starts().Count());
    }

    [Fact]
    public void An_override_of_this_and_future_moves_all_that_follow()
    {
        Appointment later = Written.Override("20250312T080000Z", "Europe/Berlin:20250312T110000", "Europe/Berlin:20250312T130000") with { IsThisAndFuture = true };
        Occurrence[] all = [.. Daily.Series(later).Occurrences()];

        Assert.Equal(["20250310T090000", "20250311T090000", "20250312T110000", "20250313T110000", "20250314T110000"], all.Select(item => Written.Clock(item.Start)));
        Assert.Equal(["20250310T100000", "20250311T100000", "20250312T130000", "20250313T130000", "20250314T130000"], all.Select(item => Written.Clock(item.End)));
        Assert.Equal("20250313T090000", Written.Clock(all[3].RecurrenceId));
        Assert.All(all[2..], item => Assert.Same(later, item.Override));
    }

    [Fact]
    public void A_single_override_goes_before_one_of_this_and_future_and_a_later_one_before_an_earlier()
    {
        Appointment future = Written.Override("20250311T080000Z", "Europe/Berlin:20250311T110000", "Europe/Berlin:20250311T120000") with { IsThisAndFuture = true };
        Appointment single = Written.Override("20250312T080000Z", "Europe/Berlin:20250312T150000", "Europe/Berlin:20250312T160000");
        Appointment second = Written.Override("20250313T080000Z", "Europe/Berlin:20250313T070000", "Europe/Berlin:20250313T080000") with { IsThisAndFuture = true };

        Assert.Equal(
            ["20250310T090000", "20250311T110000", "20250312T150000", "20250313T070000", "20250314T070000"],
            Daily.Series(second, future, single).Starts());
    }

    [Fact]
    public void Occurrences_stay_in_order_where_the_future_moves_into_the_past()
    {
        Appointment earlier = Written.Override("20250313T080000Z", "Europe/Berlin:20250310T080000", "Europe/Berlin:20250310T083000") with { IsThisAndFuture = true };

        Assert.Equal(
            ["20250310T080000", "20250310T090000", "20250311T080000", "20250311T090000", "20250312T090000"],
            Daily.Series(earlier).Starts());
    }

    [Fact]
    public void A_window_sees_what_moved_into_it_and_not_what_moved_out()
    {
        Series series = Daily.Series(
            Written.Override("20250310T080000Z", "Europe/Berlin:20250413T090000", "Europe/Berlin:20250413T100000"),
            Written.Override("20250312T080000Z", "Europe/Berlin:20250414T090000", "Europe/Berlin:20250414T100000") with { IsThisAndFuture = true });

        Assert.Equal(
            ["20250413T090000", "20250414T090000", "20250415T090000"],
            series.Occurrences(Written.Instant("20250413T000000Z"), Written.Instant("20250416T000000Z")).Select(item => Written.Clock(item.Start)));
        Assert.False(series.Overlaps(Written.Instant("20250312T000000Z"), Written.Instant("20250410T000000Z")));
        Assert.Equal(Written.Instant("20250416T080000Z"), series.FindLastEnd());
    }

    [Fact]
    public void Overrides_without_a_start_or_an_id_are_passed_over()
    {
        Series series = Daily.Series(new Appointment { Start = Written.Time("20250401") }, new Appointment { RecurrenceId = Written.Time("20250312T080000Z") });

        Assert.Equal(5, series.Starts().Count());
    }

    [Fact]
    public void Days_are_overridden_by_days()
    {
        Series series = Written.Recurring("20250310", "FREQ=DAILY;COUNT=3").Series(Written.Override("20250311", "20250320", "20250322"));

        Assert.Equal(["20250310", "20250312", "20250320"], series.Starts());
    }
}

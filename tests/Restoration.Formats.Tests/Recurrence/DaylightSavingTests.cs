using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>
/// What becomes of occurrences where the clocks change (RFC 5545 §3.3.5, §3.8.5.3): a reading that a clock skips takes the offset
/// before the gap, one that comes twice is the first, and the next day is normal again.
/// </summary>
public class DaylightSavingTests
{
    public static TheoryData<string, string, string> Starts => new()
    {
        { "Europe/Berlin:20250329T023000", "FREQ=DAILY;COUNT=3", "2025-03-29T02:30:00+01:00 2025-03-30T03:30:00+02:00 2025-03-31T02:30:00+02:00" },
        { "Europe/Berlin:20251025T023000", "FREQ=DAILY;COUNT=3", "2025-10-25T02:30:00+02:00 2025-10-26T02:30:00+02:00 2025-10-27T02:30:00+01:00" },
        { "Europe/Berlin:20250323T090000", "FREQ=WEEKLY;COUNT=2", "2025-03-23T09:00:00+01:00 2025-03-30T09:00:00+02:00" },
        { "America/New_York:20250308T023000", "FREQ=DAILY;COUNT=3", "2025-03-08T02:30:00-05:00 2025-03-09T03:30:00-04:00 2025-03-10T02:30:00-04:00" },
        { "America/New_York:20251101T013000", "FREQ=DAILY;COUNT=3", "2025-11-01T01:30:00-04:00 2025-11-02T01:30:00-04:00 2025-11-03T01:30:00-05:00" },
        { "Australia/Lord_Howe:20251004T021500", "FREQ=DAILY;COUNT=3", "2025-10-04T02:15:00+10:30 2025-10-05T02:45:00+11:00 2025-10-06T02:15:00+11:00" },
        { "Australia/Lord_Howe:20250405T014500", "FREQ=DAILY;COUNT=3", "2025-04-05T01:45:00+11:00 2025-04-06T01:45:00+11:00 2025-04-07T01:45:00+10:30" },
        { "Asia/Kathmandu:19851231T000500", "FREQ=DAILY;COUNT=3", "1985-12-31T00:05:00+05:30 1986-01-01T00:20:00+05:45 1986-01-02T00:05:00+05:45" },
        { "Africa/Casablanca:20250405T023000", "FREQ=DAILY;COUNT=3", "2025-04-05T02:30:00+00:00 2025-04-06T03:30:00+01:00 2025-04-07T02:30:00+01:00" },

        // Samoa skipped 30 December 2011: the occurrence of that day and the one of the 31st are one.
        { "Pacific/Apia:20111229T090000", "FREQ=DAILY;COUNT=4", "2011-12-29T09:00:00-10:00 2011-12-31T09:00:00+14:00 2012-01-01T09:00:00+14:00" },

        // The clock on the wall recurs, also by the hour; 02:30 and 03:30 are one where the first does not exist.
        { "Europe/Berlin:20250330T003000", "FREQ=HOURLY;COUNT=5", "2025-03-30T00:30:00+01:00 2025-03-30T01:30:00+01:00 2025-03-30T03:30:00+02:00 2025-03-30T04:30:00+02:00" },
        { "Europe/Berlin:20250330T003000", "FREQ=HOURLY;INTERVAL=2;COUNT=3", "2025-03-30T00:30:00+01:00 2025-03-30T03:30:00+02:00 2025-03-30T04:30:00+02:00" },
        { "Europe/Berlin:20251026T013000", "FREQ=HOURLY;COUNT=3", "2025-10-26T01:30:00+02:00 2025-10-26T02:30:00+02:00 2025-10-26T03:30:00+01:00" },

        // What comes out of a gap takes its place among the others.
        {
            "Europe/Berlin:20250330T015000", "FREQ=MINUTELY;INTERVAL=25;COUNT=6",
            "2025-03-30T01:50:00+01:00 2025-03-30T03:05:00+02:00 2025-03-30T03:15:00+02:00 2025-03-30T03:30:00+02:00 2025-03-30T03:40:00+02:00 2025-03-30T03:55:00+02:00"
        },
        {
            "Europe/Berlin:20250330T023000", "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30;COUNT=5",
            "2025-03-30T03:00:00+02:00 2025-03-30T03:30:00+02:00 2025-03-31T02:00:00+02:00 2025-03-31T02:30:00+02:00"
        },
    };

    [Theory]
    [MemberData(nameof(Starts))]
    public void Occurrences_follow_the_clock_on_the_wall(string start, string rule, string expected)
    {
        // A DTSTART in a gap is itself one that a clock skips: it begins where the rule has it.
        Assert.Equal(expected.Split(' '), Written.Recurring(start, rule).Series().Occurrences().Select(occurrence => occurrence.Start.ToString()));
    }

    [Theory]
    [InlineData("20250329T120000", null, "P1D", "2025-03-30T12:00:00+02:00")] // a day of the calendar: 23 hours
    [InlineData("20250329T120000", null, "PT24H", "2025-03-30T13:00:00+02:00")] // 24 hours
    [InlineData("20250329T120000", null, "P1DT2H", "2025-03-30T14:00:00+02:00")]
    [InlineData("20250329T120000", null, "P1W", "2025-04-05T12:00:00+02:00")]
    [InlineData("20250329T120000", null, "PT1W", "2025-04-05T12:00:00+02:00")]
    [InlineData("20250329T230000", null, "PT8H", "2025-03-30T08:00:00+02:00")]
    [InlineData("20251025T120000", null, "P1D", "2025-10-26T12:00:00+01:00")]
    [InlineData("20251025T120000", null, "PT24H", "2025-10-26T11:00:00+01:00")]
    [InlineData("20250329T120000", null, "-PT1H", "2025-03-29T12:00:00+01:00")]
    public void A_duration_is_nominal_in_days_and_exact_in_hours(string start, string? end, string? duration, string expected)
    {
        Appointment appointment = Written.Recurring($"Europe/Berlin:{start}", "FREQ=DAILY;COUNT=1") with
        {
            End = end is null ? null : Written.Time(end),
            Duration = duration,
        };

        Assert.Equal(expected, Assert.Single(appointment.Series().Occurrences()).End.ToString());
    }

    [Fact]
    public void An_end_gives_every_occurrence_the_same_exact_length()
    {
        Appointment appointment = Written.Recurring("Europe/Berlin:20250322T120000", "FREQ=WEEKLY;COUNT=3").Until("Europe/Berlin:20250323T120000");

        Assert.Equal(
            ["2025-03-23T12:00:00+01:00", "2025-03-30T13:00:00+02:00", "2025-04-06T12:00:00+02:00"],
            appointment.Series().Occurrences().Select(occurrence => occurrence.End.ToString()));
    }

    [Fact]
    public void A_whole_day_in_a_zone_stays_a_whole_day()
    {
        Appointment appointment = Written.Recurring("Europe/Berlin:20250329T000000", "FREQ=DAILY;COUNT=3").Until("Europe/Berlin:20250330T000000") with { IsAllDay = true };

        Assert.Equal(
            ["2025-03-30T00:00:00+01:00", "2025-03-31T00:00:00+02:00", "2025-04-01T00:00:00+02:00"],
            appointment.Series().Occurrences().Select(occurrence => occurrence.End.ToString()));
    }

    [Fact]
    public void A_flight_ends_by_the_clock_of_where_it_lands()
    {
        Appointment appointment = Written.Recurring("Europe/Berlin:20250320T180000", "FREQ=WEEKLY;COUNT=2").Until("America/New_York:20250320T210000");

        Assert.Equal(
            ["2025-03-20T21:00:00-04:00", "2025-03-27T21:00:00-04:00"],
            appointment.Series().Occurrences().Select(occurrence => occurrence.End.ToString()));
    }

    [Fact]
    public void Seeking_into_the_hour_after_a_gap_finds_what_came_out_of_it()
    {
        Appointment appointment = Written.Recurring("Europe/Berlin:20200101T023000", "FREQ=DAILY");

        Assert.Equal("2025-03-30T03:30:00+02:00", appointment.Series().Occurrences(Written.Instant("20250330T012000Z")).First().Start.ToString());
    }
}

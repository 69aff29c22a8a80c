using System.Globalization;
using Restoration.Formats.Recurrence;
using Restoration.Items;

namespace Restoration.Formats.Tests.Recurrence;

/// <summary>
/// Rules that were made to keep a reader busy. Every question about them has to come back; the test run's patience is the limit,
/// which each of them would exceed by years if it were walked through.
/// </summary>
public class HostileRulesTests
{
    private const string AllSixty = "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,"
        + "30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59";

    public static TheoryData<string> Never => new()
    {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
        "FREQ=SECONDLY;INTERVAL=3600;BYMINUTE=1",
        "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=13",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=13",
        "FREQ=HOURLY;INTERVAL=168;BYDAY=TU",
        "FREQ=SECONDLY;INTERVAL=604800;BYDAY=TU",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=DAILY;BYSETPOS=2",
        "FREQ=SECONDLY;BYSETPOS=2",
        "FREQ=MINUTELY;BYSECOND=1,2;BYSETPOS=366",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=MO;BYHOUR=1,2,3,4,5,6,7,8,9,10;BYSETPOS=300",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=YEARLY;BYWEEKNO=10;BYDAY=2MO",
        "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=2",
        "FREQ=YEARLY;INTERVAL=100;BYYEARDAY=366;BYMONTH=12;BYDAY=1MO",
        "FREQ=SECONDLY;INTERVAL=2147483647;BYMONTH=2;BYMONTHDAY=30",
    };

    [Theory]
    [MemberData(nameof(Never))]
    public void A_rule_that_never_matches_ends(string rule)
    {
        // Monday, 9 March 2026.
        Series series = Written.Recurring("20260309T000000Z", rule).Series();

        Assert.Empty(series.Occurrences());
        Assert.False(series.Overlaps(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.True(series.FindLastEnd() is null || series.FindLastEnd() == Written.Instant("20260309T000000Z"));
    }

    public static TheoryData<string, string> FarAway => new()
    {
        { "FREQ=SECONDLY", "20990101T000000Z" },
        { "FREQ=SECONDLY;INTERVAL=86399", "20990101T034835Z" },
        { "FREQ=SECONDLY;COUNT=2147483647", "" },
        { "FREQ=MINUTELY;COUNT=2147483647", "20990101T000000Z" },
        { "FREQ=MINUTELY;BYHOUR=3;COUNT=2147483647", "20990101T030000Z" },
        { "FREQ=SECONDLY;INTERVAL=7;BYHOUR=9;COUNT=2147483647", "20990101T090006Z" },
        { "FREQ=DAILY;COUNT=2147483647", "20990101T000000Z" },
        { "FREQ=DAILY;BYDAY=MO;COUNT=2147483647", "20990105T000000Z" },
        { "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=2147483647", "20990105T000000Z" },
        { "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2147483647", "20990131T000000Z" },
        { "FREQ=YEARLY;INTERVAL=2147483647", "" },
        { "FREQ=DAILY;INTERVAL=2147483647", "" },
        { "FREQ=WEEKLY;INTERVAL=2147483647;COUNT=2147483647", "" },
        { "FREQ=MONTHLY;INTERVAL=2147483647;BYMONTHDAY=31", "" },
        { "FREQ=SECONDLY;INTERVAL=2147483647", "21040226T094221Z" },
        { $"FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE={AllSixty};BYSECOND={AllSixty};BYSETPOS=-1", "20990101T125959Z" },
        { $"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,12,23;BYMINUTE={AllSixty};BYSECOND={AllSixty};BYSETPOS=-1", "20991231T235959Z" },
    };

    [Theory]
    [MemberData(nameof(FarAway))]
    public void What_is_far_away_is_jumped_to(string rule, string expected)
    {
        Series series = Written.Recurring("19000101T000000Z", rule).Series();
        Occurrence? first = series.Occurrences(Written.Instant("20990101T000000Z")).FirstOrDefault();

        Assert.Equal(expected, first is null ? "" : Written.Clock(first.Start));
        Assert.Equal(expected.Length > 0, series.Overlaps(Written.Instant("20990101T000000Z"), Written.Instant("21100101T000000Z")));
        Assert.True(series.FindLastEnd() is null || series.FindLastEnd() >= Written.Instant("19000101T000000Z"));
    }

    [Fact]
    public void A_rule_and_its_exception_that_cancel_out_end()
    {
        Items.Appointment appointment = Written.Recurring("20260309T000000Z", "FREQ=SECONDLY");
        appointment = appointment with { Recurrence = appointment.Recurrence! with { ExceptionRules = ["FREQ=SECONDLY"] } };

        Assert.Empty(appointment.Series().Occurrences());
        Assert.False(appointment.Series().Overlaps(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Thousands_of_rules_dates_and_overrides_are_only_many()
    {
        Items.Appointment appointment = Written.Recurring("20260309T000000Z", [.. Enumerable.Range(0, 100).Select(rule => $"FREQ=DAILY;COUNT={20_000 - rule}")]);
        appointment = appointment with
        {
            Recurrence = appointment.Recurrence! with
            {
                Dates = [.. Enumerable.Range(0, 20_000).Select(day => Items.CalendarTime.OfUtc(new DateTime(2026, 3, 9).AddDays(day)))],
                ExceptionDates = [.. Enumerable.Range(0, 19_990).Select(day => Items.CalendarTime.OfUtc(new DateTime(2026, 3, 9).AddDays(day)))],
            },
        };
        Items.Appointment[] overrides =
        [
            .. Enumerable.Range(0, 500).Select(day => new DateTime(2026, 3, 9).AddDays(19_990 + (day % 10)).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture))
                .Select(id => Written.Override(id, id, id) with { IsThisAndFuture = true }),
        ];

        Assert.Equal(10, appointment.Series(overrides).Occurrences().Count());
    }

    [Theory]
    [InlineData("P99999999999999999999D")]
    [InlineData("PT99999999999999999999H")]
    [InlineData("P9999999W")]
    public void An_absurd_length_is_only_long(string duration)
    {
        Series series = (Written.Recurring("20260309T000000Z", "FREQ=DAILY;COUNT=2") with { Duration = duration }).Series();

        Assert.True(series.Overlaps(Written.Instant("99990101T000000Z"), Written.Instant("99990102T000000Z")));
        Assert.Equal(2, series.Occurrences().Count());
        Assert.Equal(9999, series.FindLastEnd()!.Value.Year);
    }
}

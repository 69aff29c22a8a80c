using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Formats.TimeZones;
using Restoration.Items;
using Restoration.Schedules;

namespace Restoration.Tests.Schedules;

/// <summary>Schedules where the clock is changed: by examples that people can check, and against the plainest definition.</summary>
public sealed class DaylightSavingTests
{
    private static readonly ITimeZoneCatalog Zones = TimeZoneCatalog.Default;

    // Moments in whose surroundings clocks were changed: by an hour, by half an hour, at midnight, by a whole day.
    private static readonly (string Zone, string Around)[] Changes =
    [
        ("Europe/Berlin", "2026-03-29"), ("Europe/Berlin", "2026-10-25"),
        ("America/New_York", "2026-03-08"), ("America/New_York", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-04-05"), ("Australia/Lord_Howe", "2026-10-04"),
        ("America/Havana", "2026-03-08"), ("America/Havana", "2024-11-03"),
        ("Asia/Beirut", "2026-03-29"), ("Pacific/Apia", "2011-12-30"), ("Asia/Kathmandu", "2026-03-29"),
    ];

    [Theory]
    // In Berlin the clock goes from 02:00 to 03:00 on 29 March 2026: what is due in the hour that is not comes at its end, once.
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-03-28T00:00Z", "2026-03-28T01:30Z 2026-03-29T01:00Z 2026-03-30T00:30Z")]
    [InlineData("Europe/Berlin", "*/20 2 * * *", "2026-03-28T01:30Z", "2026-03-28T01:40Z 2026-03-29T01:00Z 2026-03-30T00:00Z")]
    [InlineData("Europe/Berlin", "0 2,3 * * *", "2026-03-28T12:00Z", "2026-03-29T01:00Z 2026-03-30T00:00Z 2026-03-30T01:00Z")]
    [InlineData("Europe/Berlin", "0 * * * *", "2026-03-28T23:30Z", "2026-03-29T00:00Z 2026-03-29T01:00Z 2026-03-29T02:00Z")]
    [InlineData("Europe/Berlin", "30 * * * *", "2026-03-28T23:30Z", "2026-03-29T00:30Z 2026-03-29T01:30Z 2026-03-29T02:30Z")]
    // And from 03:00 back to 02:00 on 25 October: once a day stays once, every hour stays every hour.
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-10-24T12:00Z", "2026-10-25T00:30Z 2026-10-26T01:30Z 2026-10-27T01:30Z")]
    [InlineData("Europe/Berlin", "0 3 * * *", "2026-10-24T12:00Z", "2026-10-25T02:00Z 2026-10-26T02:00Z 2026-10-27T02:00Z")]
    [InlineData("Europe/Berlin", "0 * * * *", "2026-10-24T23:30Z", "2026-10-25T00:00Z 2026-10-25T01:00Z 2026-10-25T02:00Z")]
    [InlineData("Europe/Berlin", "*/30 * * * *", "2026-10-25T00:15Z", "2026-10-25T00:30Z 2026-10-25T01:00Z 2026-10-25T01:30Z")]
    [InlineData("America/New_York", "daily at 02:15", "2026-03-07T12:00Z", "2026-03-08T07:00Z 2026-03-09T06:15Z 2026-03-10T06:15Z")]
    [InlineData("America/New_York", "daily at 01:15", "2026-10-31T12:00Z", "2026-11-01T05:15Z 2026-11-02T06:15Z 2026-11-03T06:15Z")]
    // Half an hour, on an island.
    [InlineData("Australia/Lord_Howe", "15 2 * * *", "2026-10-03T00:00Z", "2026-10-03T15:30Z 2026-10-04T15:15Z 2026-10-05T15:15Z")]
    // Midnight is not there, and is there twice.
    [InlineData("America/Havana", "daily", "2026-03-07T12:00Z", "2026-03-08T05:00Z 2026-03-09T04:00Z 2026-03-10T04:00Z")]
    [InlineData("America/Havana", "daily at 00:30", "2024-11-02T12:00Z", "2024-11-03T04:30Z 2024-11-04T05:30Z 2024-11-05T05:30Z")]
    // A whole day was left out.
    [InlineData("Pacific/Apia", "weekly on friday at 12:00", "2011-12-24T00:00Z", "2011-12-30T10:00Z 2012-01-05T22:00Z 2012-01-12T22:00Z")]
    [InlineData("UTC", "30 2 * * *", "2026-03-29T00:00Z", "2026-03-29T02:30Z 2026-03-30T02:30Z 2026-03-31T02:30Z")]
    public void Nothing_is_left_out_and_nothing_comes_twice(string zone, string text, string after, string times)
    {
        Schedule schedule = Schedule.Parse(text, zone, Zones);
        DateTimeOffset time = Parse(after);
        foreach (string expected in times.Split(' '))
        {
            time = schedule.NextAfter(time, Zones)!.Value;
            Assert.Equal(Parse(expected), time);
        }
    }

    [Fact]
    public void Around_any_change_of_the_clock_the_times_are_those_of_the_definition()
    {
        Gen<string> minutes = Gen.Elements("0", "30", "15,45", "*/20", "7", "*");
        Gen<string> hours = Gen.Elements("*", "0", "2", "0-3", "1,2,3", "*/2", "23", "12");
        Gen<string> days = Gen.Elements("* * *", "* * 0", "29 * *", "L * *", "1,8,30 * fri");
        Arbitrary<(string Expression, (string Zone, string Around) Change)> all = (
            from minute in minutes
            from hour in hours
            from day in days
            from change in Gen.Elements(Changes)
            select ($"{minute} {hour} {day}", change)).ToArbitrary();

        Prop.ForAll(all, given =>
        {
            DateTimeOffset from = Parse($"{given.Change.Around}T00:00Z").AddDays(-2);
            DateTimeOffset to = from.AddDays(4);
            Schedule schedule = Schedule.Parse(given.Expression, given.Change.Zone, Zones);
            return Times(schedule, from, to).SequenceEqual(ScheduleByDefinition.Times(schedule, from, to, Zones));
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<DateTimeOffset> Times(Schedule schedule, DateTimeOffset from, DateTimeOffset to)
    {
        for (DateTimeOffset? time = schedule.NextAfter(from, Zones); time < to; time = schedule.NextAfter(time.Value, Zones))
        {
            yield return time.Value;
        }
    }

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class ZoneTests
{
    private static string[] Zone(string name, string rule = "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU") =>
    [
        "BEGIN:VTIMEZONE", "TZID:" + name, "X-ZONE:kept",
        "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0430", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0430", "TZOFFSETTO:+0530", rule, "END:DAYLIGHT",
        "END:VTIMEZONE",
    ];

    private static string[] Event(string uid, string start) => ["BEGIN:VEVENT", "UID:" + uid, "DTSTAMP:20261101T000000Z", start, "END:VEVENT"];

    private static IcsFile Read(params string[] lines) => IcsFile.Read(IcsFile.Lines(["BEGIN:VCALENDAR", .. lines, "END:VCALENDAR"]));

    [Theory]
    [InlineData("Customized Time Zone")]
    [InlineData("Customized\\, with a comma")]
    [InlineData("/example.org/Own Zone 1")]
    public void A_zone_that_only_the_file_knows_follows_its_own_rules(string name)
    {
        string parameter = '"' + name.Replace("\\", "", StringComparison.Ordinal) + '"';
        IcsFile file = Read([.. Zone(name), .. Event("w", $"DTSTART;TZID={parameter}:20261203T090000"), .. Event("s", $"DTSTART;TZID={parameter}:20260703T090000")]);
        Assert.Empty(file.Findings);
        Assert.Equal(["2026-12-03T09:00:00+04:30", "2026-07-03T09:00:00+05:30"], file.Items.Select(item => item.Start.ToString()));
        Assert.Null(file.Items[0].Start!.Value.IanaTimeZone);
        Assert.Equal([.. Zone(name), .. Event("w", $"DTSTART;TZID={parameter}:20261203T090000")], IcsFile.ContentOf(file.Items[0]));
    }

    [Fact]
    public void A_zone_that_the_world_knows_follows_its_rules_and_not_the_files()
    {
        IcsFile file = Read([.. Zone("W. Europe Standard Time"), .. Event("1", "DTSTART;TZID=W. Europe Standard Time:20260703T090000")]);
        Assert.Equal("2026-07-03T09:00:00+02:00", file.Single.Start.ToString());
        Assert.Equal("Europe/Berlin", file.Single.Start!.Value.IanaTimeZone);
        Assert.Equal("W. Europe Standard Time", file.Single.Start!.Value.TimeZone);
        Assert.Equal(Event("1", "DTSTART;TZID=W. Europe Standard Time:20260703T090000"), IcsFile.ContentOf(file.Single));
    }

    [Fact]
    public void Only_the_zones_that_an_item_uses_go_with_it()
    {
        IcsFile file = Read([.. Zone("One"), .. Zone("Two"), .. Event("1", "DTSTART;TZID=Two:20260703T090000"), .. Event("2", "DTSTART:20260703T090000Z")]);
        Assert.Equal("TZID:Two", IcsFile.ContentOf(file.Items[0])[1]);
        Assert.DoesNotContain(IcsFile.ContentOf(file.Items[0]), line => line == "TZID:One");
        Assert.Equal("BEGIN:VEVENT", IcsFile.ContentOf(file.Items[1])[0]);
    }

    [Fact]
    public void A_zone_may_stand_behind_the_events_that_use_it()
    {
        string text = IcsFile.Lines([
            "BEGIN:VCALENDAR", .. Event("1", "DTSTART;TZID=Late:20260703T090000"), .. Event("2", "DTSTART;TZID=Nowhere:20260703T090000"), .. Event("3", "DTSTART;TZID=Late:20261203T090000"), .. Zone("Late"), "END:VCALENDAR"]);
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(text));
        IcsFile file = IcsFile.Read(stream);
        Assert.Equal(["2026-07-03T09:00:00+05:30", "2026-07-03T09:00:00", "2026-12-03T09:00:00+04:30"], file.Items.Select(item => item.Start.ToString()));
        Assert.Equal("2", Assert.Single(file.Findings).Item);
        Assert.Equal(3, IcsFile.Read(text).Items.Count(item => item.Start!.Value.Instant is null));
    }

    [Fact]
    public void An_unknown_zone_is_reported_once_and_kept()
    {
        IcsFile file = Read([.. Event("1", "DTSTART;TZID=Nowhere:20260703T090000"), .. Event("2", "DTSTART;TZID=Nowhere:20260703T100000")]);
        Assert.Equal((Severity.Warning, 5L, "1"), (Assert.Single(file.Findings).Severity, file.Findings[0].Line!.Value, file.Findings[0].Item));
        Assert.Equal((TimeKind.Zoned, "Nowhere", null), (file.Items[0].Start!.Value.Kind, file.Items[0].Start!.Value.TimeZone, file.Items[0].Start!.Value.Instant));
        Assert.Contains("DTSTART;TZID=Nowhere:20260703T090000", IcsFile.ContentOf(file.Items[0]));
    }

    [Theory]
    [InlineData("BEGIN:VTIMEZONE", "END:VTIMEZONE")]
    [InlineData("BEGIN:VTIMEZONE", "TZID:Empty", "END:VTIMEZONE")]
    [InlineData("BEGIN:VTIMEZONE", "TZID:Wrong", "BEGIN:STANDARD", "DTSTART:never", "TZOFFSETTO:+01", "END:STANDARD", "END:VTIMEZONE")]
    public void A_zone_without_rules_is_reported_and_the_events_are_read(params string[] zone)
    {
        IcsFile file = Read([.. zone, .. Event("1", "DTSTART:20260703T090000Z")]);
        Assert.Equal("1", file.Single.Key.Uid);
        Assert.Equal(Severity.Warning, Assert.Single(file.Findings).Severity);
    }

    [Theory]
    [InlineData("Europe/Berlin", "W. Europe Standard Time")]
    [InlineData("Europe/Berlin", "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"")]
    [InlineData("Asia/Kolkata", "Asia/Calcutta")]
    public void Two_names_of_one_zone_compare_equal(string left, string right)
    {
        Item one = Read(Event("1", $"DTSTART;TZID={left}:20260703T090000")).Single;
        Item other = Read(Event("2", $"DTSTART;TZID={right}:20260703T090000")).Single;
        Assert.Equal(one.ComparisonHash, other.ComparisonHash);
        Assert.Equal(one.Key.NaturalKey, other.Key.NaturalKey);
        Assert.NotEqual(one.ContentHash, other.ContentHash);
    }

    [Fact]
    public void A_zone_of_the_files_own_is_told_by_its_rules_and_not_its_name()
    {
        Item one = Read([.. Zone("One"), .. Event("1", "DTSTART;TZID=One:20260703T090000")]).Single;
        Item same = Read([.. Zone("Other"), .. Event("1", "DTSTART;TZID=Other:20260703T090000")]).Single;
        Item changed = Read([.. Zone("One", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"), .. Event("1", "DTSTART;TZID=One:20260703T090000")]).Single;
        Assert.Equal(one.ComparisonHash, same.ComparisonHash);
        Assert.NotEqual(one.ComparisonHash, changed.ComparisonHash);
    }
}

using System.Text;
using Restoration.Failures;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class WritingTests
{
    private const string Start = "DTSTART:20261103T090000Z";

    private static Item Fragment(params string[] lines)
        => ItemFactory.FromFragment(Encoding.UTF8.GetBytes(IcsFile.Lines(["BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", .. lines, "END:VEVENT"])));

    private static string[] WriteEvent(params string[] lines)
    {
        string[] written = IcsFile.Unfold(IcsFile.Write([Fragment(lines)]));
        int begin = Array.IndexOf(written, "BEGIN:VEVENT");
        return written[(begin + 3)..Array.IndexOf(written, "END:VEVENT")];
    }

    [Fact]
    public void Begins_and_ends_as_a_published_calendar()
    {
        CalendarInfo info = new()
        {
            Name = "Team; Berlin",
            Mailbox = "anna@example.com",
            Folder = FolderPath.Parse("Calendar/Team"),
            TakenAt = new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.FromHours(1)),
            Properties = [new CalendarProperty("PRODID", "-//Other//EN"), new CalendarProperty("VERSION", "1.0"), new CalendarProperty("X-WR-TIMEZONE", "Europe/Berlin") { Parameters = [new PropertyParameter("A", ["b:c"])] }],
        };
        Assert.Equal(
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Restoration//Restoration//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", @"X-WR-CALNAME:Team\; Berlin",
                "X-RESTORATION-MAILBOX:anna@example.com", "X-RESTORATION-FOLDER:Calendar/Team", "X-RESTORATION-TAKEN-AT:20261101T000000Z", "X-RESTORATION-PRODID:-//Other//EN",
                "X-WR-TIMEZONE;A=\"b:c\":Europe/Berlin", "END:VCALENDAR",
            ],
            IcsFile.Unfold(IcsFile.Write([], info)));
        Assert.Equal(
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Restoration//Restoration//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", @"X-WR-CALNAME:Team\; Berlin", "X-WR-TIMEZONE;A=\"b:c\":Europe/Berlin", "END:VCALENDAR"],
            IcsFile.Unfold(IcsFile.Write([], info, metadata: false)));
    }

    [Fact]
    public void What_is_said_of_the_calendar_is_read_back()
    {
        CalendarInfo info = new()
        {
            Name = "Grüße, Team",
            Mailbox = "anna@example.com",
            Folder = FolderPath.Parse("Calendar/Team"),
            TakenAt = IcsFile.WrittenAt,
            Properties = [new CalendarProperty("METHOD", "REQUEST"), new CalendarProperty("X-MS-OLK-FORCEINSPECTOROPEN", "TRUE"), new CalendarProperty("PRODID", "-//First//EN")],
        };
        string text = IcsFile.Write([Fragment(Start)], info);
        CalendarInfo read = IcsFile.Read(text).Info;
        Assert.Equal((info.Name, info.Mailbox, info.Folder, info.TakenAt), (read.Name, read.Mailbox, read.Folder, read.TakenAt));
        Assert.Contains(read.Properties, property => property is { Name: "METHOD", Value: "REQUEST" });
        Assert.Contains(read.Properties, property => property is { Name: "X-RESTORATION-PRODID", Value: "-//First//EN" });
        Assert.Equal(text, IcsFile.Write([Fragment(Start)], read));
    }

    public static TheoryData<string> LongTexts => new()
    {
        new string('a', 75), new string('a', 66), new string('a', 67), new string('a', 500),
        string.Concat(Enumerable.Repeat("é", 200)), string.Concat(Enumerable.Repeat("東", 200)), string.Concat(Enumerable.Repeat("🙂", 200)),
        "a" + string.Concat(Enumerable.Repeat("🙂", 200)), "ab" + string.Concat(Enumerable.Repeat("🙂", 200)), "abc" + string.Concat(Enumerable.Repeat("🙂", 200)),
        string.Concat(Enumerable.Repeat("\\\n;,", 100)), new string('\\', 300), new string(' ', 300), "x" + new string('\n', 300),
    };

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void Folds_at_75_octets_never_inside_a_character_nor_an_escape(string subject)
    {
        string text = IcsFile.Write([ItemFactory.FromAppointment(new Appointment { Uid = "1", Subject = subject })]);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        string[] lines = text.Split("\r\n");
        Assert.All(lines, line =>
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain('\uFFFD', line);
            Assert.DoesNotContain('\n', line);
            Assert.Equal(0, (line.Length - line.TrimEnd('\\').Length) % 2);
        });
        Assert.Equal(subject, IcsFile.Read(text).Single.Subject);
    }

    // What an item holds and what is written for it.
    public static TheoryData<string, string> Strict => new()
    {
        { "DTSTART:20261103", "DTSTART;VALUE=DATE:20261103" },
        { "DTSTART;VALUE=DATE:20261103T090000Z", "DTSTART:20261103T090000Z" },
        { "DTSTART;X-A=b;VALUE=DATE;TZID=Europe/Berlin:20261103", "DTSTART;X-A=b;VALUE=DATE:20261103" },
        { "DTSTART;TZID=Europe/Berlin:20261103T090000Z", "DTSTART:20261103T090000Z" },
        { "DTSTART;TZID=:20261103T090000", "DTSTART:20261103T090000" },
        { "DTSTART:20131210Z", "DTSTART;VALUE=DATE:20131210" },
        { "DTSTART:2026-11-03T09:00:00Z ", "DTSTART:20261103T090000Z" },
        { "DTSTART:never", "DTSTART:never" },
        { "EXDATE:20261103, 20261104", "EXDATE;VALUE=DATE:20261103,20261104" },
        { "EXDATE;TZID=Europe/Berlin:20261103T080000Z,20261104T080000Z", "EXDATE:20261103T080000Z,20261104T080000Z" },
        { "EXDATE:20261103,20261104T080000Z", "EXDATE:20261103,20261104T080000Z" },
        { "RDATE;VALUE=PERIOD:20261103T080000Z/PT1H", "RDATE;VALUE=PERIOD:20261103T080000Z/PT1H" },
        { "CREATED:20261103T080000", "CREATED:20261103T080000Z" },
        { "CREATED:20261103T080000Z", "CREATED:20261103T080000Z" },
        { "SUMMARY:a, b; c\\d", @"SUMMARY:a\, b\; c\\d" },
        { @"SUMMARY;LANGUAGE=de:a\, b\; c\\d\n\N", @"SUMMARY;LANGUAGE=de:a\, b\; c\\d\n\N" },
        { @"CATEGORIES:A\,B,C;D", @"CATEGORIES:A\,B,C\;D" },
        { @"X-OWN;A=b:a, b; c\d", @"X-OWN;A=b:a, b; c\d" },
        { "X-OWN:a\u0001\u007F\vb", "X-OWN:a b" },
        { "GEO:1;2", "GEO:1;2" },
        { "REQUEST-STATUS:2.0;Success", "REQUEST-STATUS:2.0;Success" },
    };

    [Theory]
    [MemberData(nameof(Strict))]
    public void Writes_by_the_rules_what_was_not_written_by_them(string line, string expected)
    {
        Assert.Equal([expected], WriteEvent(line));
        Item item = Fragment(line);
        Assert.Equal(item.ComparisonHash, IcsFile.Read(IcsFile.Write([item])).Single.ComparisonHash);
    }

    [Fact]
    public void Adds_a_missing_stamp()
    {
        Item item = ItemFactory.FromFragment("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261103T090000Z\r\nEND:VEVENT\r\n"u8.ToArray());
        Assert.Contains("BEGIN:VEVENT\r\nDTSTAMP:20261103T080000Z\r\nUID:1\r\n", IcsFile.Write([item]), StringComparison.Ordinal);
        Item other = ItemFactory.FromFragment("BEGIN:X-THING\r\nUID:1\r\nEND:X-THING\r\n"u8.ToArray());
        Assert.DoesNotContain("DTSTAMP", IcsFile.Write([other]), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_is_written_only_if_wanted()
    {
        Item item = Fragment(Start, "X-RESTORATION-IMMUTABLE-ID:id");
        Assert.Contains("X-RESTORATION-IMMUTABLE-ID:id", IcsFile.Write([item]), StringComparison.Ordinal);
        Assert.DoesNotContain("X-RESTORATION", IcsFile.Write([item], metadata: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_stands_before_the_first_item_that_uses_it_and_only_once()
    {
        string text = IcsFile.Write(
        [
            Fragment(Start),
            Fragment("DTSTART;TZID=W. Europe Standard Time:20261103T090000"),
            Fragment("DTSTART;TZID=W. Europe Standard Time:20261203T090000", "BEGIN:VALARM", "TRIGGER:-PT5M", "X-AT;TZID=America/New_York:20261203T090000", "END:VALARM"),
        ]);
        string[] lines = IcsFile.Unfold(text);
        Assert.Equal(["TZID:W. Europe Standard Time", "TZID:America/New_York"], lines.Where(line => line.StartsWith("TZID:", StringComparison.Ordinal)));
        Assert.True(Array.IndexOf(lines, "BEGIN:VEVENT") < Array.IndexOf(lines, "BEGIN:VTIMEZONE"));
        Assert.True(Array.IndexOf(lines, "TZID:W. Europe Standard Time") < Array.IndexOf(lines, "DTSTART;TZID=W. Europe Standard Time:20261103T090000"));
        Assert.Contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", lines);
    }

    [Theory]
    [InlineData("Europe/Berlin", "20260703T090000", "+02:00")]
    [InlineData("Europe/Berlin", "19750703T090000", "+01:00")]
    [InlineData("Europe/Berlin", "19410703T090000", "+02:00")]
    [InlineData("America/New_York", "20060320T090000", "-05:00")]
    [InlineData("America/New_York", "20070320T090000", "-04:00")]
    [InlineData("Africa/Casablanca", "20260301T090000", "+00:00")]
    [InlineData("Australia/Sydney", "20260115T090000", "+11:00")]
    [InlineData("Asia/Kolkata", "20260115T090000", "+05:30")]
    public void The_zone_that_is_written_holds_for_the_year_it_is_used_in(string zone, string local, string offset)
    {
        // Under a name that nobody knows, only the rules in the file can tell.
        string text = IcsFile.Write([Fragment($"DTSTART;TZID={zone}:{local}")]).Replace(zone, "Own/Zone", StringComparison.Ordinal);
        Assert.EndsWith(offset, IcsFile.Read(text).Single.Start.ToString(), StringComparison.Ordinal);
    }

    private static Item Zoned(string uid, string offset) => IcsFile.Read(IcsFile.Lines(
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:" + offset, "TZOFFSETTO:" + offset, "END:STANDARD", "END:VTIMEZONE",
        "BEGIN:VEVENT", "UID:" + uid, "DTSTART;TZID=Own:20261103T090000", "END:VEVENT", "END:VCALENDAR")).Single;

    [Fact]
    public void Zones_that_differ_under_one_name_are_told_apart()
    {
        Item[] items = [Zoned("a", "+0100"), Zoned("b", "+0330"), Zoned("c", "+0100"), Zoned("d", "+0330"), Fragment("DTSTART;TZID=Own:20261103T090000")];
        string text = IcsFile.Write(items);
        IcsFile read = IcsFile.Read(text);
        Assert.Equal(2, text.Split("BEGIN:VTIMEZONE").Length - 1);
        Assert.Equal(items.Select(item => item.Start.ToString()), read.Items.Select(item => item.Start.ToString()));
        Assert.Equal(items.Take(4).Select(item => item.ComparisonHash), read.Items.Take(4).Select(item => item.ComparisonHash));
        Assert.Equal(text, IcsFile.Write(items));
        Assert.Equal(text, IcsFile.Write(read.Items));
    }

    [Fact]
    public void An_item_whose_content_is_not_loaded_is_refused()
        => Assert.Equal(FailureCode.InvalidArgument, Assert.Throws<RestorationException>(() => IcsFile.Write([Fragment(Start) with { Content = default }])).Code);

    [Fact]
    public void A_large_file_goes_out_in_pieces_and_comes_back_whole()
    {
        Item[] items = [.. Enumerable.Range(0, 2_000).Select(number => Fragment(Start, "SUMMARY:" + number, "DESCRIPTION:" + new string('x', 500)))];
        Assert.Equal(items.Select(item => item.ComparisonHash), IcsFile.Read(IcsFile.Write(items)).Items.Select(item => item.ComparisonHash));
    }
}

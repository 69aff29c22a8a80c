using Restoration.Failures;
using Restoration.Formats.ICalendar;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class CodecTests
{
    private const string Start = "DTSTART;TZID=Europe/Berlin:20261103T090000";

    private static readonly ICalendarCodec Codec = new();

    private static Item Read(params string[] lines) => IcsFile.ReadEvent([Start, .. lines]).Single;

    private static string[] Properties(Item item) => IcsFile.ContentOf(item)[3..^1];

    [Fact]
    public void Decodes_every_part_by_name()
    {
        Appointment appointment = Codec.Decode(Read(
            "DTEND;TZID=Europe/Berlin:20261103T100000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXRULE:FREQ=MONTHLY",
            "RDATE;TZID=Europe/Berlin:20261104T090000,20261105T090000",
            "RDATE;VALUE=PERIOD:20261106T080000Z/PT2H",
            "EXDATE:20261110T080000Z",
            "SUMMARY:Subject",
            @"DESCRIPTION:Line\nline",
            "X-ALT-DESC;FMTTYPE=text/html:<b>Line</b>",
            "LOCATION:Room",
            "CATEGORIES:A,B",
            "CLASS:CONFIDENTIAL",
            "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
            "PRIORITY:1",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "SEQUENCE:4",
            "CREATED:20260101T000000Z",
            "LAST-MODIFIED:20260201T000000Z",
            "URL:https://example.com/?a=1,2;b",
            "ATTACH;FMTTYPE=application/pdf;FILENAME=a.pdf:https://example.com/a.pdf",
            "ATTACH;VALUE=BINARY;ENCODING=BASE64;X-FILENAME=b.txt:aGVsbG8=",
            "X-RESTORATION-IMMUTABLE-ID:id",
            "GEO:52.5;13.4",
            "SUMMARY:Second",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", @"DESCRIPTION:Get\, up", "END:VALARM",
            "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER;RELATED=END:PT0S", "END:VALARM"));

        Assert.Equal(("1", "Subject", "Line\nline", "<b>Line</b>", "Room"), (appointment.Uid, appointment.Subject, appointment.Body, appointment.HtmlBody, appointment.Location));
        Assert.Equal(["FREQ=WEEKLY;COUNT=3"], appointment.Recurrence!.Rules);
        Assert.Equal(["FREQ=MONTHLY"], appointment.Recurrence.ExceptionRules);
        Assert.Equal(["2026-11-04T09:00:00+01:00", "2026-11-05T09:00:00+01:00"], appointment.Recurrence.Dates.Select(date => date.ToString()));
        Assert.Equal("2026-11-06T10:00:00Z", Assert.Single(appointment.Recurrence.Periods).End.ToString());
        Assert.Equal(["2026-11-10T08:00:00Z"], appointment.Recurrence.ExceptionDates.Select(date => date.ToString()));
        Assert.Equal(["A", "B"], appointment.Categories);
        Assert.Equal((Sensitivity.Confidential, BusyStatus.OutOfOffice, Importance.High), (appointment.Sensitivity, appointment.ShowAs, appointment.Importance));
        Assert.Equal(("CONFIRMED", "OPAQUE", 4, "id"), (appointment.Status, appointment.Transparency, appointment.Sequence, appointment.ImmutableId));
        Assert.Equal("https://example.com/?a=1,2;b", appointment.Url);
        Assert.Equal([("https://example.com/a.pdf", "a.pdf", null), (null, "b.txt", 5L)], appointment.Attachments.Select(attachment => (attachment.Uri, attachment.Name, attachment.Size)));
        Assert.Equal([TimeSpan.FromMinutes(15), null], appointment.Alarms.Select(alarm => alarm.BeforeStart));
        Assert.Equal("Get, up", appointment.Alarms[0].Description);
        Assert.Equal(["PRIORITY", "ATTACH", "GEO", "SUMMARY"], appointment.OtherProperties.Select(property => property.Name));
    }

    [Theory]
    [InlineData("X-MICROSOFT-CDO-BUSYSTATUS:FREE", BusyStatus.Free)]
    [InlineData("X-MICROSOFT-CDO-BUSYSTATUS:workingelsewhere", BusyStatus.WorkingElsewhere)]
    [InlineData("TRANSP:TRANSPARENT", BusyStatus.Free)]
    [InlineData("STATUS:TENTATIVE", BusyStatus.Tentative)]
    [InlineData("STATUS:TENTATIVE\r\nTRANSP:OPAQUE", BusyStatus.Busy)]
    [InlineData("X-MICROSOFT-CDO-BUSYSTATUS:UNHEARD", BusyStatus.Busy)]
    public void Reads_how_the_time_shows(string lines, BusyStatus expected) => Assert.Equal(expected, Codec.Decode(Read(lines)).ShowAs);

    [Theory]
    [InlineData("CLASS:PUBLIC", Sensitivity.Normal, 0)]
    [InlineData("CLASS:X-PERSONAL", Sensitivity.Personal, 0)]
    [InlineData("CLASS:private", Sensitivity.Private, 0)]
    [InlineData("CLASS:X-EYES-ONLY", Sensitivity.Private, 1)]
    public void A_class_that_nobody_knows_is_private_and_kept(string line, Sensitivity expected, int others)
    {
        Appointment appointment = Codec.Decode(Read(line));
        Assert.Equal((expected, others), (appointment.Sensitivity, appointment.OtherProperties.Count));
    }

    [Fact]
    public void A_merge_replaces_what_the_source_has_and_keeps_the_rest()
    {
        Item target = Read("SUMMARY:old", "X-KEPT;A=b:1", "CATEGORIES:A", "CATEGORIES:B", "DESCRIPTION:old body", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM", "BEGIN:X-INNER", "X-C:d", "END:X-INNER");
        Item source = IcsFile.Read(IcsFile.Wrap("DTSTART:20261103T080000Z", "CATEGORIES:C", "SUMMARY:new", "LOCATION:new place", "BEGIN:VALARM", "TRIGGER:-PT9M", "END:VALARM", "BEGIN:VALARM", "TRIGGER:-PT8M", "END:VALARM")
            .Replace("UID:1", "UID:other", StringComparison.Ordinal)).Single;
        Item merged = Codec.Merge(target, source, null);
        Assert.Equal(target.Key.Uid, merged.Key.Uid);
        Assert.Equal(
            ["DTSTART:20261103T080000Z", "SUMMARY:new", "X-KEPT;A=b:1", "CATEGORIES:C", "DESCRIPTION:old body", "LOCATION:new place", "BEGIN:VALARM", "TRIGGER:-PT9M", "END:VALARM", "BEGIN:VALARM", "TRIGGER:-PT8M", "END:VALARM", "BEGIN:X-INNER", "X-C:d", "END:X-INNER"],
            Properties(merged));
    }

    [Fact]
    public void A_merge_takes_only_the_parts_that_are_asked_for()
    {
        Item target = Read("SUMMARY:old", "LOCATION:old", "X-A:old", "LAST-MODIFIED:20260101T000000Z");
        Item source = Read("SUMMARY:new", "LOCATION:new", "X-A:new", "X-B:new", "LAST-MODIFIED:20270101T000000Z");
        Assert.Equal([Start, "SUMMARY:old", "LOCATION:new", "X-A:new", "LAST-MODIFIED:20260101T000000Z"], Properties(Codec.Merge(target, source, ["location", "X-a"])));
        Assert.Equal(target.ContentHash, Codec.Merge(target, source, []).ContentHash);
    }

    public static TheoryData<string[], string[], string[]> Alternatives => new()
    {
        { ["DURATION:PT1H"], ["DTEND:20261103T100000Z"], [Start, "DTEND:20261103T100000Z"] },
        { ["DESCRIPTION:old", "X-ALT-DESC:<b>old</b>"], ["DESCRIPTION:new"], [Start, "DESCRIPTION:new"] },
        { ["TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"], ["TRANSP:TRANSPARENT"], [Start, "TRANSP:TRANSPARENT"] },
        { ["RRULE:FREQ=DAILY", "EXDATE:20261104T080000Z"], ["RRULE:FREQ=WEEKLY"], [Start, "RRULE:FREQ=WEEKLY", "EXDATE:20261104T080000Z"] },
        { ["RECURRENCE-ID:20261103T080000Z"], ["RECURRENCE-ID:20261104T080000Z"], [Start, "RECURRENCE-ID:20261103T080000Z"] },
        { ["X-RESTORATION-IMMUTABLE-ID:a"], ["X-RESTORATION-IMMUTABLE-ID:b"], [Start, "X-RESTORATION-IMMUTABLE-ID:a"] },
    };

    [Theory]
    [MemberData(nameof(Alternatives))]
    public void A_merge_leaves_no_contradiction_and_no_foreign_id(string[] target, string[] source, string[] expected)
        => Assert.Equal(expected, Properties(Codec.Merge(Read(target), Read(source), null)));

    [Fact]
    public void A_merge_brings_the_zones_along_and_keeps_two_of_one_name_apart()
    {
        static Item Zoned(string offset, string line) => IcsFile.Read(IcsFile.Lines(
            "BEGIN:VCALENDAR",
            "BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:" + offset, "TZOFFSETTO:" + offset, "END:STANDARD", "END:VTIMEZONE",
            "BEGIN:VEVENT", "UID:1", line, "END:VEVENT", "END:VCALENDAR")).Single;
        Item target = Zoned("+0100", "DTSTART;TZID=Own:20261103T090000");
        Item source = Zoned("+0330", "DTEND;TZID=Own:20261103T120000");
        Item merged = Codec.Merge(target, source, null);
        Assert.Equal(("2026-11-03T09:00:00+01:00", "2026-11-03T12:00:00+03:30"), (merged.Start.ToString(), merged.End.ToString()));
        Item taken = Codec.Merge(Read("SUMMARY:plain"), target, null);
        Assert.Equal("2026-11-03T09:00:00+01:00", taken.Start.ToString());
        Assert.Equal("BEGIN:VTIMEZONE", IcsFile.ContentOf(taken)[0]);
    }

    [Fact]
    public void What_is_merged_with_itself_stays_the_same()
    {
        Item item = Read("SUMMARY:a", "X-A:1", "X-A:2", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM");
        Assert.Equal(item.ContentHash, Codec.Merge(item, item, null).ContentHash);
    }

    [Fact]
    public void A_second_copy_has_its_own_uid_and_no_immutable_id()
    {
        Item item = Read("SUMMARY:a", "X-RESTORATION-IMMUTABLE-ID:x", "BEGIN:VALARM", "UID:inner", "END:VALARM");
        Item copy = Codec.WithUid(item, "other, one");
        Assert.Equal(("other, one", null, item.Key.NaturalKey), (copy.Key.Uid, copy.Key.ImmutableId, copy.Key.NaturalKey));
        Assert.Equal(item.ComparisonHash, copy.ComparisonHash);
        Assert.Equal(["BEGIN:VEVENT", @"UID:other\, one", "DTSTAMP:20261101T000000Z", Start, "SUMMARY:a", "BEGIN:VALARM", "UID:inner", "END:VALARM", "END:VEVENT"], IcsFile.ContentOf(copy));
    }

    [Fact]
    public void A_placeholder_says_that_it_is_one()
    {
        DateTimeOffset lostAt = new(2026, 11, 3, 9, 0, 0, TimeSpan.FromHours(1));
        Item item = Codec.CreatePlaceholder("Budget; review", "p1", lostAt, "The content was not found.\nRecord 7");
        Appointment appointment = Codec.Decode(item);
        Assert.Equal(("Budget; review", "p1", "2026-11-03T08:00:00Z"), (item.Subject, item.Key.Uid, item.Start.ToString()));
        Assert.Equal(["Placeholder"], appointment.Categories);
        Assert.Equal((BusyStatus.Free, "TRANSPARENT"), (appointment.ShowAs, appointment.Transparency));
        Assert.Equal("The content was not found.\nRecord 7", appointment.Body);
        Assert.Equal(item.ContentHash, Codec.CreatePlaceholder("Budget; review", "p1", lostAt, "The content was not found.\nRecord 7").ContentHash);
    }

    public static TheoryData<string[], string, string, bool> Intervals => new()
    {
        { [Start, "DURATION:PT1H"], "2026-11-03T08:30:00Z", "2026-11-03T08:31:00Z", true },
        { [Start, "DURATION:PT1H"], "2026-11-03T09:00:00Z", "2026-11-03T10:00:00Z", false },
        { [Start, "DURATION:PT1H"], "2026-11-03T07:00:00Z", "2026-11-03T08:00:00Z", false },
        { [Start, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"], "2026-11-17T00:00:00Z", "2026-11-18T00:00:00Z", true },
        { [Start, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"], "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z", false },
        { [Start, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261110T080000Z"], "2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z", false },
        { ["DTSTART;VALUE=DATE:20261103"], "2026-11-03T12:00:00Z", "2026-11-03T13:00:00Z", true },
        { ["DTSTART;VALUE=DATE:20261103"], "2026-11-04T00:00:00Z", "2026-11-05T00:00:00Z", false },
        { ["SUMMARY:no start"], "0001-01-02T00:00:00Z", "9999-12-30T00:00:00Z", false },
    };

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Knows_whether_it_takes_place(string[] lines, string from, string to, bool expected)
        => Assert.Equal(expected, Codec.Occurs(IcsFile.ReadEvent(lines).Single, DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)));

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;COUNT=3", "2026-11-17T09:00:00Z")]
    [InlineData("RRULE:FREQ=WEEKLY;UNTIL=20261110T080000Z", "2026-11-10T09:00:00Z")]
    [InlineData("RDATE:20261201T080000Z", "2026-12-01T09:00:00Z")]
    [InlineData("RRULE:FREQ=DAILY", null)]
    [InlineData("X-NONE:1", null)]
    public void A_series_ends_with_its_last_occurrence(string line, string? expected)
        => Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected), Read("DURATION:PT1H", line).SeriesEnd);

    [Theory]
    [InlineData("")]
    [InlineData("BEGIN:VEVENT\r\nEND:VEVENT\r\n")]
    [InlineData("BEGIN:VEVENT\r\nUID:1\r\n")]
    [InlineData("no calendar at all")]
    [InlineData("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nEND:VEVENT\r\n")]
    public void A_content_that_is_none_is_refused(string content)
        => Assert.Equal(FailureCode.InvalidData, Assert.Throws<RestorationException>(() => Codec.Read(System.Text.Encoding.UTF8.GetBytes(content))).Code);
}

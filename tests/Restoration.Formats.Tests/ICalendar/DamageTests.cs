using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class DamageTests
{
    private const string Start = "DTSTART:20261103T090000Z";

    private static string[] Good(string uid) => ["BEGIN:VEVENT", "UID:" + uid, Start, "SUMMARY:Good " + uid, "END:VEVENT"];

    private static IcsFile Read(params string[] lines) => IcsFile.Read(IcsFile.Lines(lines));

    private static string[] Uids(IcsFile file) => [.. file.Items.Select(item => item.Key.Uid!)];

    [Fact]
    public void A_line_without_a_colon_is_reported_and_everything_else_survives()
    {
        IcsFile file = Read(["BEGIN:VCALENDAR", .. Good("a"), "BEGIN:VEVENT", "UID:b", "this is no property", Start, "SUMMARY:Kept", "END:VEVENT", .. Good("c"), "END:VCALENDAR"]);
        Assert.Equal(["a", "b", "c"], Uids(file));
        Assert.Equal("Kept", file.Items[1].Subject);
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal((Severity.Warning, FailureCode.ParserError, 9L), (finding.Severity, finding.Code, finding.Line!.Value));
    }

    [Fact]
    public void The_rest_of_a_body_with_bare_line_ends_stays_with_the_body()
    {
        IcsFile file = IcsFile.ReadEvent(Start, "DESCRIPTION:Dear all", "please bring your laptop", "https://example.com/join?a=1", "Thanks", "LOCATION:Room 1");
        Assert.Equal("Dear all\nplease bring your laptop\nhttps://example.com/join?a=1\nThanks", file.Appointment.Body);
        Assert.Equal("Room 1", file.Appointment.Location);
        Assert.Equal(9, Assert.Single(file.Findings).Line);
    }

    [Fact]
    public void A_missing_END_of_a_nested_component_is_put_right()
    {
        IcsFile file = IcsFile.ReadEvent(Start, "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT5M");
        Assert.Equal("-PT5M", Assert.Single(file.Appointment.Alarms).Trigger);
        Assert.Equal("END:VALARM", IcsFile.ContentOf(file.Single)[^2]);
        Assert.Equal(Severity.Warning, Assert.Single(file.Findings).Severity);
    }

    public static TheoryData<string[], string[]> Structures => new()
    {
        { ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", Start, .. Good("b"), "END:VCALENDAR"], ["a", "b"] },
        { ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", Start, "END:VCALENDAR"], ["a"] },
        { ["BEGIN:VCALENDAR", .. Good("a"), "END:VTODO", .. Good("b"), "END:VCALENDAR"], ["a", "b"] },
        { ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "END:VALARM", Start, "END:VEVENT", "END:VCALENDAR"], ["a"] },
        { ["BEGIN:VCALENDAR", .. Good("a"), "BEGIN:VCALENDAR", .. Good("b"), "END:VCALENDAR"], ["a", "b"] },
        { ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", Start, "BEGIN:VCALENDAR", .. Good("b"), "END:VCALENDAR"], ["a", "b"] },
        { ["BEGIN:VCALENDAR", .. Good("a"), "END:VCALENDAR", "trailing garbage", "X: y"], ["a"] },
        { ["<html>", "BEGIN:VCALENDAR", .. Good("a"), "END:VCALENDAR"], ["a"] },
        { [.. Good("a")], ["a"] },
        { ["BEGIN:VCALENDAR", .. Good("a"), "END:VCALENDAR", "END:VCALENDAR"], ["a"] },
        { ["BEGIN:VCALENDAR", .. Good("a")], ["a"] },
        { ["BEGIN:VCALENDAR", "BEGIN:", .. Good("a"), "END:VCALENDAR"], ["a"] },
        { ["BEGIN:VCALENDAR", "BEGIN:X-A", "UID:x", "BEGIN:VCALENDAR", .. Good("a"), "END:X-A", "END:VCALENDAR"], ["x", "a"] },
    };

    [Theory]
    [MemberData(nameof(Structures))]
    public void Structures_that_are_broken_are_read_with_a_warning(string[] lines, string[] uids)
    {
        IcsFile file = Read(lines);
        Assert.Equal(uids, Uids(file));
        Assert.NotEmpty(file.Findings);
        Assert.All(file.Findings, finding => Assert.Equal((Severity.Warning, "test.ics"), (finding.Severity, finding.File)));
    }

    [Fact]
    public void Several_calendars_in_one_file_are_nothing_to_report()
    {
        IcsFile file = Read(["BEGIN:VCALENDAR", "X-WR-CALNAME:One", .. Good("a"), "END:VCALENDAR", "BEGIN:VCALENDAR", "X-WR-CALNAME:Two", "X-TWO:2", .. Good("b"), "END:VCALENDAR"]);
        Assert.Equal(["a", "b"], Uids(file));
        Assert.Empty(file.Findings);
        Assert.Equal("One", file.Info.Name);
        Assert.Contains(file.Info.Properties, property => property is { Name: "X-TWO", Value: "2" });
    }

    [Theory]
    [InlineData("BEGIN:VEVENT\r\nUID:b\r\nSUMM")]
    [InlineData("BEGIN:VEVENT\r\n")]
    [InlineData("BEGIN:VEVENT\r\nUID:b\r\nEND:VEVEN")]
    [InlineData("BEGIN:VEVENT\r\nUID:b\r\nBEGIN:VALARM\r\nEND:VALARM\r\n")]
    public void A_file_that_stops_in_an_event_loses_that_event_only(string end)
    {
        IcsFile file = IcsFile.Read(IcsFile.Lines(["BEGIN:VCALENDAR", .. Good("a")]) + end);
        Assert.Equal(["a"], Uids(file));
        Finding error = Assert.Single(file.Errors);
        Assert.Equal((FailureCode.ParserError, 7L), (error.Code, error.Line!.Value));
        Assert.Contains("ends inside an event that begins at line 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_without_any_property_is_an_error_of_its_own()
    {
        IcsFile file = Read(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", .. Good("a"), "END:VCALENDAR"]);
        Assert.Equal(["a"], Uids(file));
        Assert.Equal((FailureCode.ParserError, 2L), (Assert.Single(file.Errors).Code, file.Errors.First().Line!.Value));
    }

    [Fact]
    public void An_event_without_a_usable_start_is_kept_with_a_warning()
    {
        IcsFile missing = IcsFile.ReadEvent("SUMMARY:No start");
        IcsFile wrong = IcsFile.ReadEvent("DTSTART:soon", "SUMMARY:Wrong start");
        Assert.Null(missing.Single.Start);
        Assert.Null(wrong.Single.Start);
        Assert.Equal(Severity.Warning, Assert.Single(missing.Findings).Severity);
        Assert.Equal((Severity.Warning, 7L), (Assert.Single(wrong.Findings).Severity, wrong.Findings[0].Line!.Value));
        Assert.Contains("DTSTART:soon", IcsFile.ContentOf(wrong.Single));
        Assert.Contains(wrong.Appointment.OtherProperties, property => property.Value == "soon");
    }

    [Theory]
    [InlineData("RRULE:FREQ=SOMETIMES")]
    [InlineData("RRULE:every day")]
    [InlineData("RRULE:FREQ=DAILY;RSCALE=CHINESE")]
    [InlineData("RDATE:tomorrow")]
    [InlineData("RDATE:20261104T090000Z,20261305")]
    [InlineData("DTEND:20261103T100000Z\r\nDURATION:PT1H")]
    [InlineData("DURATION:long")]
    public void What_cannot_be_used_is_kept_and_reported(string line)
    {
        IcsFile file = IcsFile.ReadEvent(Start, line);
        Assert.Equal((Severity.Warning, FailureCode.ParserError), (Assert.Single(file.Findings).Severity, file.Findings[0].Code));
        Assert.Contains(line.Split("\r\n")[^1], IcsFile.ContentOf(file.Single));
    }

    public static TheoryData<byte[], FailureCode> WholeFiles => new()
    {
        { [], FailureCode.InvalidData },
        { "\r\n \r\n\t"u8.ToArray(), FailureCode.InvalidData },
        { [0xEF, 0xBB, 0xBF], FailureCode.InvalidData },
        { [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], FailureCode.InvalidData },
        { [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0, 8, 0], FailureCode.InvalidData },
        { "Subject,Start Date\r\nA,1/1/2026\r\n"u8.ToArray(), FailureCode.UnsupportedFormat },
        { "BEGIN:VCARD\r\nFN:Bob\r\nEND:VCARD\r\n"u8.ToArray(), FailureCode.UnsupportedFormat },
        { "<html><body>Please sign in</body></html>"u8.ToArray(), FailureCode.UnsupportedFormat },
    };

    [Theory]
    [MemberData(nameof(WholeFiles))]
    public void A_file_that_is_no_calendar_is_refused(byte[] content, FailureCode code)
    {
        RestorationException error = Assert.Throws<RestorationException>(() => IcsFile.Read(content));
        Assert.Equal((code, "test.ics"), (error.Code, error.Subject));
    }

    [Fact]
    public void An_empty_calendar_has_no_items_and_is_no_error()
    {
        IcsFile file = Read("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR");
        Assert.Empty(file.Items);
        Assert.Empty(file.Findings);
    }

    [Theory]
    [InlineData("BEGIN:VTODO", "END:VTODO", ItemClasses.Task)]
    [InlineData("BEGIN:VJOURNAL", "END:VJOURNAL", ItemClasses.Journal)]
    [InlineData("BEGIN:VFREEBUSY", "END:VFREEBUSY", ItemClasses.Other)]
    [InlineData("BEGIN:VAVAILABILITY", "END:VAVAILABILITY", ItemClasses.Other)]
    [InlineData("BEGIN:X-THING", "END:X-THING", ItemClasses.Other)]
    public void Every_kind_of_component_passes_through(string begin, string end, string itemClass)
    {
        Item item = Read("BEGIN:VCALENDAR", begin, "UID:a", "X-A:b", "BEGIN:X-INNER", "X-C:d", "END:X-INNER", end, "END:VCALENDAR").Single;
        Assert.Equal((itemClass, "a"), (item.ItemClass, item.Key.Uid));
        Assert.Equal([begin, "UID:a", "X-A:b", "BEGIN:X-INNER", "X-C:d", "END:X-INNER", end], IcsFile.ContentOf(item));
    }
}

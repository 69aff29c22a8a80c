using Restoration.Formats.ICalendar;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class ComparisonTests
{
    private const string Start = "DTSTART;TZID=Europe/Berlin:20261103T090000";

    private static readonly ICalendarCodec Codec = new();

    private static Item Read(params string[] lines) => IcsFile.ReadEvent([Start, .. lines]).Single;

    // Two ways to write the same thing.
    public static TheoryData<string[], string[]> Same => new()
    {
        { ["SUMMARY:a", "LOCATION:b"], ["LOCATION:b", "SUMMARY:a"] },
        { ["summary:a"], ["SUMMARY:a"] },
        { [@"SUMMARY:a\, b\nc"], [@"SUMMARY:a, b\Nc"] },
        { ["DESCRIPTION:"], [] },
        { ["CATEGORIES:A,B"], ["CATEGORIES:B", "CATEGORIES:A"] },
        { ["CATEGORIES:A,A"], ["CATEGORIES:A"] },
        { ["SEQUENCE:0", "CLASS:PUBLIC", "TRANSP:OPAQUE", "PRIORITY:0"], [] },
        { ["class:private"], ["CLASS:PRIVATE"] },
        { ["DTEND;TZID=Europe/Berlin:20261103T100000"], ["DURATION:PT1H"] },
        { ["DURATION:PT0S"], [] },
        { ["ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Bob:mailto:bob@example.com"], ["ATTENDEE;CN=\"Bob\";rsvp=false:MAILTO:Bob@Example.com"] },
        { ["ATTENDEE;CN=B;PARTSTAT=ACCEPTED:mailto:b@x.y"], ["ATTENDEE;partstat=accepted;cn=B:mailto:b@x.y"] },
        { ["X-A;B=^^c:v"], ["X-A;B=\"^c\":v"] },
        { ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM"], ["BEGIN:VALARM", "TRIGGER;VALUE=DURATION;RELATED=START:-P0DT0H15M0S", "ACTION:display", "END:VALARM"] },
        { ["BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM", "BEGIN:VALARM", "TRIGGER:-PT9M", "END:VALARM"], ["BEGIN:VALARM", "TRIGGER:-PT9M", "END:VALARM", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"] },
        { ["RRULE:FREQ=DAILY;INTERVAL=1"], ["RRULE:freq=daily"] },
        { ["EXDATE:20261104T080000Z,20261105T080000Z"], ["EXDATE;TZID=Europe/Berlin:20261105T090000", "EXDATE;TZID=Europe/Berlin:20261104T090000"] },
        { ["URL;VALUE=URI:https://x.y"], ["URL:https://x.y"] },
        { ["X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "X-MICROSOFT-CDO-IMPORTANCE:1", "PRIORITY:5"], [] },
        { ["X-MICROSOFT-CDO-IMPORTANCE:2"], ["PRIORITY:1"] },
        { ["X-MICROSOFT-CDO-BUSYSTATUS:FREE", "TRANSP:TRANSPARENT"], ["TRANSP:TRANSPARENT"] },
        { ["SUMMARY:a\u0001b\vc"], ["SUMMARY:ab c"] },
        { ["CREATED:20200101T000000Z", "LAST-MODIFIED:20200101T000000Z", "X-RESTORATION-IMMUTABLE-ID:x", "X-RESTORATION-OTHER:y"], [] },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void What_means_the_same_compares_equal(string[] left, string[] right)
    {
        Item one = Read(left);
        Item other = Read(right);
        Assert.Empty(Codec.Compare(one, other));
        Assert.Equal(one.ComparisonHash, other.ComparisonHash);
    }

    // Two things and the parts that differ.
    public static TheoryData<string[], string[], string> Different => new()
    {
        { ["SUMMARY:a"], ["SUMMARY:b"], "Subject" },
        { ["SUMMARY:a"], ["SUMMARY:A"], "Subject" },
        { ["SUMMARY;LANGUAGE=de:a"], ["SUMMARY:a"], "Subject" },
        { ["DESCRIPTION:a"], ["DESCRIPTION:b", "X-ALT-DESC;FMTTYPE=text/html:<b>a</b>"], "Body" },
        { ["LOCATION:a"], [], "Location" },
        { ["DURATION:PT1H"], ["DURATION:PT2H"], "End" },
        { ["RRULE:FREQ=DAILY"], ["RRULE:FREQ=WEEKLY"], "Recurrence" },
        { ["RRULE:FREQ=DAILY", "EXDATE:20261104T080000Z"], ["RRULE:FREQ=DAILY"], "Recurrence" },
        { ["ORGANIZER:mailto:a@x.y"], ["ORGANIZER:mailto:b@x.y"], "Organizer" },
        { ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.y"], ["ATTENDEE:mailto:a@x.y"], "Attendees" },
        { ["CATEGORIES:A"], ["CATEGORIES:A,B"], "Categories" },
        { ["BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"], [], "Alarms" },
        { ["CLASS:PRIVATE"], [], "Sensitivity" },
        { ["TRANSP:TRANSPARENT"], [], "ShowAs" },
        { ["X-MICROSOFT-CDO-BUSYSTATUS:OOF"], [], "ShowAs" },
        { ["PRIORITY:2"], ["PRIORITY:3"], "Importance" },
        { ["STATUS:TENTATIVE"], ["STATUS:TENTATIVE", "TRANSP:OPAQUE", "X-A:1"], "ShowAs,X-A" },
        { ["SEQUENCE:1"], [], "Sequence" },
        { ["ATTACH:https://x.y/a"], [], "Attachments" },
        { ["URL:https://x.y"], [], "Url" },
        { ["GEO:1;2"], ["geo:1;3"], "GEO" },
        { ["X-Foo:1", "SUMMARY:a"], ["X-FOO:2", "SUMMARY:b"], "Subject,X-FOO" },
        { ["BEGIN:X-INNER", "A:1", "END:X-INNER"], ["BEGIN:X-INNER", "A:2", "END:X-INNER"], "X-INNER" },
        { ["RECURRENCE-ID:20261103T080000Z"], ["RECURRENCE-ID:20261104T080000Z"], "RECURRENCE-ID" },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void What_differs_is_named_by_its_part(string[] left, string[] right, string parts)
    {
        Item one = Read(left);
        Item other = Read(right);
        Assert.Equal(parts, string.Join(',', Codec.Compare(one, other)));
        Assert.Equal(parts, string.Join(',', Codec.Compare(other, one)));
        Assert.NotEqual(one.ComparisonHash, other.ComparisonHash);
    }

    [Fact]
    public void Another_time_differs_in_start_end_and_whether_it_lasts_whole_days()
    {
        Item timed = IcsFile.ReadEvent("DTSTART:20261103T090000Z", "DTEND:20261103T100000Z").Single;
        Item later = IcsFile.ReadEvent("DTSTART:20261103T093000Z", "DTEND:20261103T100000Z").Single;
        Item allDay = IcsFile.ReadEvent("DTSTART;VALUE=DATE:20261103").Single;
        Assert.Equal(["Start"], Codec.Compare(timed, later));
        Assert.Equal(["AllDay", "End", "Start"], Codec.Compare(timed, allDay));
    }

    [Fact]
    public void The_same_instant_in_another_zone_is_a_difference()
        => Assert.Equal(["End", "Start"], Codec.Compare(IcsFile.ReadEvent(Start).Single, IcsFile.ReadEvent("DTSTART:20261103T080000Z").Single));
}

using System.Text;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class KeyTests
{
    private const string Start = "DTSTART;TZID=Europe/Berlin:20261103T090000";

    private static IcsFile ReadWithoutUid(params string[] lines)
        => IcsFile.Read(IcsFile.Lines(["BEGIN:VCALENDAR", "BEGIN:VEVENT", .. lines, "END:VEVENT", "END:VCALENDAR"]));

    [Theory]
    [InlineData("UID:abc@example.com", "abc@example.com")]
    [InlineData(@"UID:a\,b\\c", @"a,b\c")]
    [InlineData("uid;X-A=b: padded ", "padded")]
    [InlineData("UID:040000008200E00074C5B7101A82E008", "040000008200E00074C5B7101A82E008")]
    public void The_uid_is_decoded(string line, string expected)
        => Assert.Equal(expected, ReadWithoutUid(line, Start).Single.Key.Uid);

    [Theory]
    [InlineData("")]
    [InlineData("UID:")]
    [InlineData("UID:   ")]
    public void A_missing_uid_is_made_the_same_every_time_and_put_in(string line)
    {
        string[] lines = [.. new[] { line }.Where(text => text.Length > 0), Start, "SUMMARY:No id"];
        IcsFile file = ReadWithoutUid(lines);
        string uid = file.Single.Key.Uid!;
        Assert.Matches("^restoration-[0-9a-f]{32}$", uid);
        Assert.Equal(uid, ReadWithoutUid([.. lines, "DESCRIPTION:differs"]).Single.Key.Uid);
        Assert.NotEqual(uid, ReadWithoutUid([.. lines, "RRULE:FREQ=DAILY"]).Single.Key.Uid);
        Assert.Equal(["BEGIN:VEVENT", "UID:" + uid, Start, "SUMMARY:No id", "END:VEVENT"], IcsFile.ContentOf(file.Single));
        Assert.Equal(file.Single.Key, ItemFactory.FromFragment(file.Single.Content).Key);
        Assert.Equal(Restoration.Failures.Severity.Warning, Assert.Single(file.Findings).Severity);
    }

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Berlin:20261103T090000", "20261103T080000Z")]
    [InlineData("RECURRENCE-ID;TZID=W. Europe Standard Time:20261103T090000", "20261103T080000Z")]
    [InlineData("RECURRENCE-ID:20261103T080000Z", "20261103T080000Z")]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE:20261103T080000Z", "20261103T080000Z")]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20261103", "20261103")]
    [InlineData("RECURRENCE-ID:20261103T090000", "20261103T090000")]
    [InlineData("RECURRENCE-ID:whenever", "whenever")]
    [InlineData("X-NONE:1", null)]
    public void The_recurrence_id_is_an_instant_a_date_or_a_floating_time(string line, string? expected)
        => Assert.Equal(expected, IcsFile.ReadEvent(Start, line).Single.Key.RecurrenceId);

    [Fact]
    public void A_series_and_its_overrides_are_items_of_their_own()
    {
        IcsFile file = IcsFile.Read(IcsFile.Lines(
            "BEGIN:VCALENDAR",
            "BEGIN:VEVENT", "UID:s", Start, "RRULE:FREQ=DAILY;COUNT=5", "END:VEVENT",
            "BEGIN:VEVENT", "UID:s", "RECURRENCE-ID;TZID=Europe/Berlin:20261104T090000", "DTSTART;TZID=Europe/Berlin:20261104T110000", "END:VEVENT",
            "END:VCALENDAR"));
        Assert.Equal([("s", null), ("s", "20261104T080000Z")], file.Items.Select(item => (item.Key.Uid, item.Key.RecurrenceId)));
        Assert.Equal([true, false], file.Items.Select(item => item.IsSeries));
    }

    [Fact]
    public void The_immutable_id_is_taken_as_it_stands()
        => Assert.Equal("AAkALgAA-x_==", IcsFile.ReadEvent(Start, "X-RESTORATION-IMMUTABLE-ID:AAkALgAA-x_==").Single.Key.ImmutableId);

    // What differs and whether it makes another appointment.
    public static TheoryData<string, bool> Differences => new()
    {
        { "DESCRIPTION:body", true },
        { "LOCATION:Room", true },
        { "CATEGORIES:Work", true },
        { "CLASS:PRIVATE", true },
        { "ORGANIZER:mailto:anna@example.com", true },
        { "STATUS:TENTATIVE", true },
        { "SUMMARY:Other", false },
        { "DTEND;TZID=Europe/Berlin:20261103T100000", false },
        { "RRULE:FREQ=DAILY", false },
        { "STATUS:CANCELLED", false },
        { "RECURRENCE-ID:20261103T080000Z", false },
        { "ORGANIZER:mailto:anna@example.com\r\nATTENDEE:mailto:bob@example.com", false },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void The_natural_key_is_what_makes_an_appointment_the_same_for_its_owner(string line, bool isSame)
    {
        ContentHash plain = IcsFile.ReadEvent(Start).Single.Key.NaturalKey;
        Assert.Equal(isSame, plain == IcsFile.ReadEvent(Start, line).Single.Key.NaturalKey);
    }

    public static TheoryData<string[], string[]> SameKeys => new()
    {
        { [Start], ["DTSTART:20261103T080000Z"] },
        { [Start, "DURATION:PT1H"], [Start, "DTEND:20261103T090000Z"] },
        { [Start, "RRULE:FREQ=WEEKLY;BYDAY=MO,TU"], [Start, "RRULE:BYDAY=TU,MO;INTERVAL=1;FREQ=weekly"] },
        { [Start, "RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Berlin:20261104T090000,20261105T090000"], [Start, "RRULE:FREQ=DAILY", "EXDATE:20261105T080000Z", "EXDATE:20261104T080000Z"] },
        { [Start, "RDATE;TZID=Europe/Berlin:20261104T090000"], [Start, "RDATE:20261104T080000Z"] },
        { [Start, "SUMMARY: e\u0301 "], [Start, "SUMMARY:\u00E9"] },
        { [Start, "ATTENDEE:mailto:b@x.y", "ORGANIZER:MAILTO:Anna@Example.com"], [Start, "ATTENDEE:mailto:c@x.y", "ORGANIZER;CN=Anna:mailto:anna@example.com"] },
        { ["DTSTART;VALUE=DATE:20261103"], ["DTSTART:20261103T000000", "DTEND:20261104T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"] },
    };

    [Theory]
    [MemberData(nameof(SameKeys))]
    public void The_natural_key_does_not_depend_on_how_things_are_written(string[] left, string[] right)
        => Assert.Equal(IcsFile.ReadEvent(left).Single.Key.NaturalKey, IcsFile.ReadEvent(right).Single.Key.NaturalKey);

    [Fact]
    public void What_nobody_knows_is_told_by_its_content()
    {
        IcsFile file = IcsFile.Read(IcsFile.Lines("BEGIN:VCALENDAR", "BEGIN:X-A", "X-B:1", "END:X-A", "BEGIN:X-A", "X-B:2", "END:X-A", "END:VCALENDAR"));
        Assert.NotEqual(file.Items[0].Key.NaturalKey, file.Items[1].Key.NaturalKey);
        Assert.NotEqual(file.Items[0].Key.Uid, file.Items[1].Key.Uid);
        Assert.Equal("BEGIN:X-A\r\nX-B:1\r\nEND:X-A\r\n", Encoding.UTF8.GetString(file.Items[0].Content.Span));
        Assert.Equal(file.Items[0].Key, ItemFactory.FromFragment(file.Items[0].Content).Key);
    }

    [Theory]
    [InlineData("SEQUENCE:3", 3)]
    [InlineData("SEQUENCE: 3 ", 3)]
    [InlineData("SEQUENCE:-1", 0)]
    [InlineData("SEQUENCE:99999999999", 0)]
    [InlineData("SEQUENCE:x", 0)]
    [InlineData("X-NONE:1", 0)]
    public void Reads_the_revision(string line, int expected) => Assert.Equal(expected, IcsFile.ReadEvent(Start, line).Single.Sequence);
}

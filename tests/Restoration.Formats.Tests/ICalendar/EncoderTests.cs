using Restoration.Failures;
using Restoration.Formats.ICalendar;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class EncoderTests
{
    private static readonly ICalendarCodec Codec = new();

    private static string[] Encode(Appointment appointment) => IcsFile.ContentOf(ItemFactory.FromAppointment(appointment))[1..^1];

    private static CalendarTime Berlin(int hour) => CalendarTime.OfZone(new DateTime(2026, 11, 3, hour, 0, 0), TimeSpan.FromHours(1), "W. Europe Standard Time", "Europe/Berlin");

    [Fact]
    public void Writes_every_part()
    {
        Appointment appointment = new()
        {
            Uid = "u1",
            RecurrenceId = CalendarTime.OfUtc(new DateTime(2026, 11, 3, 8, 0, 0)),
            IsThisAndFuture = true,
            Stamp = new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.FromHours(1)),
            Start = Berlin(9),
            End = Berlin(10),
            Recurrence = new Restoration.Items.Recurrence
            {
                Rules = ["FREQ=DAILY"],
                Dates = [CalendarTime.OfDate(new DateOnly(2026, 11, 9))],
                Periods = [new RecurrencePeriod(CalendarTime.OfUtc(new DateTime(2026, 11, 8, 8, 0, 0)), CalendarTime.OfUtc(new DateTime(2026, 11, 8, 9, 30, 0)))],
                ExceptionDates = [Berlin(9)],
            },
            Subject = "a;b",
            Body = "x\r\ny",
            HtmlBody = "<b>x, y</b>",
            Location = "Room",
            Categories = ["A,B", "C"],
            Url = "https://example.com/a;b",
            Attachments = [new Attachment { Uri = "https://example.com/a", Name = "a: b", MediaType = "text/plain" }],
            Organizer = new Attendee { Address = "mailto:anna@example.com", Name = "Weber, \"Anna\"" },
            Attendees = [new Attendee { Address = "bob@example.com", Role = "OPT-PARTICIPANT", Response = "ACCEPTED" }],
            Status = "CONFIRMED",
            Sensitivity = Sensitivity.Personal,
            ShowAs = BusyStatus.OutOfOffice,
            Importance = Importance.Low,
            Sequence = 2,
            LastModified = new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero),
            ImmutableId = "id",
            OtherProperties = [new CalendarProperty("X-A", @"raw\,") { Parameters = [new PropertyParameter("B", ["c;d", "e"])] }],
            Alarms = [new Alarm { BeforeStart = TimeSpan.FromMinutes(90) }],
        };
        Assert.Equal(
            [
                "UID:u1", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261103T080000Z", "DTSTAMP:20261101T000000Z",
                "DTSTART;TZID=W. Europe Standard Time:20261103T090000", "DTEND;TZID=W. Europe Standard Time:20261103T100000",
                "RRULE:FREQ=DAILY", "RDATE;VALUE=DATE:20261109", "RDATE;VALUE=PERIOD:20261108T080000Z/PT1H30M", "EXDATE;TZID=W. Europe Standard Time:20261103T090000",
                @"SUMMARY:a\;b", @"DESCRIPTION:x\ny", @"X-ALT-DESC;FMTTYPE=text/html:<b>x\, y</b>", "LOCATION:Room", @"CATEGORIES:A\,B,C",
                "URL:https://example.com/a;b", "ATTACH;FMTTYPE=text/plain;FILENAME=\"a: b\":https://example.com/a",
                "ORGANIZER;CN=\"Weber, ^'Anna^'\":mailto:anna@example.com", "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:bob@example.com",
                "STATUS:CONFIRMED", "CLASS:X-PERSONAL", "X-MICROSOFT-CDO-BUSYSTATUS:OOF", "PRIORITY:9",
                "SEQUENCE:2", "LAST-MODIFIED:20261102T000000Z", "X-RESTORATION-IMMUTABLE-ID:id", @"X-A;B=""c;d"",e:raw\,",
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT1H30M", "DESCRIPTION:Reminder", "END:VALARM",
            ],
            Encode(appointment));
    }

    [Fact]
    public void Writes_nothing_that_goes_without_saying()
        => Assert.Equal(["UID:u1", "DTSTART;VALUE=DATE:20261103", "SUMMARY:a"], Encode(new Appointment { Uid = "u1", Subject = "a", Start = CalendarTime.OfDate(new DateOnly(2026, 11, 3)), IsAllDay = true }));

    public static TheoryData<CalendarTime, string> Times => new()
    {
        { CalendarTime.OfUtc(new DateTime(2026, 11, 3, 9, 0, 0)), "DTSTART:20261103T090000Z" },
        { CalendarTime.OfFloating(new DateTime(2026, 11, 3, 9, 0, 0)), "DTSTART:20261103T090000" },
        { CalendarTime.OfZone(new DateTime(2026, 11, 3, 9, 0, 0), TimeSpan.FromHours(1), "", null), "DTSTART:20261103T080000Z" },
        { CalendarTime.OfZone(new DateTime(2026, 11, 3, 9, 0, 0), TimeSpan.FromHours(1), "", "Europe/Berlin"), "DTSTART;TZID=Europe/Berlin:20261103T090000" },
        { CalendarTime.OfZone(new DateTime(2026, 11, 3, 9, 0, 0), TimeSpan.FromHours(1), "Only in its file", null), "DTSTART:20261103T080000Z" },
        { CalendarTime.OfZone(new DateTime(2026, 11, 3, 9, 0, 0), null, "Nowhere, really", null), "DTSTART;TZID=\"Nowhere, really\":20261103T090000" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void Writes_times(CalendarTime start, string expected)
        => Assert.Equal(expected, Encode(new Appointment { Uid = "1", Start = start })[1]);

    [Fact]
    public void What_is_decoded_and_written_again_compares_equal()
    {
        Item item = IcsFile.ReadEvent(
            "DTSTART;TZID=Europe/Berlin:20261103T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Berlin:20261110T090000", "SUMMARY:Subject",
            @"DESCRIPTION:a\nb\, c", "LOCATION:d", "CATEGORIES:A", "CATEGORIES:B", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "PRIORITY:3",
            "ORGANIZER;CN=Anna:mailto:anna@example.com", "ATTENDEE;CN=\"B, C\";RSVP=TRUE;X-NUM-GUESTS=0:mailto:b@example.com", "SEQUENCE:3", "STATUS:CONFIRMED", "URL:https://example.com",
            "ATTACH;VALUE=BINARY;ENCODING=BASE64:aGVsbG8=", "GEO:1;2", "X-A;B=c:d", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM").Single;
        Item again = ItemFactory.FromAppointment(Codec.Decode(item));
        Assert.Empty(Codec.Compare(item, again));
        Assert.Equal(item.Key, again.Key);
    }

    [Theory]
    [InlineData("DTSTART;X-A=1;TZID=Europe/Berlin:20261103T090000", "DTEND;X-B=2:20261103T100000Z")]
    [InlineData("DTSTART;X-A=1;VALUE=DATE:20261103", "RECURRENCE-ID;X-B=2;TZID=Europe/Berlin:20261103T090000")]
    [InlineData("DTSTART:20261103T090000Z", "RRULE;X-END=20261212:FREQ=WEEKLY;COUNT=3", "EXRULE;X-A=1:FREQ=MONTHLY", "RRULE:FREQ=DAILY;COUNT=2")]
    [InlineData("DTSTART:20261103T090000Z", @"CATEGORIES;LANGUAGE=de:Rot\,Grün,Blau", "CATEGORIES:Red", "CATEGORIES;LANGUAGE=en:Red")]
    [InlineData("DTSTART:20261103T090000Z", "PRIORITY:5", "X-MICROSOFT-CDO-IMPORTANCE:2")]
    [InlineData("DTSTART:20261103T090000Z", "PRIORITY:1", "X-MICROSOFT-CDO-IMPORTANCE:0")]
    [InlineData("DTSTART:20261103T090000Z", "PRIORITY:1", "X-MICROSOFT-CDO-IMPORTANCE:important")]
    [InlineData("DTSTART:20261103T090000Z", "CLASS:SECRET")]
    [InlineData("DTSTART:20261103T090000Z", "BEGIN:VALARM", "ACTION:EMAIL", "TRIGGER;RELATED=END:-PT5M", "DESCRIPTION;LANGUAGE=en:x", "SUMMARY:y", "ATTENDEE;CN=A:mailto:a@example.com", "REPEAT:2", "DURATION:PT5M", "END:VALARM")]
    public void Nothing_that_was_read_is_lost_or_contradicted(params string[] lines)
    {
        Item item = IcsFile.ReadEvent(["UID:1", .. lines]).Single;
        Item again = ItemFactory.FromAppointment(Codec.Decode(item));

        Assert.Empty(IcsFile.ContentOf(item).Except(IcsFile.ContentOf(again)));
        Assert.Equal(Codec.Decode(item).Importance, Codec.Decode(again).Importance);
        Assert.Empty(Codec.Compare(item, again));
    }

    [Fact]
    public void What_was_changed_stands_alone()
    {
        Appointment read = IcsFile.ReadEvent(
            "DTSTART;X-A=1:20261103T090000Z", "RRULE;X-A=1:FREQ=DAILY", "CATEGORIES;LANGUAGE=de:Rot,Blau", "PRIORITY:1", "X-MICROSOFT-CDO-IMPORTANCE:0", "CLASS:SECRET",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER;RELATED=END:-PT5M", "DESCRIPTION:x", "END:VALARM").Appointment;
        string[] lines = Encode(read with
        {
            Start = Berlin(9),
            Recurrence = new Restoration.Items.Recurrence { Rules = ["FREQ=WEEKLY"] },
            Categories = ["Blau"],
            Importance = Importance.High,
            Sensitivity = Sensitivity.Confidential,
            Alarms = [read.Alarms[0] with { Trigger = "-PT10M" }],
        });

        Assert.Equal(
            [
                "DTSTART;TZID=W. Europe Standard Time:20261103T090000", "RRULE:FREQ=WEEKLY", "CATEGORIES:Blau", "CLASS:CONFIDENTIAL", "PRIORITY:1",
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DESCRIPTION:x", "END:VALARM",
            ],
            lines.Where(line => line.Split(':', ';')[0] is not ("UID" or "DTSTAMP" or "DTEND")));
    }

    [Fact]
    public void Without_a_uid_it_gets_one_that_stays_the_same()
    {
        Appointment appointment = new() { Subject = "a", Start = Berlin(9), End = Berlin(10) };
        Assert.Equal(ItemFactory.FromAppointment(appointment).Key.Uid, ItemFactory.FromAppointment(appointment with { Body = "b" }).Key.Uid);
    }

    [Theory]
    [InlineData("X-A\r\nATTENDEE")]
    [InlineData("X:A")]
    [InlineData("")]
    public void A_name_that_would_break_out_of_its_line_is_refused(string name)
        => Assert.Equal(FailureCode.InvalidData, Assert.Throws<RestorationException>(() => Encode(new Appointment { OtherProperties = [new CalendarProperty(name, "v")] })).Code);

    [Fact]
    public void No_value_can_break_out_of_its_line()
    {
        const string Hostile = "v\r\nATTENDEE:mailto:evil@example.com";
        string[] lines = Encode(new Appointment
        {
            Uid = Hostile,
            Subject = Hostile,
            Status = Hostile,
            Url = Hostile,
            Duration = Hostile,
            Recurrence = new Restoration.Items.Recurrence { Rules = [Hostile] },
            Start = CalendarTime.OfZone(new DateTime(2026, 11, 3), null, Hostile, null),
            OtherProperties = [new CalendarProperty("X-A", Hostile) { Parameters = [new PropertyParameter("B", [Hostile])] }],
            Alarms = [new Alarm { Action = Hostile, Trigger = Hostile }],
            Organizer = new Attendee { Address = Hostile, Name = Hostile },
        });
        Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }
}

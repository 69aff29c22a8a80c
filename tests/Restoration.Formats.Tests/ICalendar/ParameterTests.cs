using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class ParameterTests
{
    private static CalendarProperty Read(string line, out IcsFile file)
    {
        file = IcsFile.ReadEvent("DTSTART:20261103T090000Z", line);
        return Assert.Single(file.Appointment.OtherProperties);
    }

    private static string Show(CalendarProperty property)
        => string.Join(' ', property.Parameters.Select(parameter => $"{parameter.Name}=[{string.Join('|', parameter.Values)}]")) + " " + property.Value;

    // The line and its parts: NAME=[value|value] value.
    public static TheoryData<string, string> Lines => new()
    {
        { "X-A:v", " v" },
        { "X-A;B=c:v", "B=[c] v" },
        { "X-A;B=\"c:d;e,f\":v", "B=[c:d;e,f] v" },
        { "X-A;B=\"a\",\"b\",c:v", "B=[a|b|c] v" },
        { "X-A;B=a,,b:v", "B=[a||b] v" },
        { "X-A;B=:v", "B=[] v" },
        { "X-A;B:v", "B=[] v" },
        { "X-A;B=1;B=2:v", "B=[1] B=[2] v" },
        { "X-A;B=a^nb^'c^'^^d:v", "B=[a\nb\"c\"^d] v" },
        { "X-A;B=a^b^:v", "B=[a^b^] v" },
        { @"X-A;X-TITLE=a\;C=b\nc:v", @"X-TITLE=[a\] C=[b\nc] v" },
        { "X-A;B=c:d:e\"f\"", "B=[c] d:e\"f\"" },
        { @"X-A;B=c:raw\;\,\n\\ stays", @"B=[c] raw\;\,\n\\ stays" },
        { "X-A;B=Grüße:v", "B=[Grüße] v" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Reads_parameters_as_they_are(string line, string expected)
    {
        CalendarProperty property = Read(line, out IcsFile file);
        Assert.Empty(file.Findings);
        Assert.Equal(expected, Show(property));
        Assert.Contains(line, IcsFile.ContentOf(file.Single));
    }

    // The broken line, the line it becomes, and its parts.
    public static TheoryData<string, string, string> Broken => new()
    {
        { "X-A;B=\"c:v\"", "X-A;B=c:v", "B=[c] v" },
        { "X-A;B=\"c;D=e:v", "X-A;B=c;D=e:v", "B=[c] D=[e] v" },
        { "X-A;B=Bob \"the\" Builder:v", "X-A;B=Bob ^'the^' Builder:v", "B=[Bob \"the\" Builder] v" },
        { "X-A;B=\"a\"b:v", "X-A;B=^'a^'b:v", "B=[\"a\"b] v" },
        { "X-A ;B=c:v", "X-A;B=c:v", "B=[c] v" },
        { "X-A\t:v", "X-A:v", " v" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Repairs_lines_that_are_written_against_the_rules(string line, string repaired, string expected)
    {
        CalendarProperty property = Read(line, out IcsFile file);
        Assert.Equal(7 + 1, Assert.Single(file.Findings).Line);
        Assert.Equal(expected, Show(property));
        Assert.Contains(repaired, IcsFile.ContentOf(file.Single));
    }

    [Theory]
    [InlineData("DTSTART;TZID=tzone://Microsoft/Custom:20261103T090000", "DTSTART;TZID=\"tzone://Microsoft/Custom\":20261103T090000", "tzone://Microsoft/Custom")]
    [InlineData("DTSTART;VALUE=DATE-TIME;TZID=a:b:c:20261103T090000", "DTSTART;VALUE=DATE-TIME;TZID=\"a:b:c\":20261103T090000", "a:b:c")]
    [InlineData("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna:20261103T090000", "DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\":20261103T090000", "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna")]
    public void Puts_quotes_around_zones_with_colons(string line, string repaired, string zone)
    {
        IcsFile file = IcsFile.ReadEvent(line);
        Assert.Contains(repaired, IcsFile.ContentOf(file.Single));
        Assert.Equal(zone, file.Single.Start!.Value.TimeZone);
        Assert.NotEmpty(file.Findings);
    }

    [Fact]
    public void Reads_people_with_all_that_is_said_of_them()
    {
        Appointment appointment = IcsFile.ReadEvent(
            "DTSTART:20261103T090000Z",
            "ORGANIZER;CN=\"Weber, Anna\";SENT-BY=\"mailto:office@example.com\":MAILTO:anna@example.com",
            "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED;CUTYPE=ROOM;MEMBER=\"mailto:a@example.com\",\"mailto:b@example.com\":mailto:room@example.com",
            "ATTENDEE;EMAIL=carl@example.com;CN=Carl:urn:uuid:1").Appointment;
        Assert.Equal(("Weber, Anna", "anna@example.com", "MAILTO:anna@example.com"), (appointment.Organizer!.Name, appointment.Organizer.Email, appointment.Organizer.Address));
        Assert.Equal("Weber, Anna <anna@example.com>", appointment.Organizer.ToString());
        Attendee room = appointment.Attendees[0];
        Assert.Equal(("OPT-PARTICIPANT", "ACCEPTED", "ROOM"), (room.Role, room.Response, room.Type));
        Assert.Equal(["mailto:a@example.com", "mailto:b@example.com"], room.Parameters[^1].Values);
        Assert.Equal(("carl@example.com", "REQ-PARTICIPANT", "NEEDS-ACTION"), (appointment.Attendees[1].Email, appointment.Attendees[1].Role, appointment.Attendees[1].Response));
    }
}

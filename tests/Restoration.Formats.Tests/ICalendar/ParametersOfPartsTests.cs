using Restoration.Formats.ICalendar;
using Restoration.Formats.ICalendar.Items;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public class ParametersOfPartsTests
{
    private static readonly ICalendarCodec Codec = new();

    [Theory]
    [InlineData("SUMMARY;LANGUAGE=de:Hallo\\, Welt")]
    [InlineData("DESCRIPTION;ALTREP=\"cid:1\":text")]
    [InlineData("LOCATION;LANGUAGE=fr;X-MAP=\"a,b\":Gare")]
    [InlineData("STATUS;X-WHY=x:CONFIRMED")]
    [InlineData("URL;VALUE=URI:https://example.com/a")]
    [InlineData("X-ALT-DESC;FMTTYPE=text/html;X-A=b:<b>x</b>")]
    public void Come_back_from_an_appointment(string line)
    {
        IcsFile file = IcsFile.ReadEvent("DTSTART:20261103T090000Z", line);
        Item again = ItemFactory.FromAppointment(file.Appointment);

        Assert.Single(IcsFile.ContentOf(again), line);
        Assert.Equal(file.Single.ComparisonHash, again.ComparisonHash);
        Assert.Equivalent(file.Appointment, Codec.Decode(again));
    }

    [Fact]
    public void Go_when_the_part_is_changed()
    {
        Appointment read = IcsFile.ReadEvent("DTSTART:20261103T090000Z", "SUMMARY;LANGUAGE=de:Hallo").Appointment;

        string[] lines = IcsFile.ContentOf(ItemFactory.FromAppointment(read with { Subject = "Hello" }));

        Assert.Equal(["SUMMARY:Hello"], lines.Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)));
    }
}

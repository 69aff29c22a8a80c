using Restoration.Formats.Csv;
using Restoration.Formats.ICalendar;
using Restoration.Formats.Json;
using Restoration.Formats.Tests.ICalendar;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Files;

/// <summary>What the fuzzer and the files of other projects found: each was lost, refused or changed once.</summary>
public sealed class FuzzFindingTests
{
    private static readonly IItemFormat[] Formats = [new ICalendarFormat(), new JsonFormat(), new CsvFormat()];

    public static TheoryData<string, string[]> Events => new()
    {
        { "a parameter's name with a caret", ["SUMMARY;SE^T-BY=x:text"] },
        { "a parameter's name with a brace and a comma", ["X-A;c}*a,b=1:text"] },
        { "an attendee's parameter with quotes in its name", ["ATTENDEE;X-RE,,,\"Pens, Pads\",5,NT=\"away, sorry\":mailto:ida@b.example"] },
        { "a nested component with blanks in its name", ["BEGIN:VALAR CTUE=DATE-TIME 86<0", "X-A:1", "END:VALAR CTUE=DATE-TIME 86<0"] },
        { "components one in the other", [.. Enumerable.Repeat("BEGIN:X-A", 31), "X-B:1", .. Enumerable.Repeat("END:X-A", 31)] },
        { "an address with a colon", ["ORGANIZER;CN=Jan:mailto:jan@acBEGIN:VEVENT"] },
        { "a time of completion without a zone", ["COMPLETED:20260727T041610"] },
        { "quotes within a word of a parameter", ["ORGANIZER;CN=Rui;ENCODING=QUOTEDSENT-BY=\"mailto:a@b.example\":mailto:rui@b.example"] },
        { "an empty zone before another", ["RRULE:FREQ=DAILY;COUNT=9", "EXDATE;TZID=;TZID=Europe/Amsterdam:20260103T090000"] },
        { "an end with an empty zone before another", ["DTEND;TZID=;TZID=Europe/Amsterdam:20260103T090000"] },
        { "something between a zone in quotes and the time", ["DTEND;TZID=\"America/Sao_Paulo\":RDATE:20260302T091500"] },
        { "a part of a zone's name in quotes", ["DTEND;X-A=\";TZID=q\";TZID=\"tzone\"://Microsoft/Custom:20260302T091500"] },
        { "a period from a day to a time in a zone", ["RDATE;VALUE=PERIOD;TZID=Europe/Amsterdam:20260420/20260427T113000"] },
        { "a priority below zero beside an importance", ["PRIORITY:-5", "X-MICROSOFT-CDO-IMPORTANCE:1"] },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Is_read_from_every_format_as_it_was(string what, string[] lines)
    {
        Assert.NotEmpty(what);
        Item item = IcsFile.ReadEvent(["DTSTART:20260101T090000Z", .. lines]).Single;
        Assert.All(Formats, format => Assert.Equal(item.ComparisonHash, FormatFile.Read(format, FormatFile.Write(format, [item])).Single.ComparisonHash));
    }

    [Theory]
    [InlineData(Importance.Low, "PRIORITY:+7")]
    [InlineData(Importance.Low, "PRIORITY:007")]
    [InlineData(Importance.Normal, "PRIORITY:7x")]
    [InlineData(Importance.Normal, "PRIORITY:urgent", "PRIORITY:7")]
    [InlineData(Importance.High, "PRIORITY;X-A^B=1:2x", "X-MICROSOFT-CDO-IMPORTANCE:2")]
    [InlineData(Importance.High, "PRIORITY:urgent", "X-MICROSOFT-CDO-IMPORTANCE:2")]
    [InlineData(Importance.Normal, "PRIORITY:-5", "X-MICROSOFT-CDO-IMPORTANCE:1")]
    [InlineData(Importance.Low, "PRIORITY:99999999999", "X-MICROSOFT-CDO-IMPORTANCE:0")]
    public void A_priority_of_any_value_stays_and_so_does_the_importance(Importance importance, params string[] lines)
    {
        Item item = IcsFile.ReadEvent(["DTSTART:20260101T090000Z", .. lines]).Single;
        Assert.Equal(importance, new ICalendarCodec().Decode(item).Importance);
        Assert.All(Formats, format =>
        {
            Item again = FormatFile.Read(format, FormatFile.Write(format, [item])).Single;
            Assert.Equal(item.ComparisonHash, again.ComparisonHash);
            Assert.Equal(importance, new ICalendarCodec().Decode(again).Importance);
            Assert.Equal(PrioritiesOf(item), PrioritiesOf(again));
        });
    }

    [Fact]
    public void A_calendar_with_an_odd_parameter_can_be_written()
    {
        IcsFile file = IcsFile.Read(IcsFile.Wrap("DTSTART:20260101T090000Z").Replace("VERSION:2.0", "VERSION:2.0\r\nX-OWN;c}*a,b=1:value", StringComparison.Ordinal));

        Assert.Contains("c}*a,b=1", IcsFile.Write(file.Items, file.Info), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VEVENRANGE=THISANDFUTURET")]
    [InlineData("VEV\tENT")]
    public void A_component_of_any_name_survives(string name)
    {
        Item item = IcsFile.Read(IcsFile.Wrap("DTSTART:20260101T090000Z").Replace("VEVENT", name, StringComparison.Ordinal)).Single;

        Assert.All(Formats, format => Assert.Equal(item.ComparisonHash, FormatFile.Read(format, FormatFile.Write(format, [item])).Single.ComparisonHash));
    }

    [Fact]
    public void A_zone_whose_rules_lie_in_one_another_survives()
    {
        string[] zone =
        [
            "BEGIN:VTIMEZONE", "TZID:Ours", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0500", "TZOFFSETTO:+0400",
            "BEGIN:DAYLIGHT", "DTSTART:19700601T000000", "TZOFFSETFROM:+0400", "TZOFFSETTO:+0500", "RRULE:FREQ=YEARLY", "END:DAYLIGHT", "TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE",
        ];
        Item item = IcsFile.Read(IcsFile.Wrap("DTSTART;TZID=Ours:20260101T090000").Replace("BEGIN:VEVENT", string.Join("\r\n", [.. zone, "BEGIN:VEVENT"]), StringComparison.Ordinal)).Single;

        Assert.All(Formats, format => Assert.Equal(item.ComparisonHash, FormatFile.Read(format, FormatFile.Write(format, [item])).Single.ComparisonHash));
    }

    private static IEnumerable<string> PrioritiesOf(Item item)
        => new ICalendarCodec().Decode(item).OtherProperties.Where(property => property.Name == "PRIORITY").Select(property => property.Value);
}

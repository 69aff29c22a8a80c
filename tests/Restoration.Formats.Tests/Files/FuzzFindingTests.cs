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
        { "a nested component with blanks in its name", ["BEGIN:VALAR CTUE=DATE-TIME 86<0", "X-A:1", "END:VALAR CTUE=DATE-TIME 86<0"] },
        { "an address with a colon", ["ORGANIZER;CN=Jan:mailto:jan@acBEGIN:VEVENT"] },
        { "a time of completion without a zone", ["COMPLETED:20260727T041610"] },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Is_read_from_every_format_as_it_was(string what, string[] lines)
    {
        Assert.NotEmpty(what);
        Item item = IcsFile.ReadEvent(["DTSTART:20260101T090000Z", .. lines]).Single;
        Assert.All(Formats, format => Assert.Equal(item.ComparisonHash, FormatFile.Read(format, FormatFile.Write(format, [item])).Single.ComparisonHash));
    }

    [Fact]
    public void A_calendar_with_an_odd_parameter_can_be_written()
    {
        IcsFile file = IcsFile.Read(IcsFile.Wrap("DTSTART:20260101T090000Z").Replace("VERSION:2.0", "VERSION:2.0\r\nX-OWN;c}*a,b=1:value", StringComparison.Ordinal));

        Assert.Contains("c}*a,b=1", IcsFile.Write(file.Items, file.Info), StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_of_any_name_survives()
    {
        Item item = IcsFile.Read(IcsFile.Wrap("DTSTART:20260101T090000Z").Replace("VEVENT", "VEVENRANGE=THISANDFUTURET", StringComparison.Ordinal)).Single;

        Assert.All(Formats, format => Assert.Equal(item.ComparisonHash, FormatFile.Read(format, FormatFile.Write(format, [item])).Single.ComparisonHash));
    }
}

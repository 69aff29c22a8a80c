using System.Text;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class LexingTests
{
    private const string Event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261103T090000Z\nSUMMARY:Grüße, 東京 🙂\nEND:VEVENT\nEND:VCALENDAR\n";

    public static TheoryData<string, string> LineEnds => new()
    {
        { "CR LF", Event.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "LF", Event },
        { "CR", Event.Replace('\n', '\r') },
        { "CR CR LF, as text mode makes it twice", Event.Replace("\n", "\r\r\n", StringComparison.Ordinal) },
        { "mixed", Event.Replace("\nU", "\r\nU", StringComparison.Ordinal).Replace("\nD", "\rD", StringComparison.Ordinal) },
        { "blank lines", Event.Replace("\n", "\n\n\r\n", StringComparison.Ordinal) },
        { "no last line end", Event.TrimEnd('\n') },
        { "lower-case markers", Event.Replace("BEGIN:VEVENT", "begin:vevent", StringComparison.Ordinal).Replace("END:VEVENT", "End:vEvent", StringComparison.Ordinal) },
        { "blanks behind the markers", Event.Replace("VEVENT\n", "VEVENT  \n", StringComparison.Ordinal).Replace("VCALENDAR\n", "VCALENDAR \t\n", StringComparison.Ordinal) },
        { "blanks and lines before", "\r\n  \r\n" + Event },
    };

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Reads_every_line_end_in_pieces_of_every_size(string name, string text)
    {
        foreach (int pieces in new[] { 1, 2, 3, 7, 64, int.MaxValue })
        {
            IcsFile file = IcsFile.Read(Encoding.UTF8.GetBytes(text), pieces: pieces);
            Assert.True(file.Findings.Count == 0, $"{name}: {string.Join("; ", file.Findings)}");
            Assert.Equal("Grüße, 東京 🙂", file.Single.Subject);
        }
    }

    public static TheoryData<string> Folds => new()
    {
        "SUMMARY:Long \r\n subject",
        "SUMMARY:Long \r\n\tsubject",
        "SUMMARY:Long \n subject",
        "SUMMARY:Long \r subject",
        "SUMM\r\n ARY:Long subject",
        "SUMMARY\r\n :Long subject",
        "SUMMARY:Lo\r\n \r\n ng subject",
        "SUMMARY:Long\r\n\r\n  subject",
        "SUMMARY:\r\n Long subject",
    };

    [Theory]
    [MemberData(nameof(Folds))]
    public void Unfolds_lines(string folded)
        => Assert.Equal("Long subject", IcsFile.ReadEvent("DTSTART:20261103T090000Z", folded).Single.Subject);

    [Fact]
    public void Unfolds_inside_a_character_before_it_decodes()
    {
        byte[] text = Encoding.UTF8.GetBytes(IcsFile.Wrap("DTSTART:20261103T090000Z", "SUMMARY:a🙂é"));
        int character = Array.IndexOf(text, (byte)0xF0);
        byte[] folded = [.. text[..(character + 1)], .. "\r\n "u8, .. text[(character + 1)..(character + 3)], .. "\n\t"u8, .. text[(character + 3)..]];
        IcsFile file = IcsFile.Read(folded);
        Assert.Empty(file.Findings);
        Assert.Equal("a🙂é", file.Single.Subject);
    }

    [Theory]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u001C")]
    public void Only_CR_and_LF_end_lines(string character)
    {
        IcsFile file = IcsFile.ReadEvent("DTSTART:20261103T090000Z", $"SUMMARY:one{character}two", "LOCATION:here");
        Assert.Empty(file.Findings);
        Assert.Equal($"one{character}two", file.Single.Subject);
        Assert.Equal("here", file.Appointment.Location);
    }

    [Fact]
    public void Control_characters_that_mean_nothing_are_left_out_and_reported_once()
    {
        IcsFile file = IcsFile.ReadEvent("DTSTART:20261103T\u0001090000Z", "SUMMARY:o\0ne\u0007\u007F", "X-A\u001B:\u0002v", "LOCATION;X-P=a\vb:here");
        Assert.Equal(7, Assert.Single(file.Findings).Line);
        Assert.Equal(["DTSTART:20261103T090000Z", "SUMMARY:one", "X-A:v", "LOCATION;X-P=a b:here"], IcsFile.ContentOf(file.Single)[3..^1]);
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Event) },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Event)] },
        { "UTF-16 little-endian", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Event)] },
        { "UTF-16 big-endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Event)] },
        { "UTF-16 little-endian without a mark", Encoding.Unicode.GetBytes(Event) },
        { "UTF-16 big-endian without a mark", Encoding.BigEndianUnicode.GetBytes(Event) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Finds_the_encoding_out(string name, byte[] text)
    {
        foreach (int pieces in new[] { 1, 5, int.MaxValue })
        {
            IcsFile file = IcsFile.Read(text, pieces: pieces);
            Assert.Empty(file.Findings);
            Assert.True(file.Single.Subject == "Grüße, 東京 🙂", name);
        }
    }

    [Fact]
    public void Reads_a_long_UTF_16_file()
    {
        string text = IcsFile.Wrap("DTSTART:20261103T090000Z", "DESCRIPTION:" + string.Concat(Enumerable.Repeat("äß東🙂", 40_000)));
        IcsFile file = IcsFile.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], pieces: 997);
        Assert.Equal(200_000, file.Appointment.Body!.Length);
        Assert.DoesNotContain('\uFFFD', file.Appointment.Body);
    }

    [Fact]
    public void Reads_Latin_1_and_says_so_once()
    {
        byte[] text = Encoding.Latin1.GetBytes(IcsFile.Wrap("DTSTART:20261103T090000Z", "SUMMARY:Müller", "LOCATION:Köln"));
        IcsFile file = IcsFile.Read(text);
        Assert.Equal("Müller", file.Single.Subject);
        Assert.Equal("Köln", file.Appointment.Location);
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(8, finding.Line);
    }

    [Fact]
    public void Keeps_the_UTF_8_of_a_line_that_has_one_wrong_byte()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261103T090000Z\r\nSUMMARY:東京 "), 0x93, 0xFC, .. "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8];
        Assert.Equal("東京 “ü", IcsFile.Read(text).Single.Subject);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\r\n", true)]
    [InlineData("\uFEFFBEGIN:VCALENDAR", true)]
    [InlineData("\r\n  begin:vcalendar", true)]
    [InlineData("BEGIN:VEVENT\nUID:1", true)]
    [InlineData("BEGIN:VCARD\r\n", false)]
    [InlineData("BEGIN:VCAL", false)]
    [InlineData("Subject,Start Date\r\n", false)]
    [InlineData("{\"appointments\":[]}", false)]
    [InlineData("", false)]
    public void Recognises_calendars_by_their_beginning(string head, bool expected)
    {
        Restoration.Formats.ICalendar.ICalendarFormat format = new();
        Assert.Equal(expected, format.Recognises(Encoding.UTF8.GetBytes(head)));
        Assert.Equal(expected, format.Recognises([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(head.TrimStart('\uFEFF'))]));
    }

    [Fact]
    public void Content_is_unfolded_in_the_order_and_case_it_was_read_in()
    {
        Item item = IcsFile.Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nuid:1\nX-Foo;A=b:1\nDtStart:20261103T090000Z\nSUMMARY:long\n er\nX-Foo:2\nEND:VEVENT\nEND:VCALENDAR").Single;
        Assert.Equal(["BEGIN:VEVENT", "uid:1", "X-Foo;A=b:1", "DtStart:20261103T090000Z", "SUMMARY:longer", "X-Foo:2", "END:VEVENT"], IcsFile.ContentOf(item));
        Assert.Equal(item.Content.Length, item.Size);
        Assert.Equal(ContentHash.Of(item.Content.Span), item.ContentHash);
    }
}

using Restoration.Items;

namespace Restoration.Formats.Tests.ICalendar;

public sealed class TextTests
{
    // The raw value and the text it stands for.
    public static TheoryData<string, string> Texts => new()
    {
        { "plain", "plain" },
        { @"a\nb\Nc", "a\nb\nc" },
        { @"a\\nb", @"a\nb" },
        { @"C:\\new", @"C:\new" },
        { @"a\;b\,c", "a;b,c" },
        { "a;b,c", "a;b,c" },
        { @"a\:b\""c", "a:b\"c" },
        { @"\\\\", @"\\" },
        { @"\\\n", "\\\n" },
        { @"trailing\", @"trailing\" },
        { @"trailing\\", @"trailing\" },
        { @"no escape \x", @"no escape \x" },
        { "tab\tkept", "tab\tkept" },
        { "a: b=c", "a: b=c" },
        { " blanks kept ", " blanks kept " },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Decodes_texts_in_one_pass(string raw, string text)
        => Assert.Equal(text, IcsFile.ReadEvent("DTSTART:20261103T090000Z", "SUMMARY:" + raw).Single.Subject);

    [Theory]
    [InlineData(@"a\b;c,d", @"SUMMARY:a\\b\;c\,d")]
    [InlineData("a\r\nb\nc\rd", @"SUMMARY:a\nb\nc\nd")]
    [InlineData("tab\there", "SUMMARY:tab\there")]
    [InlineData("bell\u0007 and \u007F", "SUMMARY:bell and ")]
    [InlineData("vertical\vtab", "SUMMARY:vertical tab")]
    [InlineData("a: \"b\"", "SUMMARY:a: \"b\"")]
    public void Encodes_texts(string text, string line)
    {
        Item item = Restoration.Formats.ICalendar.Items.ItemFactory.FromAppointment(new Appointment { Uid = "1", Subject = text });
        Assert.Contains(line, IcsFile.ContentOf(item));
    }

    [Fact]
    public void A_long_text_is_decoded_as_well()
    {
        string raw = string.Concat(Enumerable.Repeat(@"line\n", 10_000));
        Assert.Equal(raw.Replace(@"\n", "\n", StringComparison.Ordinal), IcsFile.ReadEvent("DTSTART:20261103T090000Z", "DESCRIPTION:" + raw).Appointment.Body);
    }

    [Theory]
    [InlineData("CATEGORIES:A,B", "A|B")]
    [InlineData(@"CATEGORIES:A\,B,C", "A,B|C")]
    [InlineData(@"CATEGORIES:A\\,B", @"A\|B")]
    [InlineData("CATEGORIES: A , B ", "A|B")]
    [InlineData("CATEGORIES:A,,B,", "A|B")]
    [InlineData("CATEGORIES:", "")]
    [InlineData("CATEGORIES:A\r\nCATEGORIES;LANGUAGE=de:B,C", "A|B|C")]
    public void Reads_categories(string property, string expected)
        => Assert.Equal(expected, string.Join('|', IcsFile.ReadEvent("DTSTART:20261103T090000Z", property).Appointment.Categories));

    public static TheoryData<string[], string> QuotedPrintables => new()
    {
        { ["SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller; caf=C3=A9"], "Müller; café" },
        { ["SUMMARY;QUOTED-PRINTABLE:M=FCller"], "Müller" },
        { ["SUMMARY;ENCODING=quoted-printable:one=0D=0Atwo"], "one\ntwo" },
        { ["SUMMARY;ENCODING=QUOTED-PRINTABLE:one =", "two =", "three"], "one two three" },
        { ["SUMMARY;ENCODING=QUOTED-PRINTABLE:one=20=", ""], "one " },
        { ["SUMMARY;ENCODING=QUOTED-PRINTABLE:one=", "two=", "", ""], "onetwo" },
        { ["SUMMARY;ENCODING=QUOTED-PRINTABLE:a=3Db=zz"], "a=bzz" },
        { ["SUMMARY;ENCODING=QUOTED-PRINTABLE:BEGIN=", "BEGIN:VEVENT"], "BEGINBEGIN:VEVENT" },
    };

    [Theory]
    [MemberData(nameof(QuotedPrintables))]
    public void Reads_the_encoding_of_vCalendar(string[] lines, string expected)
    {
        IcsFile file = IcsFile.ReadEvent(["DTSTART:20261103T090000Z", .. lines, "LOCATION:after"]);
        Assert.Equal(expected, file.Single.Subject);
        Assert.Equal("after", file.Appointment.Location);
        Assert.DoesNotContain(IcsFile.ContentOf(file.Single), line => line.Contains("QUOTED", StringComparison.OrdinalIgnoreCase));
    }
}

using System.Text;
using Restoration.Formats.Mime;

namespace Restoration.Formats.Tests.Mime;

/// <summary>Messages taken apart, whole ones and damaged ones.</summary>
public sealed class MimeTreeTests
{
    private const string Mixed = "Content-Type: multipart/mixed; boundary=b\r\n\r\nbefore\r\n--b\r\n\r\none\r\n--b\r\nContent-Type: image/png; name=a.png\r\n\r\ntwo\r\n--b--\r\nafter";

    public static TheoryData<string, string, string> Messages => new()
    {
        { "Subject: x\r\n\r\nbody", "text/plain:body", "" },
        { Mixed, "text/plain:one|image/png:two", "" },
        { Mixed.Replace("\r\n", "\n", StringComparison.Ordinal), "text/plain:one|image/png:two", "" },
        { Mixed.Replace("--b--", "--b-", StringComparison.Ordinal), "text/plain:one|image/png:two\r\n--b-\r\nafter", "its last boundary is missing: it was cut off" },
        { Mixed.Replace("boundary=b", "x=y", StringComparison.Ordinal), "multipart/mixed:" + Mixed[(Mixed.IndexOf("before", StringComparison.Ordinal))..], "it says that it has parts, but not where they begin: the boundary is missing" },
        { Mixed.Replace("boundary=b", "boundary=c", StringComparison.Ordinal), "", "the boundary that it names does not stand in it" },
        { Mixed.Replace("--b--\r\nafter", "--bb\r\n--b--", StringComparison.Ordinal), "text/plain:one|image/png:two\r\n--bb", "" },
        { "Content-Type: multipart/a; boundary=\"o o\"\n\n--o o\nContent-Type: multipart/b; boundary=i\n\n--i\n\nx\n--i--\n--o o\n\ny\n--o o--", "text/plain:x|text/plain:y", "" },
        { "", "text/plain:", "" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Parts_are_found(string message, string parts, string defects)
    {
        MimeTree tree = Read(message);
        Assert.Equal(parts, string.Join('|', tree.Parts.Select(part => $"{part.Type.Value}:{Encoding.UTF8.GetString(part.Body.Span)}")));
        Assert.Equal(defects, string.Join('|', tree.Defects));
    }

    [Fact]
    public void Parts_a_thousand_deep_are_one_part_from_the_limit_on()
    {
        StringBuilder message = new();
        for (int i = 0; i < 1000; i++)
        {
            message.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        MimeTree tree = Read(message.ToString());
        Assert.Single(tree.Parts);
        Assert.Contains("parts are nested deeper than 32 levels; what is inside was not looked at", tree.Defects);
    }

    [Theory]
    [InlineData("base64", "R3LDvMOfZQ==", "Grüße")]
    [InlineData("BASE64", "R3L\r\nDvMOf ZQ", "Grüße")]
    [InlineData("base64", "R3I=R3I=", "GrGr")]
    [InlineData("quoted-printable", "Gr=C3=BC=C3=9F=\r\ne =", "Grüße =")]
    [InlineData("quoted-printable", "a=\nb=  \nc=XX", "abc=XX")]
    [InlineData("8bit", "Grüße", "Grüße")]
    [InlineData("x-unknown", "as it is", "as it is")]
    public void Transfer_encodings_are_decoded(string encoding, string body, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        Assert.Equal(expected, Encoding.UTF8.GetString(TransferEncoding.Decode(bytes, encoding)));
        Assert.Equal(Encoding.UTF8.GetByteCount(expected), TransferEncoding.SizeOf(bytes, encoding));
    }

    [Theory]
    [InlineData("A: 1\r\nB : 2\r\n c\r\n\r\nbody", "A,B", "body", true)]
    [InlineData("A: 1\nno field\nbody", "A", "no field\nbody", false)]
    [InlineData("no header at all", "", "no header at all", false)]
    [InlineData("\r\nbody", "", "body", true)]
    [InlineData("A: 1", "A", "", true)]
    [InlineData(": x\n\nb", "", ": x\n\nb", false)]
    public void A_header_ends_where_no_field_is(string message, string names, string body, bool isWhole)
    {
        MimeHeaders headers = MimeHeaders.Parse(Encoding.UTF8.GetBytes(message));
        Assert.Equal(names, string.Join(',', headers.Fields.Select(field => field.Name)));
        Assert.Equal(body, message[headers.BodyStart..]);
        Assert.Equal(isWhole, headers.IsWhole);
    }

    [Theory]
    [InlineData("<p>Hello<br>you &amp; me</p><script>x()</script>", "Hello\nyou & me")]
    [InlineData("<html><head><title>t</title></head><body>b<!-- > c -->d</body></html>", "b d")]
    [InlineData("open <tag", "open")]
    public void Html_is_read_as_its_words(string html, string expected) => Assert.Equal(expected, HtmlText.Read(html));

    private static MimeTree Read(string message)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(message);
        return MimeTree.Read(MimeHeaders.Parse(bytes), bytes, 32);
    }
}

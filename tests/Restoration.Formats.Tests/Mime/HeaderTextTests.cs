using System.Text;
using Restoration.Formats.Mime;

namespace Restoration.Formats.Tests.Mime;

/// <summary>Texts of headers as programs of forty years write them.</summary>
public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(" folded\r\n text ", "folded text")]
    [InlineData("=?utf-8?B?R3LDvMOfZQ==?=", "Grüße")]
    [InlineData("=?UTF-8?Q?Gr=C3=BC=C3=9Fe_aus?= Berlin", "Grüße aus Berlin")]
    [InlineData("=?iso-8859-1?Q?Gr=FC=DFe?=", "Grüße")]
    [InlineData("=?iso-8859-1*de?Q?Gr=FC=DFe?=", "Grüße")]
    [InlineData("=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße")]
    [InlineData("=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=", "ab")]
    [InlineData("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c")]
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "Привет")]
    [InlineData("=?gb2312?B?xOO6ww==?=", "你好")]
    [InlineData("=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=", "こんにちは")]
    [InlineData("=?no-such-set?Q?abc?=", "abc")]
    [InlineData("=?utf-8?X?abc?=", "=?utf-8?X?abc?=")]
    [InlineData("=?utf-8?Q?not closed", "=?utf-8?Q?not closed")]
    [InlineData("=?utf-8?B?R3LDvMOfZQ?=", "Grüße")]
    [InlineData("", "")]
    public void A_text_is_decoded(string raw, string expected) => Assert.Equal(expected, HeaderText.Decode(Encoding.UTF8.GetBytes(raw)));

    [Fact]
    public void Eight_bits_without_a_set_are_utf_8_if_they_can_be_and_windows_1252_else()
    {
        Assert.Equal("Grüße", HeaderText.Decode("Gr\u00fc\u00dfe"u8));
        Assert.Equal("Grüße", HeaderText.Decode([(byte)'G', (byte)'r', 0xFC, 0xDF, (byte)'e']));
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "text/plain", "charset", "utf-8")]
    [InlineData("TEXT/Plain ; Charset=\"utf-8\" (comment)", "text/plain", "charset", "utf-8")]
    [InlineData("a/b; name=\"semi;colon \\\"x\\\".txt\"", "a/b", "name", "semi;colon \"x\".txt")]
    [InlineData("a/b; name*=utf-8''Gr%C3%BC%C3%9Fe.txt", "a/b", "name", "Grüße.txt")]
    [InlineData("a/b; name*0=long; name*1=er.txt", "a/b", "name", "longer.txt")]
    [InlineData("a/b; name*1*=%9Fe.txt; name*0*=utf-8'de'Gr%C3%BC%C3", "a/b", "name", "Grüße.txt")]
    [InlineData("a/b; name==?utf-8?B?R3LDvMOfZQ==?=", "a/b", "name", "Grüße")]
    [InlineData("a/b; name", "a/b", "name", "")]
    [InlineData("a/b;;; boundary=x;", "a/b", "boundary", "x")]
    [InlineData("", "", "x", null)]
    public void Parameters_are_read(string raw, string value, string name, string? expected)
    {
        HeaderParameters parameters = HeaderParameters.Parse(Encoding.UTF8.GetBytes(raw));
        Assert.Equal(value, parameters.Value);
        Assert.Equal(expected, parameters.Get(name));
    }

    [Theory]
    [InlineData("bob@contoso.com", "bob@contoso.com")]
    [InlineData("Bob <bob@contoso.com>", "Bob <bob@contoso.com>")]
    [InlineData("\"Builder, Bob\" <bob@contoso.com>, alice@contoso.com", "Builder, Bob <bob@contoso.com>|alice@contoso.com")]
    [InlineData("bob@contoso.com (Bob (the) Builder)", "Bob (the) Builder <bob@contoso.com>")]
    [InlineData("=?utf-8?Q?B=C3=B6b=2C_x?= <bob@contoso.com>", "Böb, x <bob@contoso.com>")]
    [InlineData("Team: a@b.c, d@e.f; g@h.i", "a@b.c|d@e.f|g@h.i")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("<@a,@b:bob@contoso.com>", "bob@contoso.com")]
    [InlineData("Bob <bob@contoso.com", "Bob <bob@contoso.com>")]
    [InlineData("a@b.c; d@e.f", "a@b.c|d@e.f")]
    [InlineData("", "")]
    public void Addresses_are_read(string raw, string expected)
        => Assert.Equal(expected, string.Join('|', AddressList.Parse(Encoding.UTF8.GetBytes(raw))));

    [Theory]
    [InlineData("Tue, 3 Nov 2026 09:00:00 +0100", "2026-11-03 08:00:00Z")]
    [InlineData("3 Nov 2026 09:00 GMT", "2026-11-03 09:00:00Z")]
    [InlineData("Tue, 03 Nov 26 09:00:00 EST", "2026-11-03 14:00:00Z")]
    [InlineData("Tue, 3 Nov 2026 09:00:00 -0800 (PST)", "2026-11-03 17:00:00Z")]
    [InlineData("Tue Nov  3 09:00:00 2026", "2026-11-03 09:00:00Z")]
    [InlineData("3 November 1999 09:00:00 +0000", "1999-11-03 09:00:00Z")]
    [InlineData("31 Feb 2026 09:00:00 +0000", null)]
    [InlineData("3 Nov 2026 25:00:00 +0000", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void Dates_are_read(string text, string? expected) => Assert.Equal(expected, MimeDate.Parse(text)?.ToString("u"));
}

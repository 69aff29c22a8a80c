using System.IO.Compression;
using System.Text;
using Restoration.Failures;
using Restoration.Formats.Text;

namespace Restoration.Formats.Tests.Text;

public sealed class TextInputTests
{
    private const string Sample = "name,größe,予定\r\n1,2,3\r\n";

    public static TheoryData<string> Encodings { get; } = ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Passes_the_byte_order_mark_and_transcodes(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);

        Assert.Equal(Sample, await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)]));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Recognises_utf16_without_a_mark(string name)
        => Assert.Equal(Sample, await ReadAsync(Encoding.GetEncoding(name).GetBytes(Sample)));

    [Fact]
    public async Task Unpacks_gzip_and_transcodes_what_is_in_it()
        => Assert.Equal(Sample, await ReadAsync(Gzip([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Sample)])));

    [Fact]
    public async Task Gives_out_what_is_longer_than_the_head()
    {
        string text = string.Concat(Enumerable.Repeat(Sample, 1000));

        Assert.Equal(text, await ReadAsync(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, await ReadAsync(Gzip(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public async Task Leaves_the_stream_to_the_caller()
    {
        using MemoryStream stream = new(Gzip("a,b\n"u8));
        await (await TextInput.OpenAsync(stream, "x", CancellationToken.None)).DisposeAsync();

        Assert.True(stream.CanRead);
    }

    public static TheoryData<string, byte[]> NoText { get; } = new()
    {
        { "empty", [] },
        { "a mark alone", [0xEF, 0xBB, 0xBF] },
        { "blank", [.. " \r\n\t\n"u8] },
        { "empty gzip", Gzip([]) },
        { "gzip that is none", [0x1F, 0x8B, .. "nothing of the kind"u8] },
        { "gzip cut off in its header", Gzip("a,b\n"u8)[..5] },
        { "zip", [.. "PK"u8, 3, 4, .. "anything"u8] },
        { "PDF", [.. "%PDF-1.7"u8] },
        { "binary", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(NoText))]
    public async Task Refuses_what_is_no_text(string what, byte[] bytes)
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(() => ReadAsync(bytes));

        Assert.Equal((FailureCode.InvalidData, "test.csv"), (failure.Code, failure.Subject));
        Assert.NotEmpty(what);
    }

    private static async Task<string> ReadAsync(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        await using TextInput input = await TextInput.OpenAsync(stream, "test.csv", CancellationToken.None);
        using StreamReader reader = new(input.Stream, new UTF8Encoding(false, true), detectEncodingFromByteOrderMarks: false);
        string text = await reader.ReadToEndAsync();
        Assert.StartsWith(Encoding.UTF8.GetString(input.Head.Span[..Math.Min(input.Head.Length, 20)]), text, StringComparison.Ordinal);
        return text;
    }

    private static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}

using Restoration.Requests;

namespace Restoration.Tests.Requests;

public sealed class ByteQuantifiedSizeTests
{
    [Theory]
    [InlineData(0, "0 B (0 bytes)")]
    [InlineData(1, "1 B (1 bytes)")]
    [InlineData(1023, "1,023 B (1,023 bytes)")]
    [InlineData(3402, "3.322 KB (3,402 bytes)")]
    [InlineData(53207, "51.96 KB (53,207 bytes)")]
    [InlineData(1048576, "1 MB (1,048,576 bytes)")]
    [InlineData(5368709120, "5 GB (5,368,709,120 bytes)")]
    public void Is_printed_as_Exchange_prints_it(long bytes, string text) => Assert.Equal(text, new ByteQuantifiedSize(bytes).ToString());
}

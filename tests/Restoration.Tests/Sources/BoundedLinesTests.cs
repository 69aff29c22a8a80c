using Restoration.Failures;
using Restoration.Sources;

namespace Restoration.Tests.Sources;

public sealed class BoundedLinesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("\n\nb", "||b")]
    [InlineData("12345678\n12345678", "12345678|12345678")]
    public async Task Splits_text_into_lines(string text, string lines) => Assert.Equal(lines, string.Join('|', await ReadAsync(text)));

    [Fact]
    public async Task Goes_over_the_end_of_its_buffer()
    {
        string[] lines = [.. Enumerable.Range(1, 3000).Select(number => $"{number}"[..1])];
        Assert.Equal(lines, await ReadAsync(string.Join("\r\n", lines)));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_named()
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(() => ReadAsync("short\n123456789"));
        Assert.Equal(FailureCode.LimitExceeded, failure.Code);
        Assert.Contains("line 2", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string[]> ReadAsync(string text)
    {
        BoundedLines lines = new(new StringReader(text), 8, "plan.jsonl");
        List<string> read = [];
        while (await lines.ReadAsync(CancellationToken.None) is { } line)
        {
            read.Add(line);
        }

        return [.. read];
    }
}

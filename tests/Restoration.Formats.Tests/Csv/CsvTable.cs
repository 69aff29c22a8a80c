using System.Text;
using Restoration.Failures;
using Restoration.Formats.Csv;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Csv;

/// <summary>All that the tokenizer says of a file.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvTable.Line> Rows, IReadOnlyList<Finding> Findings)
{
    public static Task<CsvTable> ReadAsync(string text, ReadLimits? limits = null, char? delimiter = null)
        => ReadAsync(Encoding.UTF8.GetBytes(text), limits, delimiter);

    public static async Task<CsvTable> ReadAsync(byte[] bytes, ReadLimits? limits = null, char? delimiter = null)
    {
        using MemoryStream stream = new(bytes);
        await using TextInput input = await TextInput.OpenAsync(stream, "test.csv", CancellationToken.None);
        ReadOptions options = new() { FileName = "test.csv", Limits = limits ?? ReadLimits.Default };
        using CsvTokenizer tokenizer = new(input.Stream, options, (byte?)delimiter);
        Assert.True(await tokenizer.ReadHeaderAsync(CancellationToken.None));
        List<Line> rows = [];
        while (await tokenizer.ReadAsync(CancellationToken.None))
        {
            rows.Add(new Line(tokenizer.Row, tokenizer.Line, [.. Enumerable.Range(0, tokenizer.Count).Select(tokenizer.GetString)]));
        }

        return new CsvTable(tokenizer.Header, rows, tokenizer.Findings);
    }

    /// <summary>A row with its number and the physical line it begins on.</summary>
    internal sealed record Line(long Row, long Number, IReadOnlyList<string> Cells);
}

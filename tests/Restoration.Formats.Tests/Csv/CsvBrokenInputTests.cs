using Restoration.Failures;
using Restoration.Sources;

namespace Restoration.Formats.Tests.Csv;

public sealed class CsvBrokenInputTests
{
    [Fact]
    public async Task A_quote_that_is_never_closed_is_reported_where_it_opens()
    {
        CsvTable table = await CsvTable.ReadAsync("a,b\n1,2\n3,\"open\n5,6\n7,8\n");

        Assert.Equal(["1", "2"], Assert.Single(table.Rows).Cells);
        Finding finding = Assert.Single(table.Findings);
        Assert.Equal((Severity.Error, FailureCode.ParserError, 3L, 2L), (finding.Severity, finding.Code, finding.Line, finding.Row));
        Assert.Contains("the 3 lines", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"a\"b,2", "\"a\"b", "2")]
    [InlineData("\"a\" \"b\",2", "\"a\" \"b\"", "2")]
    [InlineData("\"a,1\"b,2", "\"a,1\"b", "2")]
    public async Task Text_behind_a_closing_quote_is_kept_as_written_and_reported(string row, string first, string second)
    {
        CsvTable table = await CsvTable.ReadAsync("a,b\n" + row + "\n3,4\n");

        Assert.Equal([first, second], table.Rows[0].Cells);
        Assert.Equal(["3", "4"], table.Rows[1].Cells);
        Assert.Equal((Severity.Warning, 1L), (Assert.Single(table.Findings).Severity, table.Findings[0].Row));
    }

    [Theory]
    [InlineData("1", Severity.Information)]
    [InlineData("1,2,3", Severity.Warning)]
    public async Task A_row_of_another_length_is_reported(string row, Severity severity)
    {
        CsvTable table = await CsvTable.ReadAsync("a,b\n" + row + "\n3,4\n");

        Assert.Equal(2, table.Rows.Count);
        Assert.Equal((severity, 1L, 2L), (Assert.Single(table.Findings).Severity, table.Findings[0].Row, table.Findings[0].Line));
    }

    [Fact]
    public async Task Delimiters_behind_the_last_column_are_nothing()
        => Assert.Empty((await CsvTable.ReadAsync("a,b\n1,2,,,\n")).Findings);

    [Fact]
    public async Task What_is_not_utf8_is_read_as_windows_1252_and_reported_once()
    {
        CsvTable table = await CsvTable.ReadAsync([.. "a,b\n"u8, .. "\"Gr"u8, 0xFC, 0xDF, .. "e \"\"x\"\"\",\x80\n"u8, .. "B"u8, 0xFC, .. "ro,予定\n"u8]);

        Assert.Equal("Grüße \"x\"", table.Rows[0].Cells[0]);
        Assert.Equal(["Büro", "予定"], table.Rows[1].Cells);
        Finding finding = Assert.Single(table.Findings);
        Assert.Equal((Severity.Warning, 1L), (finding.Severity, finding.Row));
    }

    [Theory]
    [InlineData("a,b\n1,\"0123456789012345678901234567890123456789\"\n")]
    [InlineData("a,b\n1,0123456789012345678901234567890123456789\n")]
    [InlineData("a,b\n1,\"never closed and going on and on and on\n")]
    public async Task A_cell_over_the_limit_stops_the_file(string text)
        => await FailsAsync(text, ReadLimits.Default with { LineLength = 32 });

    [Fact]
    public async Task A_row_with_too_many_cells_stops_the_file()
        => await FailsAsync("a,b\n1,2,3,4,5\n", ReadLimits.Default with { Properties = 4 });

    [Fact]
    public async Task A_file_with_too_many_rows_stops()
        => await FailsAsync("a,b\n1,2\n3,4\n5,6\n", ReadLimits.Default with { Items = 2 });

    [Fact]
    public async Task A_row_that_outgrows_an_item_stops_the_file()
        => await FailsAsync("a\n" + string.Concat(Enumerable.Repeat("0123456789,", 30_000)), ReadLimits.Default with { ItemSize = 200_000 });

    private static async Task FailsAsync(string text, ReadLimits limits)
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(() => CsvTable.ReadAsync(text, limits));

        Assert.Equal((FailureCode.LimitExceeded, "test.csv"), (failure.Code, failure.Subject));
    }
}

namespace Restoration.Formats.Tests.Csv;

public sealed class CsvTokenizerTests
{
    [Theory]
    [InlineData("1,2", new[] { "1", "2" })]
    [InlineData("1,", new[] { "1", "" })]
    [InlineData(",", new[] { "", "" })]
    [InlineData("\"\",\"\"", new[] { "", "" })]
    [InlineData("\"a,b\",c", new[] { "a,b", "c" })]
    [InlineData("\"say \"\"hi\"\"\",c", new[] { "say \"hi\"", "c" })]
    [InlineData("\"\"\"\",\"\"\"\"\"\"", new[] { "\"", "\"\"" })]
    [InlineData("\"one\r\ntwo\nthree\rfour\",c", new[] { "one\r\ntwo\nthree\rfour", "c" })]
    [InlineData("\"a\"  ,\"b\" ", new[] { "a", "b" })]
    [InlineData("  \"a,b\", \"c\"", new[] { "a,b", "c" })]
    [InlineData("2026-01-24T06:54:24.0000000Z ,c", new[] { "2026-01-24T06:54:24.0000000Z ", "c" })]
    [InlineData("6\" pipe,c", new[] { "6\" pipe", "c" })]
    [InlineData("größe,予定", new[] { "größe", "予定" })]
    public async Task Reads_the_cells_of_a_row(string row, string[] cells)
    {
        foreach (string end in (string[])["", "\n", "\r\n", "\r"])
        {
            CsvTable table = await CsvTable.ReadAsync("a,b\r\n" + row + end);

            Assert.Equal(cells, Assert.Single(table.Rows).Cells);
            Assert.Empty(table.Findings);
        }
    }

    [Theory]
    [InlineData("a,b\n1,2\n", ',')]
    [InlineData("a;b\n1;2\n", ';')]
    [InlineData("a\tb\n1\t2\n", '\t')]
    [InlineData("\"a,1\";b\n1;2\n", ';')]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n", ';')]
    [InlineData("sep=|\na|b\n1|2\n", '|')]
    [InlineData("\"sep=;\"\na;b\n1;2\n", ';')]
    [InlineData("#TYPE Deserialized.Microsoft.Exchange.Data\r\n\"a\",\"b\"\r\n\"1\",\"2\"\r\n", ',')]
    [InlineData("\n\na;b\n1;2\n", ';')]
    public async Task Finds_the_delimiter_in_the_first_line(string text, char delimiter)
    {
        CsvTable table = await CsvTable.ReadAsync(text);

        Assert.Equal(2, table.Header.Count);
        Assert.Equal(["1", "2"], table.Rows[0].Cells);
        Assert.Equal(table.Header, (await CsvTable.ReadAsync(text, delimiter: delimiter)).Header);
    }

    [Fact]
    public async Task A_given_delimiter_wins()
    {
        CsvTable table = await CsvTable.ReadAsync("a,b;c,d\n1,2;3,4\n", delimiter: ';');

        Assert.Equal(["a,b", "c,d"], table.Header);
        Assert.Equal(["1,2", "3,4"], table.Rows[0].Cells);
    }

    [Fact]
    public async Task Header_names_lose_the_blanks_around_them()
        => Assert.Equal(["a", "b c"], (await CsvTable.ReadAsync(" a ,\"b c\t\"\n1,2\n")).Header);

    [Fact]
    public async Task Counts_rows_without_the_header_and_physical_lines_with_everything()
    {
        CsvTable table = await CsvTable.ReadAsync("sep=,\na,b\n1,\"x\r\ny\r\nz\"\n\n\n2,y\n3,z");

        Assert.Equal([(1L, 3L), (2L, 8L), (3L, 9L)], table.Rows.Select(row => (row.Row, row.Number)));
    }

    [Fact]
    public async Task Blank_lines_are_no_rows()
        => Assert.Equal(2, (await CsvTable.ReadAsync("\r\na,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n\r\n")).Rows.Count);

    [Fact]
    public async Task A_header_alone_has_no_rows()
    {
        CsvTable table = await CsvTable.ReadAsync("a,b");

        Assert.Equal(["a", "b"], table.Header);
        Assert.Empty(table.Rows);
    }
}

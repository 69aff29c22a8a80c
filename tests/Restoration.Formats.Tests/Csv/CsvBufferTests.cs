using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Restoration.Formats.Tests.Properties;

namespace Restoration.Formats.Tests.Csv;

public sealed class CsvBufferTests
{
    private const int BufferLength = 128 << 10;

    [Fact]
    public async Task A_row_may_stand_across_the_end_of_the_buffer_at_any_place()
    {
        const string Row = "\"a \"\"b\"\"\r\nc\" ,größe,\"\"\r\n";
        for (int offset = 0; offset <= Encoding.UTF8.GetByteCount(Row) + 2; offset++)
        {
            string padding = new('x', BufferLength - "a,b,c\r\n".Length - ",,\r\n".Length - offset);

            CsvTable table = await CsvTable.ReadAsync($"a,b,c\r\n{padding},,\r\n{Row}{Row}");

            Assert.Equal(3, table.Rows.Count);
            Assert.Equal(["a \"b\"\r\nc", "größe", ""], table.Rows[1].Cells);
            Assert.Equal(table.Rows[1].Cells, table.Rows[2].Cells);
        }
    }

    [Theory]
    [InlineData(BufferLength)]
    [InlineData(BufferLength * 5)]
    public async Task A_cell_may_be_longer_than_the_buffer(int length)
    {
        string cell = string.Concat(Enumerable.Repeat("\"quoted\", and\nso on ", length / 20));

        CsvTable table = await CsvTable.ReadAsync($"a,b\n1,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n2,x\n");

        Assert.Equal(cell, table.Rows[0].Cells[1]);
        Assert.Equal(["2", "x"], table.Rows[1].Cells);
    }

    [Fact]
    public void Whatever_is_written_with_quotes_is_read_as_it_was()
    {
        Gen<string> cell = Gen.Elements("", "a", "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", " ", "ü", "予定", "\u0001")
            .ListOf(6).Select(string.Concat);
        Gen<string[]> row = Gen.ArrayOf(cell, 3);
        Arbitrary<string[][]> tables = Gen.Sized(size => Gen.ArrayOf(row, size)).ToArbitrary();

        Prop.ForAll(tables, rows =>
        {
            string text = "a,b,c\r\n" + string.Concat(rows.Select(cells => string.Join(',', cells.Select(Quoted)) + "\r\n"));
            CsvTable table = CsvTable.ReadAsync(text).GetAwaiter().GetResult();
            return table.Findings.Count == 0 && table.Rows.Select(line => line.Cells).SequenceEqual(rows, CellsEqual.Instance);
        }).CheckSeeded();
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class CellsEqual : IEqualityComparer<IReadOnlyList<string>>
    {
        public static CellsEqual Instance { get; } = new();

        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => x!.SequenceEqual(y!, StringComparer.Ordinal);

        public int GetHashCode(IReadOnlyList<string> obj) => obj.Count;
    }
}

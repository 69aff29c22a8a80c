using System.Text;
using Restoration.Failures;
using Restoration.Sources;
using static Restoration.Formats.Tests.AuditRecords.AuditSamples;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>Broken rows, which cost themselves, and files that are no exports, which cost the file.</summary>
public sealed class AuditBrokenInputTests
{
    private const string Header = "CreationDate,UserIds,Operations,AuditData\n";

    [Fact]
    public async Task A_cell_that_a_spreadsheet_cut_is_named_as_such_and_the_rest_goes_on()
    {
        string large = Group.Replace("agenda.docx (12345b)", new string('x', 40_000), StringComparison.Ordinal)[..32_767];

        AuditFile file = await AuditFile.ReadAsync(Header + $"a,b,c,{Cell(Group)}\na,b,c,{Cell(large)}\na,b,c,{Cell(Group)}\n");

        Assert.Equal([1L, 3L], file.Records.Select(record => record.Row!.Value));
        Finding finding = Assert.Single(file.Findings);
        Assert.Equal((Severity.Error, FailureCode.ParserError, "export", 2L, 3L), (finding.Severity, finding.Code, finding.File, finding.Row, finding.Line));
        Assert.Contains("cut by a spreadsheet", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,c,\"{\"\"Operation\"\":\"\"SoftDelete\"\",\"")]
    [InlineData("a,b,c,\"{\"\"x\"\":1}\"")]
    [InlineData("a,b,c,\"[]\"")]
    [InlineData("a,b,c,no JSON")]
    [InlineData("a,b,c,")]
    [InlineData("a,b,c,  ")]
    [InlineData(",,,")]
    public async Task A_broken_row_is_reported_and_the_rest_goes_on(string row)
    {
        AuditFile file = await AuditFile.ReadAsync(Header + row + "\na,b,c," + Cell(Group) + "\n");

        Assert.Equal(2L, Assert.Single(file.Records).Row);
        Assert.Equal((Severity.Error, 1L, 2L), (Assert.Single(file.Findings).Severity, file.Findings[0].Row, file.Findings[0].Line));
    }

    [Theory]
    [InlineData("{\"Operation\":\"SoftDelete\",")]
    [InlineData("{\"x\":1}")]
    [InlineData("17")]
    [InlineData("plain text")]
    public async Task A_broken_line_is_reported_and_the_rest_goes_on(string line)
    {
        AuditFile file = await AuditFile.ReadAsync(string.Join('\n', GroupWithId(1), line, GroupWithId(2)));

        Assert.Equal([1L, 3L], file.Records.Select(record => record.Row!.Value));
        Assert.Equal((Severity.Error, 2L, 2L), (Assert.Single(file.Findings).Severity, file.Findings[0].Row, file.Findings[0].Line));
    }

    [Fact]
    public async Task A_first_line_that_is_broken_costs_that_line_only()
    {
        AuditFile file = await AuditFile.ReadAsync(string.Join('\n', "{\"Operation\":", GroupWithId(1), GroupWithId(2)));

        Assert.Equal([2L, 3L], file.Records.Select(record => record.Row!.Value));
        Assert.Equal(1L, Assert.Single(file.Findings).Row);
    }

    [Theory]
    [InlineData("]")]
    [InlineData("")]
    [InlineData(",{\"Operation\":\"Soft")]
    [InlineData(" {\"a\":1}]")]
    public async Task What_can_be_read_of_a_broken_array_is_read(string end)
    {
        AuditFile file = await AuditFile.ReadAsync("[" + GroupWithId(1) + ",\n" + GroupWithId(2) + end);

        Assert.Equal(2, file.Records.Count);
        Assert.Equal(end == "]" ? 0 : 1, file.Findings.Count(finding => finding.Severity == Severity.Error));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_read_as_windows_1252_and_reported_once()
    {
        foreach (string text in (string[])[Header + $"a,b,c,{Cell(Group)}\na,b,c,{Cell(Group)}\n", Group + "\n" + Group, "[" + Group + "," + Group + "]"])
        {
            AuditFile file = await AuditFile.ReadAsync(Encoding.Latin1.GetBytes(text));

            Assert.Equal(2, file.Records.Count);
            Assert.All(file.Records, record => Assert.Equal("Größe \"XL\", planning", record.Items[0].Subject));
            Assert.Equal(Severity.Warning, Assert.Single(file.Findings).Severity);
        }
    }

    public static TheoryData<string, string, FailureCode> NoExports { get; } = new()
    {
        { "empty", "", FailureCode.InvalidData },
        { "blank", "\r\n\r\n", FailureCode.InvalidData },
        { "binary", "\u007fELF\0\0\0\u0001", FailureCode.InvalidData },
        { "another table", "Subject,Start Date,Start Time\na,b,c\n", FailureCode.UnsupportedFormat },
        { "a table of operations without items", "Operation,CreationDate\na,b\n", FailureCode.UnsupportedFormat },
        { "a calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", FailureCode.UnsupportedFormat },
        { "prose", "Dear all, the meeting is cancelled.", FailureCode.UnsupportedFormat },
        { "other JSON", "{\"appointments\":[{\"subject\":\"a\"}]}", FailureCode.UnsupportedFormat },
        { "other NDJSON", "{\"a\":1}\n{\"b\":2}\n", FailureCode.UnsupportedFormat },
        { "an array of numbers and texts", "[1,2,[\"x\"]]", FailureCode.UnsupportedFormat },
        { "XML", "<?xml version=\"1.0\"?><SearchResults><Event/></SearchResults>", FailureCode.UnsupportedFormat },
        { "JSON that stops at once", "[", FailureCode.InvalidData },
        { "JSON that stops in the first record", "[" + Group[..200], FailureCode.InvalidData },
        { "JSON that is none", "{this is no JSON}", FailureCode.InvalidData },
    };

    [Theory]
    [MemberData(nameof(NoExports))]
    public async Task A_file_that_is_no_export_is_refused(string what, string text, FailureCode code)
    {
        RestorationException failure = await AuditFile.FailAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal((what, code), (what, failure.Code));
    }

    [Fact]
    public async Task A_refusal_names_what_was_found_and_what_is_expected()
    {
        RestorationException table = await AuditFile.FailAsync("Subject,Start Date\na,b\n"u8.ToArray());
        RestorationException json = await AuditFile.FailAsync("{\"appointments\":[]}"u8.ToArray());

        Assert.Contains("Subject, Start Date", table.Message, StringComparison.Ordinal);
        Assert.Contains("AuditData", table.Message, StringComparison.Ordinal);
        Assert.Contains("appointments", json.Message, StringComparison.Ordinal);
        Assert.Contains("AffectedItems", json.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_file_that_is_cut_off_is_reported_as_such()
    {
        byte[] packed = Gzip(Header + string.Concat(Enumerable.Range(0, 2000).Select(i => $"a,b,c,{Cell(GroupWithId(i))}\n")));

        AuditFile file = await AuditFile.ReadAsync(packed[..(packed.Length / 2)]);

        Assert.InRange(file.Records.Count, 1, 1999);
        Assert.Equal((Severity.Error, file.Records.Count + 1L), (Assert.Single(file.Findings).Severity, file.Findings[0].Row));
    }

    [Fact]
    public async Task Json_that_is_nested_too_deeply_is_no_record()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + Group + new string('}', 40);

        AuditFile file = await AuditFile.ReadAsync(string.Join('\n', GroupWithId(1), deep, GroupWithId(2)));

        Assert.Equal(2, file.Records.Count);
        Assert.Equal(2L, Assert.Single(file.Findings).Row);
    }

    public static TheoryData<string, ReadLimits> Limits { get; } = new()
    {
        { string.Join('\n', Group, Group, Group), ReadLimits.Default with { Items = 2 } },
        { Group + "\n" + Group + "\n{\"a\":\"" + new string('x', 12 << 20) + "\"}", ReadLimits.Default with { LineLength = 100_000 } },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Limits_stop_the_file(string text, ReadLimits limits)
    {
        Assert.Equal(FailureCode.LimitExceeded, (await AuditFile.FailAsync(Encoding.UTF8.GetBytes(text), limits)).Code);
        Assert.Equal(FailureCode.LimitExceeded, (await AuditFile.FailAsync(Encoding.UTF8.GetBytes("[" + text.Replace("\n", ",", StringComparison.Ordinal) + "]"), limits)).Code);
    }
}

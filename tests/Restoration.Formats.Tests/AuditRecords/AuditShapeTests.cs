using System.Text;
using Restoration.Formats.AuditRecords;
using Restoration.Sources.AuditLog;
using static Restoration.Formats.Tests.AuditRecords.AuditSamples;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>The same record out of every shape that exports have.</summary>
public sealed class AuditShapeTests
{
    private const string Words = "\"ExchangeItemGroup\"";
    private const string Purview = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n";
    private const string PurviewRow = "c6b58ed7-a54a-47cf-a301-08d7b386dd7c,2026-09-01T12:05:00.0000000Z ,3,SoftDelete,delegate@contoso.com,";
    private const string GraphRecord = """{"id":"c6b58ed7-a54a-47cf-a301-08d7b386dd7c","createdDateTime":"2026-09-01T12:05:00Z","auditLogRecordType":"exchangeItemGroup","operation":"SoftDelete","organizationId":"b86ab9d4-fcf1-4b11-8a06-7a8f91b47fbd","userType":"Regular","userId":"10032000","service":"Exchange","objectId":"","userPrincipalName":"delegate@contoso.com","clientIp":null,"administrativeUnits":[""],"auditData":""";

    private static readonly string Formatted = Indent(Group.Replace("\"RecordType\":3", $"\"RecordType\":{Words}", StringComparison.Ordinal));

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["Purview, current"] = Purview + PurviewRow + Cell(Group) + ",,\r\n",
        ["Purview, with a mark"] = "\uFEFF" + Purview + PurviewRow + Cell(Group) + ",,\r\n",
        ["Purview, older"] = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData\n" + PurviewRow + Cell(Group) + "\n",
        ["Purview, through a spreadsheet with semicolons"] = "sep=;\r\nRecordId;CreationDate;RecordType;Operation;UserId;AuditData\r\n" + PurviewRow.Replace(',', ';') + Cell(Group) + "\r\n",
        ["Purview, with tabs and other case"] = "RECORDID\tcreationdate\tAUDITDATA\n1\t \t" + Cell(Group) + "\n",
        ["Export-Csv of Windows PowerShell"] = "#TYPE Deserialized.Microsoft.Exchange.Data.ApplicationLogic.UnifiedAuditLogEvent\r\n"
            + "\"PSComputerName\",\"RunspaceId\",\"PSShowComputerName\",\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\",\"ResultIndex\",\"ResultCount\",\"Identity\",\"IsValid\",\"ObjectState\"\r\n"
            + "\"outlook.office365.com\",\"5f0b6ea6\",\"False\",\"ExchangeItemGroup\",\"9/1/2026 2:05:00 PM\",\"delegate@contoso.com\",\"SoftDelete\"," + Cell(Group) + ",\"1\",\"1\",\"c6b58ed7\",\"True\",\"Unchanged\"\r\n",
        ["Export-Csv of a few columns"] = "\"CreationDate\",\"UserIds\",\"RecordType\",\"AuditData\"\n\"01.09.2026 14:05:00\",\"x\",\"y\"," + Cell(Group) + "\n",
        ["Portal, oldest"] = "CreationDate,UserIds,Operations,AuditData\n2026-09-01T12:05:00,x,y," + Cell(Group + "\r\n") + "\n",
        ["-Formatted"] = "\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\"\r\n\"ExchangeItemGroup\",\"9/1/2026\",\"a\",\"b\"," + Cell(Formatted.ReplaceLineEndings("\r\n")) + "\r\n",
        ["Graph, one"] = GraphRecord + Group + "}",
        ["Graph, page"] = "{\"@odata.context\":\"https://graph.microsoft.com/beta/$metadata\",\"@odata.count\":1,\"value\":[" + GraphRecord + Group + "}]}",
        ["Graph, page over lines"] = Indent("{\"@odata.context\":\"x\",\"value\":[" + GraphRecord + Group + "}]}"),
        ["Graph, array"] = "[" + GraphRecord + Group + "}]",
        ["Graph, auditData as text"] = GraphRecord + Quoted(Group) + "}",
        ["Management Activity API"] = "[" + Group + "]",
        ["one object"] = Group,
        ["one object over lines"] = Indent(Group),
        ["array over lines"] = Indent("[" + Group + "]"),
        ["NDJSON, one line"] = Group + "\n",
        ["ConvertTo-Json"] = "[{\"PSComputerName\":\"x\",\"RecordType\":\"ExchangeItemGroup\",\"CreationDate\":\"\\/Date(1788264300000)\\/\",\"UserIds\":\"a\",\"Operations\":\"b\",\"AuditData\":" + Quoted(Group) + ",\"ResultIndex\":1,\"Identity\":\"c6b58ed7\"}]",
        ["ConvertTo-Json over lines"] = Indent("{\"CreationDate\":\"2026-09-01T12:05:00Z\",\"UserIds\":\"a\",\"Operations\":\"b\",\"AuditData\":" + Quoted(Group) + "}"),
        ["AuditData alone, as texts"] = "[" + Quoted(Group) + "]",
        ["SIEM, office365"] = "{\"office365\":" + Group + "}",
        ["SIEM, o365.audit"] = "{\"@timestamp\":\"2026-09-01T12:06:00Z\",\"tags\":[\"forwarded\"],\"threat\":[{\"id\":1}],\"o365\":{\"audit\":" + Group + "},\"event\":{\"original\":" + Quoted(Group) + "}}",
        ["SIEM, data.office365"] = "{\"timestamp\":\"2026-09-01T12:06:00.000+0000\",\"rule\":{\"level\":3},\"agent\":{\"id\":\"000\",\"name\":\"Server1\"},\"data\":{\"integration\":\"office365\",\"office365\":" + Group + "},\"location\":\"office365\"}",
        ["SIEM, text in a message"] = "{\"message\":" + Quoted(Group) + ",\"log\":\"{no JSON\"}",
        ["SIEM, text in a text"] = "{\"result\":{\"_raw\":" + Quoted("{\"message\":" + Quoted(Group) + "}") + "}}",
        ["SIEM, search result"] = "{\"took\":3,\"hits\":{\"total\":{\"value\":1},\"hits\":[{\"_index\":\"x\",\"_source\":{\"o365\":{\"audit\":" + Group + "}}}]}}",
        ["SIEM, with an operation of its own"] = "{\"operation\":\"index\",\"timeGenerated\":\"2026-09-01T12:06:00Z\",\"record\":" + Group + "}",
        ["SIEM, JSON in its columns"] = "TimeGenerated,OfficeWorkload,Operation,RecordType,ResultStatus,UserId,MailboxGuid,MailboxOwnerUPN,ClientInfoString,Id,Folder,AffectedItems\n"
            + "2026-09-01T12:05:00Z,Exchange,SoftDelete,ExchangeItemGroup,Succeeded,delegate@contoso.com,26286ffa-073d-45ff-9fe9-539891984d69,lori@contoso.com,Client=OWA;Action=ViaProxy,c6b58ed7-a54a-47cf-a301-08d7b386dd7c,"
            + Cell(Part("Folder")) + "," + Cell(Part("AffectedItems")) + "\n",
    };

    public static TheoryData<string> Shapes { get; } = [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_record_is_read_alike_from_every_shape(string shape)
    {
        AuditFile file = await AuditFile.ReadAsync(Texts[shape]);

        AuditRecord record = Assert.Single(file.Records);
        Assert.Equal(Expected(), AuditFile.Describe(record));
        Assert.Equal(("export", 1L), (record.File, record.Row));
        Assert.Empty(file.Findings);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task The_record_is_read_from_other_encodings(string encoding)
    {
        Encoding other = Encoding.GetEncoding(encoding);
        foreach (string text in (string[])[Texts["Purview, current"], Texts["Graph, page"]])
        {
            AuditFile file = await AuditFile.ReadAsync([.. other.GetPreamble(), .. other.GetBytes(text)]);

            Assert.Equal(Expected(), AuditFile.Describe(Assert.Single(file.Records)));
        }
    }

    [Fact]
    public async Task The_record_is_read_from_a_compressed_file()
    {
        foreach (string text in (string[])[Texts["Purview, current"], Texts["Graph, page"]])
        {
            Assert.Equal(Expected(), AuditFile.Describe(Assert.Single((await AuditFile.ReadAsync(Gzip(text))).Records)));
        }
    }

    [Fact]
    public async Task Lines_pages_and_rows_are_counted_from_one()
    {
        string[] records = [GroupWithId(1), GroupWithId(2), GroupWithId(3)];
        foreach (string text in (string[])
        [
            string.Join('\n', records),
            string.Join("\r\n\r\n", records) + "\r\n",
            "[" + string.Join(",\n", records) + "]",
            "{\"value\":[" + string.Join(',', records) + "]}",
            string.Concat(records),
            Purview + string.Concat(records.Select(record => PurviewRow + Cell(record) + ",,\r\n")),
        ])
        {
            AuditFile file = await AuditFile.ReadAsync(text);

            Assert.Equal([1L, 2L, 3L], file.Records.Select(record => record.Row!.Value));
            Assert.Equal(3, file.Records.DistinctBy(record => record.RecordId).Count());
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"@odata.context\":\"x\",\"value\":[]}")]
    [InlineData(Purview)]
    public async Task An_export_without_records_is_one(string text)
    {
        AuditFile file = await AuditFile.ReadAsync(text);

        Assert.Empty(file.Records);
        Assert.Empty(file.Findings);
    }

    private static string Expected() => AuditFile.Describe(new AuditRecordFormat().Parse(Group, new AuditRecordEnvelope()).Record!);

    private static string Part(string name) => System.Text.Json.Nodes.JsonNode.Parse(Group)![name]!.ToJsonString();
}

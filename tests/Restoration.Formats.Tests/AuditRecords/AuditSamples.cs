using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>One record in the forms that tools give it. The values are made up, the structure is that of the schema.</summary>
internal static class AuditSamples
{
    /// <summary>A group record: an appointment was soft-deleted.</summary>
    public const string Group =
        """
        {"CreationTime":"2026-09-01T12:05:00","Id":"c6b58ed7-a54a-47cf-a301-08d7b386dd7c","Operation":"SoftDelete","OrganizationId":"b86ab9d4-fcf1-4b11-8a06-7a8f91b47fbd","RecordType":3,"ResultStatus":"Succeeded","UserType":0,"Version":1,"Workload":"Exchange","UserId":"delegate@contoso.com","AppAccessContext":{"CorrelationId":"x","Id":"not the record"},"LogonType":2,"MailboxGuid":"26286ffa-073d-45ff-9fe9-539891984d69","MailboxOwnerUPN":"lori@contoso.com","ClientInfoString":"Client=OWA;Action=ViaProxy","OriginatingServer":"AM6PR01MB4535 (15.20.4200.000)\r\n","CrossMailboxOperation":false,"OperationProperties":[{"Name":"Operation","Value":"Nothing"}],"Folder":{"Id":"LgAAAADFQfS0nuYeRJYvbUzcSkV8AQAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAC","Path":"\\Calendar"},"AffectedItems":[{"Id":"RgAAAADFQfS0nuYeRJYvbUzcSkV8BwAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAyvQC+7F1UR4cEmOL/orypAARRtCr8AAAP","ImmutableId":"LgAAAAAdhAMRqmYRzZvIAKoAL8RaDQAyvQC+7F1UR4cEmOL/orypAAYgXk+LAAAP","InternetMessageId":"<m1@contoso.com>","Subject":"Größe \"XL\", planning","ParentFolder":{"Id":"LgAAAADFQfS0nuYeRJYvbUzcSkV8AQAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAC","Path":"\\Calendar","Name":"Calendar"},"Attachments":"agenda.docx (12345b)","SizeInBytes":53207}]}
        """;

    /// <summary>A single record: an appointment was changed.</summary>
    public const string Update =
        """
        {"CreationTime":"2026-08-31T08:00:00Z","Id":"0a1b2c3d-0000-4000-8000-000000000001","Operation":"Update","RecordType":"2","ResultStatus":"Succeeded","Workload":"Exchange","UserId":"S-1-5-18","MailboxGuid":"26286ffa-073d-45ff-9fe9-539891984d69","MailboxOwnerUPN":"lori@contoso.com","Item":{"Id":"RgAAAADFQfS0nuYeRJYvbUzcSkV8BwAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAyvQC+7F1UR4cEmOL/orypAARRtCr8AAAP","Subject":"Review","ParentFolder":{"Id":"LgAAAADFQfS0nuYeRJYvbUzcSkV8AQAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAC","Path":"\\Calendar"}},"ModifiedProperties":["RecipientCollection","Location"]}
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A cell of a CSV file.</summary>
    public static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A JSON string that holds a text.</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    /// <summary>The same JSON over many lines, as people get to see it.</summary>
    public static string Indent(string json) => JsonNode.Parse(json)!.ToJsonString(Indented);

    /// <summary>The same record with another id.</summary>
    public static string GroupWithId(int id) => Group.Replace("c6b58ed7-a54a-47cf-a301-08d7b386dd7c", $"c6b58ed7-a54a-47cf-a301-{id:x12}", StringComparison.Ordinal);

    /// <summary>Compressed bytes.</summary>
    public static byte[] Gzip(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}

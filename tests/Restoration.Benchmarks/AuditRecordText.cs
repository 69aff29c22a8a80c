using System.Buffers.Binary;
using System.Globalization;

namespace Restoration.Benchmarks;

/// <summary>An export of the Purview audit search: one deletion a row, about 2 KB each.</summary>
internal static class AuditRecordText
{
    private const string Folder = "LgAAAADFQfS0nuYeRJYvbUzcSkV8AQBjuFMwYUEMGbapt8e/gak1AAAAAAENAAAC";

    // The entry id of an item of this mailbox and folder, up to the counter that tells the items apart.
    private static readonly byte[] EntryId = Convert.FromBase64String(
        "RgAAAADFQfS0nuYeRJYvbUzcSkV8BwBjuFMwYUEMGbapt8e/gak1AAAAAAENAABfPE+FgNOS5CLnwvaAJnSsAAAAAAPpAAAP");

    public static async Task WriteAsync(string path, int items, DateTimeOffset lostAt)
    {
        await using StreamWriter writer = new(path);
        await writer.WriteLineAsync("RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames");
        for (int number = 1; number <= items; number++)
        {
            await writer.WriteLineAsync(Row(number, lostAt));
        }
    }

    private static string Row(int number, DateTimeOffset lostAt)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"3f0e6c1a-58b1-4c1e-9d26-{number:x12}");
        string time = lostAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        string data = $$$"""
            {"CreationTime":"{{{time}}}","Id":"{{{id}}}","Operation":"HardDelete","OrganizationId":"5c9f2b1e-3d47-4a6b-9f10-7a1c2d3e4f50",
            "RecordType":3,"ResultStatus":"Succeeded","UserKey":"10032000A1B2C3D4","UserType":0,"Version":1,"Workload":"Exchange",
            "ClientIP":"192.0.2.25","UserId":"mallory@contoso.com","AppId":"00000002-0000-0ff1-ce00-000000000000","ClientIPAddress":"192.0.2.25",
            "ClientInfoString":"Client=OWA;Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36;",
            "ExternalAccess":false,"InternalLogonType":0,"LogonType":2,"LogonUserSid":"S-1-5-21-1111111111-2222222222-3333333333-1104",
            "MailboxGuid":"7d1f0a52-6c3e-4b8d-9a27-1e5b4c3d2f60","MailboxOwnerSid":"S-1-5-21-1111111111-2222222222-3333333333-1101",
            "MailboxOwnerUPN":"{{{Bench.Mailbox}}}","OrganizationName":"contoso.onmicrosoft.com","OriginatingServer":"AM6PR01MB0001 (15.20.8500.000)\r\n",
            "SessionId":"1d0b5a55-9a0e-4f0a-8a54-0f5f6f9f7c11","CrossMailboxOperation":false,"Folder":{"Id":"{{{Folder}}}","Path":"\\Calendar"},
            "AffectedItems":[{"Attachments":"","Id":"{{{ItemId(number)}}}","InternetMessageId":"<AM6PR01MB0001{{{number}}}@AM6PR01MB0001.eurprd01.prod.exchangelabs.com>",
            "ParentFolder":{"Id":"{{{Folder}}}","Path":"\\Calendar"},"Subject":"{{{CalendarText.SubjectOf(number)}}}"}]}
            """.ReplaceLineEndings("");
        return $"{id},{time}.0000000Z,3,HardDelete,mallory@contoso.com,\"{data.Replace("\"", "\"\"", StringComparison.Ordinal)}\",,";
    }

    private static string ItemId(int number)
    {
        byte[] id = [.. EntryId];
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(id.Length - 6), number);
        return Convert.ToBase64String(id);
    }
}

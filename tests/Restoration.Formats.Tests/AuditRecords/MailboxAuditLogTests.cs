using Restoration.Sources.AuditLog;

namespace Restoration.Formats.Tests.AuditRecords;

/// <summary>Search-MailboxAuditLog -ShowDetails, as CSV and as JSON.</summary>
public sealed class MailboxAuditLogTests
{
    private const string Header = "\"Operation\",\"OperationResult\",\"LogonType\",\"DestFolderId\",\"DestFolderPathName\",\"FolderId\",\"FolderPathName\",\"ClientInfoString\",\"MailboxOwnerUPN\",\"LogonUserDisplayName\",\"SourceItems\",\"SourceItemIdsList\",\"SourceItemSubjectsList\",\"SourceItemFolderPathNamesList\",\"ItemId\",\"ItemSubject\",\"DirtyProperties\",\"MailboxGuid\",\"LastAccessed\",\"Identity\"\r\n";

    [Fact]
    public async Task A_row_of_one_item_has_it_in_its_columns()
    {
        AuditRecord record = await ReadRowAsync(
            "\"Update\",\"Succeeded\",\"Delegate\",\"\",\"\",\"LgAAF\",\"\\Calendar\",\"Client=MSExchangeRPC\",\"lori@contoso.com\",\"Bob Delegate\",\"Microsoft.Exchange.Data.MultiValuedProperty\",\"\",\"\",\"\",\"RgAAI\",\"Review, Q3\",\"Subject, Location\",\"26286ffa-073d-45ff-9fe9-539891984d69\",\"2026-09-01T12:05:00\",\"RgAALog\"");

        Assert.Equal(("Update", "Succeeded", "Bob Delegate", "lori@contoso.com", "RgAALog"), (record.Operation, record.ResultStatus, record.UserId, record.Mailbox, record.RecordId));
        Assert.Equal(new AuditedFolder("LgAAF", @"\Calendar"), record.Folder);
        Assert.Null(record.DestinationFolder);
        Assert.Equal(("RgAAI", "Review, Q3"), (Assert.Single(record.Items).Id, record.Items[0].Subject));
        Assert.Equal(["Subject", "Location"], record.ModifiedProperties);
    }

    [Theory]
    [InlineData("RgAA1,RgAA2", "Standup,Review", @"\Calendar,\Calendar", new[] { "RgAA1|Standup", "RgAA2|Review" })]
    [InlineData("RgAA1", "Standup, Review", @"\Calendar", new[] { "RgAA1|Standup, Review" })]
    [InlineData("RgAA1,RgAA2", "Standup, Review, Lunch", @"\Calendar,\Calendar", new[] { "RgAA1|", "RgAA2|" })]
    [InlineData("", "Standup,Review", @"\Calendar,\Calendar", new[] { "|Standup", "|Review" })]
    [InlineData("", "Standup,Review", "", new[] { "|Standup,Review" })]
    [InlineData("", "", "", new string[0])]
    public async Task Lists_are_taken_apart_only_where_that_is_certain(string ids, string subjects, string paths, string[] items)
    {
        AuditRecord record = await ReadRowAsync(
            $"\"MoveToDeletedItems\",\"Succeeded\",\"Owner\",\"LgAAD\",\"\\Deleted Items\",\"LgAAF\",\"\\Calendar\",\"\",\"\",\"\",\"\",\"{ids}\",\"{subjects}\",\"{paths}\",\"\",\"\",\"\",\"\",\"2026-09-01T12:05:00\",\"x\"");

        Assert.Equal(items, record.Items.Select(item => $"{item.Id}|{item.Subject}"));
        Assert.Equal(new AuditedFolder("LgAAD", @"\Deleted Items"), record.DestinationFolder);
    }

    [Fact]
    public async Task The_columns_that_people_choose_are_enough()
    {
        AuditFile file = await AuditFile.ReadAsync(
            "LastAccessed,LogonUserDisplayName,Operation,FolderPathName,ItemSubject,SourceItemFolderPathNamesList,SourceItemSubjectsList\n"
            + "2026-09-01T12:05:00,Bob,HardDelete,\\Calendar,,\\Calendar,Standup\n");

        AuditRecord record = Assert.Single(file.Records);
        Assert.Equal(("Standup", @"\Calendar"), (Assert.Single(record.Items).Subject, record.Items[0].ParentFolder!.Path));
    }

    [Theory]
    [InlineData("""{"ItemId":"RgAA1","ItemSubject":"Standup","FolderPathName":"\\Calendar"}""")]
    [InlineData("""{"SourceItemId":"RgAA1","SourceItemSubject":"Standup","SourceItemFolderPathName":"\\Calendar"}""")]
    public async Task Json_has_the_items_as_objects(string item)
    {
        AuditFile file = await AuditFile.ReadAsync(
            "[{\"Operation\":\"SoftDelete\",\"OperationResult\":\"PartiallySucceeded\",\"FolderPathName\":\"\\\\Calendar\",\"MailboxOwnerUPN\":\"lori@contoso.com\",\"LogonUserDisplayName\":\"Bob\","
            + "\"CrossMailboxOperation\":null,\"SourceItems\":[" + item + "],\"SourceFolders\":[],\"ItemId\":null,\"ItemSubject\":null,\"LastAccessed\":\"\\/Date(1788264300000)\\/\",\"Identity\":\"i\"}]");

        AuditRecord record = Assert.Single(file.Records);
        Assert.Equal(("PartiallySucceeded", "Bob", @"\Calendar"), (record.ResultStatus, record.UserId, record.Folder!.Path));
        Assert.Equal(("RgAA1", "Standup", @"\Calendar"), (Assert.Single(record.Items).Id, record.Items[0].Subject, record.Items[0].ParentFolder!.Path));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 12, 5, 0, TimeSpan.Zero), record.CreationTime);
    }

    [Fact]
    public async Task A_row_that_does_not_say_what_or_when_costs_that_row_only()
    {
        AuditFile file = await AuditFile.ReadAsync(
            "Operation,LastAccessed,ItemSubject\nSoftDelete,,a\n,2026-09-01T12:05:00,b\n,,\nSoftDelete,tomorrow,c\nSoftDelete,2026-09-01T12:05:00,d\n");

        Assert.Equal((5L, "d"), (Assert.Single(file.Records).Row!.Value, file.Records[0].Items[0].Subject));
        Assert.Equal([1L, 2L, 3L, 4L], file.Findings.Select(finding => finding.Row!.Value));
    }

    private static async Task<AuditRecord> ReadRowAsync(string row)
    {
        AuditFile file = await AuditFile.ReadAsync(Header + row + "\r\n");

        Assert.Empty(file.Findings);
        return Assert.Single(file.Records);
    }
}

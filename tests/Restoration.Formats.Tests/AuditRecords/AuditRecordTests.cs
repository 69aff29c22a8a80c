using Restoration.Failures;
using Restoration.Formats.AuditRecords;
using Restoration.Sources.AuditLog;
using static Restoration.Formats.Tests.AuditRecords.AuditSamples;

namespace Restoration.Formats.Tests.AuditRecords;

public sealed class AuditRecordTests
{
    [Fact]
    public void A_group_record_keeps_what_it_says()
    {
        AuditRecord record = Parse(Group).Record!;

        Assert.Equal("c6b58ed7-a54a-47cf-a301-08d7b386dd7c", record.RecordId);
        Assert.Equal("SoftDelete", record.Operation);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 12, 5, 0, TimeSpan.Zero), record.CreationTime);
        Assert.Equal("delegate@contoso.com", record.UserId);
        Assert.Equal(3, record.RecordType);
        Assert.Equal("lori@contoso.com", record.Mailbox);
        Assert.Equal(new Guid("26286ffa-073d-45ff-9fe9-539891984d69"), record.MailboxGuid);
        Assert.Equal("Succeeded", record.ResultStatus);
        Assert.Equal("Client=OWA;Action=ViaProxy", record.ClientInfo);
        Assert.Equal(@"\Calendar", record.Folder!.Path);
        Assert.Null(record.DestinationFolder);
        AuditedItem item = Assert.Single(record.Items);
        Assert.Equal("RgAAAADFQfS0nuYeRJYvbUzcSkV8BwAyvQC+7F1UR4cEmOL/orypAAAAAAENAAAyvQC+7F1UR4cEmOL/orypAARRtCr8AAAP", item.Id);
        Assert.Equal("LgAAAAAdhAMRqmYRzZvIAKoAL8RaDQAyvQC+7F1UR4cEmOL/orypAAYgXk+LAAAP", item.ImmutableId);
        Assert.Equal("<m1@contoso.com>", item.InternetMessageId);
        Assert.Equal("Größe \"XL\", planning", item.Subject);
        Assert.Equal(record.Folder, item.ParentFolder);
    }

    [Fact]
    public void A_single_record_keeps_the_names_of_what_was_changed()
    {
        AuditRecord record = Parse(Update).Record!;

        Assert.Equal(("Update", 2, "Review"), (record.Operation, record.RecordType, Assert.Single(record.Items).Subject));
        Assert.Equal(["RecipientCollection", "Location"], record.ModifiedProperties);
    }

    [Theory]
    [InlineData("\"ModifiedProperties\":\"Subject, Location;Body\"", new[] { "Subject", "Location", "Body" })]
    [InlineData("\"ModifiedProperties\":\"[\\\"Subject\\\"]\"", new[] { "Subject" })]
    [InlineData("\"ModifiedProperties\":[{\"Name\":\"x\",\"OldValue\":\"y\"},\"Subject\",null]", new[] { "Subject" })]
    [InlineData("\"ModifiedProperties\":null", new string[0])]
    public void The_names_of_what_was_changed_come_in_several_forms(string member, string[] names)
        => Assert.Equal(names, Parse("{\"Operation\":\"Update\",\"CreationTime\":\"2026-09-01T12:05:00\",\"Workload\":\"Exchange\"," + member + "}").Record!.ModifiedProperties);

    [Fact]
    public void A_move_names_where_the_items_went()
    {
        AuditRecord record = Parse("""
            {"Operation":"Move","CreationTime":"2026-09-01T12:05:00","MailboxOwnerUPN":"lori@contoso.com","MailboxGuid":"26286ffa-073d-45ff-9fe9-539891984d69",
             "DestMailboxId":"26286FFA-073D-45FF-9FE9-539891984D69","DestFolder":{"Id":"x","Path":"\\Archive"},"Folder":{"Path":"\\Calendar"},"AffectedItems":[{"Subject":"a"},{"Subject":"b"}]}
            """).Record!;

        Assert.Equal((@"\Calendar", @"\Archive", 2), (record.Folder!.Path, record.DestinationFolder!.Path, record.Items.Count));
        Assert.Null(record.DestinationMailbox);
    }

    [Theory]
    [InlineData("\"CrossMailboxOperation\":true,\"DestMailboxOwnerUPN\":\"bob@contoso.com\"", "bob@contoso.com")]
    [InlineData("\"CrossMailboxOperations\":true,\"DestMailboxId\":\"0a1b2c3d-0000-4000-8000-000000000001\"", "0a1b2c3d-0000-4000-8000-000000000001")]
    [InlineData("\"DestMailboxOwnerUPN\":\"LORI@contoso.com\"", null)]
    [InlineData("\"DestMailboxOwnerUPN\":\"\"", null)]
    public void Another_mailbox_is_named_only_if_it_is_another(string member, string? mailbox)
        => Assert.Equal(mailbox, Parse("{\"Operation\":\"Move\",\"CreationTime\":\"2026-09-01T12:05:00\",\"MailboxOwnerUPN\":\"lori@contoso.com\",\"Folder\":{\"Path\":\"\\\\Calendar\"}," + member + "}").Record!.DestinationMailbox);

    [Fact]
    public void A_deleted_folder_is_kept_as_a_folder()
    {
        AuditRecord record = Parse("""{"Operation":"SoftDelete","CreationTime":"2026-09-01T12:05:00","RecordType":3,"Folder":{"Id":"a","Path":"\\Calendar"},"Folders":[{"Id":"b","Path":"\\Calendar\\Team"}]}""").Record!;

        Assert.Empty(record.Items);
        Assert.Equal(new AuditedFolder("b", @"\Calendar\Team"), Assert.Single(record.Folders));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("\"3\"", 3)]
    [InlineData("\"exchangeItemGroup\"", 3)]
    [InlineData("\"ExchangeItemAggregated\"", 50)]
    [InlineData("\"SomethingNew\"", null)]
    public void The_type_is_read_as_number_and_by_name(string type, int? number)
        => Assert.Equal(number, Parse("{\"Operation\":\"x\",\"CreationTime\":\"2026-09-01T12:05:00\",\"RecordType\":" + type + "}").Record!.RecordType);

    [Fact]
    public void Half_a_character_at_the_end_of_a_subject_costs_nothing_but_itself()
        => Assert.Equal("Party \uFFFD", Assert.Single(Parse(Group.Replace("Größe \\\"XL\\\", planning", "Party \\uD83C", StringComparison.Ordinal)).Record!.Items).Subject);

    [Theory]
    [InlineData("tab\\tquote\\\"slash\\/back\\\\line\\n\\r\\b\\f", "tab\tquote\"slash/back\\line\n\r\b\f")]
    [InlineData("\\u0047r\\u00f6\\u00dfe \\uD83C\\uDF89", "Größe 🎉")]
    [InlineData("\\uDF89\\uD83Cx\\uD83C\\u0041", "\uFFFD\uFFFDx\uFFFDA")]
    public void Escapes_are_resolved(string escaped, string text)
        => Assert.Equal(text, Assert.Single(Parse(Group.Replace("Größe \\\"XL\\\", planning", escaped, StringComparison.Ordinal)).Record!.Items).Subject);

    [Fact]
    public void The_row_around_a_record_fills_in_what_the_record_does_not_say()
    {
        AuditRecordEnvelope outer = new()
        {
            RecordId = "r", Operation = "HardDelete", UserId = "u", CreationDate = "2026-01-24T06:54:24.0000000Z ", RecordType = "3", File = "f", Row = 7,
        };

        AuditRecord record = new AuditRecordFormat().Parse("{\"AffectedItems\":[{\"Subject\":\"a\"}]}", outer).Record!;

        Assert.Equal(("r", "HardDelete", "u", 3, "f", 7L), (record.RecordId, record.Operation, record.UserId, record.RecordType, record.File, record.Row));
        Assert.Equal(new DateTimeOffset(2026, 1, 24, 6, 54, 24, TimeSpan.Zero), record.CreationTime);
    }

    [Fact]
    public void The_row_around_a_record_never_overrules_it()
    {
        AuditRecordEnvelope outer = new() { RecordId = "r", Operation = "HardDelete", UserId = "u", CreationDate = "1999-01-01", RecordType = "2" };

        Assert.Equal(AuditFile.Describe(Parse(Group).Record!), AuditFile.Describe(new AuditRecordFormat().Parse(Group, outer).Record!));
    }

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("\"text\"")]
    [InlineData("17")]
    [InlineData("")]
    [InlineData("{\"Operation\":\"SoftDelete\",\"CreationTime\":\"2026-")]
    [InlineData("{\"Operation\":\"SoftDelete\",\"Workload\":\"Exchange\",\"CreationTime\":\"yesterday\"}")]
    public void What_is_no_record_is_a_finding(string text)
    {
        ReadAuditRecord read = new AuditRecordFormat().Parse(text, new AuditRecordEnvelope { File = "f", Row = 3 });

        Assert.Null(read.Record);
        Assert.Equal((Severity.Error, FailureCode.ParserError, "f", 3L), (read.Finding!.Severity, read.Finding.Code, read.Finding.File, read.Finding.Row));
    }

    private static ReadAuditRecord Parse(string json) => new AuditRecordFormat().Parse(json, new AuditRecordEnvelope());
}

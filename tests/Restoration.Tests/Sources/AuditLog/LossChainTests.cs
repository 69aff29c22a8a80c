using Restoration.Items;
using Restoration.Sources.AuditLog;

namespace Restoration.Tests.Sources.AuditLog;

/// <summary>What several records of one appointment mean together.</summary>
public sealed class LossChainTests
{
    private const long Gone = 0x010A;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Delete_empty_and_purge_are_one_loss(bool immutable)
    {
        LossReport report = new Trail()
            .Add("MoveToDeletedItems", Trail.Team, Trail.Item(1, immutable: immutable))
            .Add("SoftDelete", Trail.DeletedItems, Trail.Item(1, immutable: immutable, folder: Gone))
            .Add("HardDelete", Trail.Deletions, Trail.Item(1, immutable: immutable, folder: 0x0111))
            .Analyze();

        Loss loss = Assert.Single(report.Losses);
        Assert.Equal((Trail.Start.AddMinutes(1), FolderPath.Parse("Calendar/Team"), false), (loss.LostAt, loss.Folder!.Value, loss.IsDefaultCalendar));
        Assert.Equal(("MoveToDeletedItems", "HardDelete", 1L), (loss.Operation, loss.LastOperation, loss.Record.Row));
        Assert.Equal(2, report.Counts[NoLossReason.SameLoss]);
    }

    [Fact]
    public void A_purge_without_the_deletion_before_it_is_a_loss_from_a_calendar_that_is_not_known()
    {
        Loss loss = Assert.Single(new Trail().Add("SoftDelete", Trail.DeletedItems, Trail.Item(1, folder: Gone)).Analyze().Losses);

        Assert.Null(loss.Folder);
        Assert.Null(loss.FolderId);
        Assert.Equal(Trail.Start.AddMinutes(1), loss.LostAt);
    }

    [Fact]
    public void Purges_of_the_same_subject_count_for_one_loss_each()
    {
        Trail trail = new();
        for (int i = 1; i <= 3; i++)
        {
            trail.Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(i, immutable: false));
        }

        for (int i = 1; i <= 4; i++)
        {
            trail.Add("SoftDelete", Trail.DeletedItems, Trail.Item(i, immutable: false, folder: Gone));
        }

        LossReport report = trail.Analyze();

        Assert.Equal(3, report.Losses.Count(loss => loss is { Operation: "MoveToDeletedItems", LastOperation: "SoftDelete" }));
        Assert.Equal(1, report.Losses.Count(loss => loss.Folder is null));
    }

    [Fact]
    public void Two_immutable_ids_are_two_appointments_whatever_they_are_called()
        => Assert.Equal(2, new Trail()
            .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1))
            .Add("SoftDelete", Trail.DeletedItems, Trail.Item(2, folder: Gone))
            .Analyze().Losses.Count);

    [Fact]
    public void Two_mailboxes_have_two_appointments()
    {
        AuditedItem item = Trail.Item(1, immutable: false);
        LossReport report = new Trail()
            .Add("MoveToDeletedItems", Trail.Calendar, item)
            .Add(new AuditRecord { Operation = "SoftDelete", CreationTime = default, Mailbox = "bob@contoso.com", MailboxGuid = Guid.Empty, Folder = Trail.DeletedItems, Items = [item] })
            .Analyze();

        Assert.Equal([Trail.Lori, "bob@contoso.com"], report.Losses.Select(loss => loss.Mailbox));
    }

    [Fact]
    public void A_mailbox_is_the_same_by_name_and_by_guid()
    {
        Trail trail = new Trail().Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1)).Add("SoftDelete", Trail.DeletedItems, Trail.Item(1)).Add("Create", Trail.Calendar, Trail.Item(9));
        List<AuditRecord> records = [trail.Records[0] with { Mailbox = null }, trail.Records[1] with { MailboxGuid = null, Mailbox = "LORI@contoso.com" }, trail.Records[2]];

        Loss loss = Assert.Single(Trail.Analyze(records).Losses);
        Assert.Equal((Trail.LoriGuid, "LORI@contoso.com"), (loss.MailboxGuid, loss.Mailbox));
    }

    [Fact]
    public void What_was_moved_back_is_not_lost()
    {
        foreach (bool immutable in (bool[])[true, false])
        {
            LossReport report = new Trail()
                .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1, immutable: immutable))
                .Move(Trail.DeletedItems, Trail.Calendar, Trail.Item(1, immutable: immutable, folder: Gone))
                .Analyze();

            Assert.Empty(report.Losses);
            Assert.Equal([NoLossReason.NotLost, NoLossReason.NotLost], report.Noted.Select(noted => noted.Reason));
            Assert.Contains("2026-09-01 12:02:00Z", report.Noted[0].Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_lost_again_is_lost_since_then()
    {
        LossReport report = new Trail()
            .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1))
            .Move(Trail.DeletedItems, Trail.Team, Trail.Item(1, folder: Gone))
            .Add("SoftDelete", Trail.Team, Trail.Item(1, folder: 0x0201))
            .Analyze();

        Assert.Equal((Trail.Start.AddMinutes(3), FolderPath.Parse("Calendar/Team")), (Assert.Single(report.Losses).LostAt, report.Losses[0].Folder!.Value));
    }

    [Fact]
    public void The_newest_record_of_an_appointment_counts_where_the_way_back_was_not_audited()
    {
        LossReport report = new Trail()
            .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1))
            .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1))
            .Analyze();

        Assert.Equal(2L, Assert.Single(report.Losses).Record.Row);
        Assert.Equal((NoLossReason.Superseded, 1L), (Assert.Single(report.Noted).Reason, report.Noted[0].Record.Row));
    }

    public static TheoryData<string, AuditedFolder?, AuditedFolder?, string?, LossKind?> Moves { get; } = new()
    {
        { "to another calendar", Trail.Calendar, Trail.Team, null, null },
        { "to a folder that is no calendar", Trail.Calendar, Trail.Inbox, null, LossKind.MovedAway },
        { "to nobody knows where", Trail.Calendar, null, null, LossKind.MovedAway },
        { "to a calendar of another mailbox", Trail.Calendar, Trail.Calendar, "eve@contoso.com", LossKind.MovedAway },
        { "from nobody knows where to a folder that is no calendar", null, Trail.Inbox, null, LossKind.MovedAway },
        { "into a calendar", Trail.Inbox, Trail.Calendar, null, null },
        { "between folders that are no calendars", Trail.DeletedItems, Trail.Inbox, null, null },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_move_is_a_loss_if_the_mailboxs_calendars_lose_by_it(string what, AuditedFolder? from, AuditedFolder? to, string? mailbox, LossKind? kind)
    {
        LossReport report = new Trail().Add(new AuditRecord
        {
            Operation = "Move", CreationTime = default, Folder = from, DestinationFolder = to, DestinationMailbox = mailbox, Items = [Trail.Item(1)],
        }).Analyze();

        Assert.Equal((what, kind), (what, report.Losses.SingleOrDefault()?.Kind));
        Assert.Equal(kind is null ? null : to, report.Losses.SingleOrDefault()?.DestinationFolder);
    }

    [Fact]
    public void What_was_moved_away_and_deleted_there_is_deleted()
    {
        Loss loss = Assert.Single(new Trail()
            .Move(Trail.Calendar, Trail.Inbox, Trail.Item(1))
            .Add("SoftDelete", Trail.Inbox, Trail.Item(1, folder: 0x010C))
            .Analyze().Losses);

        Assert.Equal((LossKind.Deleted, "Move", "SoftDelete"), (loss.Kind, loss.Operation, loss.LastOperation));
    }

    [Fact]
    public void Of_several_changes_the_newest_counts_and_of_change_and_loss_the_loss()
    {
        LossReport report = new Trail()
            .Add("Update", Trail.Calendar, Trail.Item(1, "a"))
            .Add("Update", Trail.Calendar, Trail.Item(1, "b"))
            .Add("Update", Trail.Calendar, Trail.Item(2, "c"))
            .Add("SoftDelete", Trail.Calendar, Trail.Item(2, "c"))
            .Add("Update", Trail.Inbox, Trail.Item(3, "d"))
            .Analyze();

        Assert.Equal([(LossKind.Changed, "b"), (LossKind.Deleted, "c")], report.Losses.Select(loss => (loss.Kind, loss.Subject)));
        Assert.Equal((2L, 1L), (report.Counts[NoLossReason.Superseded], report.Counts[NoLossReason.NotLost]));
    }

    [Fact]
    public void What_is_changed_in_a_calendar_after_it_was_deleted_has_come_back()
    {
        LossReport report = new Trail()
            .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1))
            .Add("Update", Trail.Calendar, Trail.Item(1))
            .Analyze();

        Assert.Equal((LossKind.Changed, 2L), (Assert.Single(report.Losses).Kind, report.Losses[0].Record.Row));
        Assert.Equal((NoLossReason.NotLost, 1L), (Assert.Single(report.Noted).Reason, report.Noted[0].Record.Row));
    }

    [Fact]
    public void What_is_changed_in_the_second_of_its_deletion_was_changed_before()
    {
        Trail trail = new Trail().Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1)).Add("Update", Trail.Calendar, Trail.Item(1));

        Loss loss = Assert.Single(Trail.Analyze(trail.Records.Select(record => record with { CreationTime = Trail.Start })).Losses);

        Assert.Equal(LossKind.Deleted, loss.Kind);
    }

    [Fact]
    public void Exports_that_overlap_count_each_record_once()
    {
        Trail trail = new Trail().Add("SoftDelete", Trail.Calendar, Trail.Item(1), Trail.Item(2)).Add("FolderBind", Trail.Calendar);

        LossReport report = Trail.Analyze([.. trail.Records, .. trail.Records]);

        Assert.Equal((2, 3L, 6L), (report.Losses.Count, report.Counts[NoLossReason.Duplicate], report.Entries));
    }

    [Fact]
    public void Records_without_an_id_of_their_own_are_told_apart_by_what_they_say()
    {
        AuditedFolder calendar = new(null, @"\Calendar");
        AuditRecord record = new()
        {
            Operation = "SoftDelete", CreationTime = Trail.Start, UserId = "bob", Mailbox = Trail.Lori, Folder = calendar,
            Items = [new AuditedItem { Subject = "Standup" }, new AuditedItem { Subject = "Standup" }, new AuditedItem { Id = "x", Subject = "Lunch" }],
        };

        LossReport report = Trail.Analyze([record, record with { Row = 7 }, record with { CreationTime = Trail.Start.AddDays(1), Items = [new AuditedItem { Subject = "Standup" }] }]);

        Assert.Equal(["Standup", "Standup", "Lunch", "Standup"], report.Losses.Select(loss => loss.Subject));
        Assert.Equal(3, report.Counts[NoLossReason.Duplicate]);
    }

    [Fact]
    public void Store_id_and_immutable_id_of_one_appointment_are_one_key()
        => Assert.Equal(2L, Assert.Single(new Trail()
            .Add("Update", Trail.Calendar, Trail.Item(1))
            .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1, immutable: false))
            .Add("SoftDelete", Trail.DeletedItems, Trail.Item(1, "renamed", folder: Gone))
            .Analyze().Losses).Record.Row);

    [Fact]
    public void What_our_own_trail_put_back_is_not_lost()
    {
        Item before = new() { ItemClass = ItemClasses.Appointment, Key = new ItemKey { Uid = "u1" }, ContentHash = default, ComparisonHash = default };
        AuditedFolder folder = new(null, "Team");

        LossReport report = new Trail().Add("ItemDelete", folder, new AuditedItem { Before = before }).Add("ItemCreate", folder, new AuditedItem { Uid = "u1" }).Analyze();

        Assert.Empty(report.Losses);
        Assert.Equal((1L, 1L), (report.Counts[NoLossReason.NotLost], report.Counts[NoLossReason.Created]));
    }
}

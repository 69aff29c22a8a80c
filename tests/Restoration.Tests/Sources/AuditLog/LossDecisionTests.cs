using Restoration.Items;
using Restoration.Sources;
using Restoration.Sources.AuditLog;

namespace Restoration.Tests.Sources.AuditLog;

/// <summary>What one record alone means.</summary>
public sealed class LossDecisionTests
{
    [Theory]
    [InlineData("MoveToDeletedItems", LossKind.Deleted)]
    [InlineData("SoftDelete", LossKind.Deleted)]
    [InlineData("HardDelete", LossKind.Deleted)]
    [InlineData("RecordDelete", LossKind.Deleted)]
    [InlineData("softdelete", LossKind.Deleted)]
    [InlineData("Update", LossKind.Changed)]
    public void A_loss_says_all_that_is_known_of_it(string operation, LossKind kind)
    {
        Trail trail = new Trail().Add(operation, Trail.Calendar, Trail.Item(1));

        Loss loss = Assert.Single(trail.Analyze().Losses);

        Assert.Equal((kind, operation, operation), (loss.Kind, loss.Operation, loss.LastOperation));
        Assert.Equal((Trail.Lori, Trail.LoriGuid), (loss.Mailbox, loss.MailboxGuid));
        Assert.Equal((FolderPath.Calendar, Trail.Calendar.Id, true), (loss.Folder, loss.FolderId, loss.IsDefaultCalendar));
        Assert.Equal(("Review", Trail.Item(1).Id), (loss.Subject, loss.StoreId));
        Assert.Equal(Trail.Start.AddMinutes(1), loss.LostAt);
        Assert.Equal(new RecordReference(trail.Records[0].RecordId, operation, loss.LostAt, "bob@contoso.com", "export.csv", 1), loss.Record);
        Assert.StartsWith("AAMkADI2Mjg2ZmZh", loss.GraphId, StringComparison.Ordinal);
        Assert.StartsWith("AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A", loss.ImmutableId, StringComparison.Ordinal);
        Assert.Null(loss.Parts);
    }

    public static TheoryData<string, NoLossReason> NoLosses { get; } = new()
    {
        { "Create", NoLossReason.Created },
        { "Copy", NoLossReason.Copied },
        { "MailItemsAccessed", NoLossReason.NotAChange },
        { "FolderBind", NoLossReason.NotAChange },
        { "SendOnBehalf", NoLossReason.NotAChange },
        { "UserLoggedIn", NoLossReason.NotAChange },
        { "UpdateFolderPermissions", NoLossReason.PermissionChange },
        { "ModifyFolderPermissions", NoLossReason.PermissionChange },
    };

    [Theory]
    [MemberData(nameof(NoLosses))]
    public void Other_operations_are_no_loss(string operation, NoLossReason reason)
    {
        LossReport report = new Trail().Add(operation, Trail.Calendar, Trail.Item(1)).Analyze();

        Assert.Empty(report.Losses);
        Assert.Equal(1, Assert.Single(report.Counts, count => count.Key == reason).Value);
    }

    [Fact]
    public void A_change_of_delegation_is_noted_and_one_of_the_inbox_is_not()
    {
        LossReport report = new Trail().Add("UpdateCalendarDelegation", null).Add("UpdateFolderPermissions", Trail.Inbox).Analyze();

        Assert.Equal((NoLossReason.PermissionChange, "UpdateCalendarDelegation", Trail.Lori), (Assert.Single(report.Noted).Reason, report.Noted[0].Record.Operation, report.Noted[0].Mailbox));
        Assert.Equal(1, report.Counts[NoLossReason.NotCalendarItem]);
    }

    [Fact]
    public void Aggregated_records_are_no_change_whatever_they_say()
        => Assert.Equal(1, new Trail().Add(new AuditRecord { Operation = "SoftDelete", RecordType = 50, CreationTime = default, Folder = Trail.Calendar, Items = [Trail.Item(1)] })
            .Analyze().Counts[NoLossReason.NotAChange]);

    [Theory]
    [InlineData("Failed", 0)]
    [InlineData("failed", 0)]
    [InlineData("PartiallySucceeded", 1)]
    [InlineData("Succeeded", 1)]
    public void What_failed_did_not_happen(string status, int losses)
    {
        LossReport report = new Trail()
            .Add(new AuditRecord { Operation = "SoftDelete", CreationTime = default, ResultStatus = status, Folder = Trail.Calendar, Items = [Trail.Item(1)] }).Analyze();

        Assert.Equal(losses, report.Losses.Count);
        Assert.Equal(1 - losses, report.Noted.Count(noted => noted.Reason == NoLossReason.Failed));
    }

    public static TheoryData<string, AuditedFolder?, AuditedItem, bool> Items { get; } = new()
    {
        { "an appointment in a folder without a name", null, Trail.Item(1), true },
        { "an appointment in the default calendar of some language", new AuditedFolder(Trail.Calendar.Id, @"\ปฏิทิน"), Trail.Item(1), true },
        { "a message in a calendar", Trail.Calendar, Trail.Item(1, type: 0x09), true },
        { "a message in the inbox", Trail.Inbox, Trail.Item(1, type: 0x09), false },
        { "a message in a folder that is only called calendar", new AuditedFolder(Trail.Inbox.Id, @"\Calendar"), Trail.Item(1, type: 0x09), false },
        { "an item without an id in a calendar by name", new AuditedFolder(null, @"\Kalender"), new AuditedItem { Subject = "Review" }, true },
        { "an item with a broken id in a calendar by name", new AuditedFolder("???", @"\Calendrier\Équipe"), new AuditedItem { Id = "!", Subject = "Review" }, true },
        { "an item without an id in another folder", new AuditedFolder(null, @"\Posteingang"), new AuditedItem { Subject = "Review" }, false },
        { "an item of which only the immutable id is known", null, new AuditedItem { ImmutableId = Trail.Item(1).ImmutableId }, true },
        { "an item of which nothing is known", null, new AuditedItem { Subject = "Review" }, false },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public void Appointments_are_told_by_id_and_only_then_by_name(string what, AuditedFolder? folder, AuditedItem item, bool isLost)
    {
        LossReport report = new Trail().Add("SoftDelete", folder, item).Analyze();

        Assert.Equal((what, isLost ? 1 : 0), (what, report.Losses.Count));
        Assert.Equal(isLost ? 0 : 1, report.Counts.GetValueOrDefault(NoLossReason.NotCalendarItem));
    }

    [Fact]
    public void Each_item_of_a_group_record_counts()
    {
        LossReport report = new Trail().Add("SoftDelete", Trail.Calendar, Trail.Item(1, "a"), Trail.Item(2, "b"), Trail.Item(3, "c")).Analyze();

        Assert.Equal(["a", "b", "c"], report.Losses.Select(loss => loss.Subject));
        Assert.Equal((1L, 3L), (report.Records, report.Entries));
    }

    [Fact]
    public void A_deleted_calendar_is_noted_because_nobody_can_say_what_was_in_it()
    {
        LossReport report = new Trail()
            .Add(new AuditRecord { Operation = "SoftDelete", CreationTime = default, Folder = Trail.Calendar, Folders = [Trail.Team, Trail.Inbox] }).Analyze();

        Assert.Equal((NoLossReason.CalendarDeleted, @"\Calendar\Team"), (Assert.Single(report.Noted).Reason, report.Noted[0].Subject));
        Assert.Equal(1, report.Counts[NoLossReason.NotCalendarItem]);
    }

    [Theory]
    [InlineData(new[] { "RecipientCollection" }, new[] { "Attendees" })]
    [InlineData(new[] { "StartTime", "endtime", "MapiStartTime", "Location" }, new[] { "Start", "End", "Location" })]
    [InlineData(new[] { "Subject", "SomethingNew" }, null)]
    [InlineData(new string[0], null)]
    public void A_change_names_the_parts_to_take_back(string[] properties, string[]? parts)
        => Assert.Equal(parts, Assert.Single(new Trail().Add(new AuditRecord
        {
            Operation = "Update", CreationTime = default, Folder = Trail.Calendar, Items = [Trail.Item(1)], ModifiedProperties = properties,
        }).Analyze().Losses).Parts);

    [Fact]
    public void A_folder_path_that_cannot_be_is_no_folder()
        => Assert.Null(Assert.Single(new Trail().Add("SoftDelete", new AuditedFolder(Trail.Calendar.Id, "\\a\\\u0001"), Trail.Item(1)).Analyze().Losses).Folder);

    [Fact]
    public void A_record_with_content_of_its_own_hands_it_on()
    {
        Item before = new() { ItemClass = ItemClasses.Appointment, Key = new ItemKey { Uid = "u1" }, ContentHash = default, ComparisonHash = default, Subject = "Review" };

        LossReport report = new Trail().Add("ItemDelete", new AuditedFolder(null, "Team"), new AuditedItem { Before = before }).Analyze();

        Loss loss = Assert.Single(report.Losses);
        Assert.Same(before, loss.Before);
        Assert.Equal(("u1", "Review", FolderPath.Parse("Team")), (loss.Uid, loss.Subject, loss.Folder));
    }

    [Theory]
    [InlineData("archive", "failure", 1)]
    [InlineData("restore", "failure", 1)]
    [InlineData("archive", "success", 0)]
    [InlineData("login", "failure", 0)]
    public void A_failed_action_of_an_application_is_a_loss_if_it_holds_the_content(string operation, string status, int losses)
    {
        Item content = new() { ItemClass = ItemClasses.Appointment, Key = new ItemKey { Uid = "u1" }, ContentHash = default, ComparisonHash = default, Subject = "Review" };
        AuditedItem item = new() { Id = "42", Subject = "Review", Before = content };
        LossReport report = new Trail().Add(new AuditRecord { Operation = operation, ResultStatus = status, CreationTime = default, Items = [item] }).Analyze();

        Assert.Equal(losses, report.Losses.Count);
        Assert.All(report.Losses, loss => Assert.Equal((content, "Review"), (loss.Before, loss.Subject)));
    }
}

using Restoration.Sources.AuditLog;

namespace Restoration.Tests.Sources.AuditLog;

public sealed class LossFilterTests
{
    private static readonly Trail Sample = new Trail()
        .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1, "Team review"))
        .Add(new AuditRecord { Operation = "HardDelete", CreationTime = default, UserId = "admin@contoso.com", Folder = Trail.DeletedItems, Items = [Trail.Item(1, "Team review")] })
        .Add(new AuditRecord { Operation = "SoftDelete", CreationTime = default, UserId = "Eve@fabrikam.com", Mailbox = "al@contoso.com", MailboxGuid = new Guid(7, 0, 0, new byte[8]), Folder = Trail.Calendar, Items = [Trail.Item(2, "Lunch")] })
        .Add("Update", Trail.Calendar, Trail.Item(3, "Standup"))
        .Add("Create", Trail.Calendar, Trail.Item(4, "Party"));

    public static TheoryData<LossFilter, string[]> Filters { get; } = new()
    {
        { LossFilter.All, ["Team review", "Lunch", "Standup"] },
        { new LossFilter { StartDate = Trail.Start.AddMinutes(3) }, ["Lunch", "Standup"] },
        { new LossFilter { EndDate = Trail.Start.AddMinutes(3) }, ["Team review"] },
        { new LossFilter { StartDate = Trail.Start.AddMinutes(2), EndDate = Trail.Start.AddMinutes(3) }, [] },
        { new LossFilter { Mailboxes = ["LORI@*"] }, ["Team review", "Standup"] },
        { new LossFilter { Mailboxes = ["al@contoso.com", "nobody"] }, ["Lunch"] },
        { new LossFilter { Mailboxes = ["26286ffa-073d-45ff-9fe9-539891984d69"] }, ["Team review", "Standup"] },
        { new LossFilter { Mailboxes = ["nobody"] }, [] },
        { new LossFilter { Operations = ["HardDelete"] }, ["Team review"] },
        { new LossFilter { Operations = ["*delete*"] }, ["Team review", "Lunch"] },
        { new LossFilter { Operations = ["Update"] }, ["Standup"] },
        { new LossFilter { Actors = ["admin@*"] }, ["Team review"] },
        { new LossFilter { Actors = ["eve@fabrikam.com"] }, ["Lunch"] },
        { new LossFilter { Operations = ["MoveToDeletedItems"], Actors = ["admin@*"] }, [] },
        { new LossFilter { Subjects = ["*review", "?unch"] }, ["Team review", "Lunch"] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Everything_that_is_given_has_to_fit(LossFilter filter, string[] subjects)
        => Assert.Equal(subjects, Sample.Analyze(filter).Losses.Select(loss => loss.Subject));

    [Fact]
    public void What_is_not_asked_for_is_not_shown_but_counted()
    {
        LossReport report = Sample.Analyze(new LossFilter { Subjects = ["Lunch"] });

        Assert.Empty(report.Noted);
        Assert.Equal(4, report.Counts[NoLossReason.Filtered]);
    }

    [Fact]
    public void A_way_back_outside_the_dates_still_counts()
        => Assert.Empty(new Trail()
            .Add("MoveToDeletedItems", Trail.Calendar, Trail.Item(1))
            .Move(Trail.DeletedItems, Trail.Calendar, Trail.Item(1))
            .Analyze(new LossFilter { EndDate = Trail.Start.AddMinutes(2) }).Losses);

    [Fact]
    public void The_newest_change_among_those_asked_for_counts()
    {
        Trail trail = new Trail()
            .Add(new AuditRecord { Operation = "Update", CreationTime = default, UserId = "mallory@contoso.com", Folder = Trail.Calendar, Items = [Trail.Item(1)] })
            .Add("Update", Trail.Calendar, Trail.Item(1));

        Assert.Equal(1L, Assert.Single(trail.Analyze(new LossFilter { Actors = ["mallory*"] }).Losses).Record.Row);
        Assert.Equal(2L, Assert.Single(trail.Analyze().Losses).Record.Row);
    }

    [Fact]
    public void A_mailbox_that_a_record_names_one_way_is_found_by_the_other()
    {
        Trail trail = new Trail().Add("SoftDelete", Trail.Calendar, Trail.Item(1)).Add("FolderBind", Trail.Calendar);
        List<AuditRecord> records = [trail.Records[0] with { Mailbox = null }, trail.Records[1]];

        Assert.Single(Trail.Analyze(records, new LossFilter { Mailboxes = [Trail.Lori] }).Losses);
    }
}

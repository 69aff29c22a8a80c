using Restoration.Backups.Plans;
using Restoration.Backups.Retention;
using Restoration.Contracts.Support;
using Restoration.Failures;

namespace Restoration.Tests.Backups.Plans;

public sealed class BackupPlanServiceTests : PlanStage
{
    public static TheoryData<string, FailureCode, Func<BackupPlan, BackupPlan>> BadPlans { get; } = new()
    {
        { "no name", FailureCode.InvalidArgument, plan => plan with { Name = " " } },
        { "a long name", FailureCode.InvalidArgument, plan => plan with { Name = new string('x', 101) } },
        { "a wildcard as name", FailureCode.InvalidArgument, plan => plan with { Name = "night*" } },
        { "no calendars", FailureCode.InvalidArgument, plan => plan with { Calendars = [] } },
        { "a blank calendar", FailureCode.InvalidLocation, plan => plan with { Calendars = [" "] } },
        { "no calendar behind the mailbox", FailureCode.InvalidLocation, plan => plan with { Calendars = ["alice/"] } },
        { "no schedule", FailureCode.InvalidArgument, plan => plan with { Schedule = "sometimes" } },
        { "a schedule that never comes", FailureCode.InvalidArgument, plan => plan with { Schedule = "0 0 31 2 *" } },
        { "an unknown zone", FailureCode.TimeZoneNotFound, plan => plan with { TimeZone = "Mars/Olympus" } },
        { "to keep none", FailureCode.InvalidArgument, plan => plan with { Retention = new RetentionRules { KeepLast = 0 } } },
        { "a negative age", FailureCode.InvalidArgument, plan => plan with { Retention = new RetentionRules { MinimumAge = TimeSpan.FromDays(-1) } } },
        { "an unknown placeholder", FailureCode.InvalidArgument, plan => plan with { FilePattern = "{user}.items" } },
        { "a folder as file", FailureCode.InvalidArgument, plan => plan with { FilePattern = "backups/" } },
        { "a file of no format", FailureCode.UnsupportedFormat, plan => plan with { FilePattern = "{date}.docx" } },
        { "an unknown format", FailureCode.UnsupportedFormat, plan => plan with { FilePattern = "{date}", Format = "PST" } },
    };

    [Theory]
    [MemberData(nameof(BadPlans))]
    public async Task A_plan_that_could_not_run_is_refused(string what, FailureCode code, Func<BackupPlan, BackupPlan> change)
    {
        BackupPlan plan = change(Plans.Draft("Nightly", [Engine.Mailbox], "UTC"));
        RestorationException refused = await Assert.ThrowsAsync<RestorationException>(async () => await Plans.AddAsync(plan, None));
        Assert.True(refused.Code == code, $"{what}: {refused.Code} {refused.Message}");
        Assert.Empty(await Plans.ListAsync(null, None));
    }

    [Fact]
    public async Task A_name_is_there_once_whatever_its_case()
    {
        await AddAsync();
        RestorationException refused = await Assert.ThrowsAsync<RestorationException>(
            async () => await Plans.AddAsync(Plans.Draft("NIGHTLY", [Engine.Mailbox], "UTC"), None));
        Assert.Equal(FailureCode.AlreadyExists, refused.Code);
    }

    [Fact]
    public async Task A_change_of_the_schedule_changes_when_it_is_due_and_another_does_not()
    {
        BackupPlan plan = await AddAsync(schedule: "daily at 22:00");
        Clock.Advance(TimeSpan.FromDays(2));
        BackupPlan described = await Plans.UpdateAsync(plan with { Description = "Missed twice" }, None);
        Assert.Equal(plan.NextRunAt, described.NextRunAt);
        BackupPlan moved = await Plans.UpdateAsync(described with { Schedule = "daily at 23:00" }, None);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero), moved.NextRunAt);
        BackupPlan off = await Plans.UpdateAsync(moved with { IsActive = false }, None);
        Assert.Null(off.NextRunAt);
    }

    [Fact]
    public async Task A_plan_belongs_to_who_made_it_whatever_is_handed_in()
    {
        BackupPlan plan = await Plans.AddAsync(Plans.Draft("Nightly", [Engine.Mailbox], "UTC") with { User = "mallory" }, None);
        Assert.Equal("alice", plan.User);
        Assert.Equal("alice", (await Plans.UpdateAsync(plan with { User = "mallory" }, None)).User);
    }

    [Fact]
    public async Task What_a_removed_plan_has_made_stays()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync();
        await RunAsync(plan);
        await Plans.RemoveAsync(plan, None);
        Assert.Single(await Backups.ListAsync(null, null, None));
        Assert.Equal(
            FailureCode.BackupPlanNotFound,
            (await Assert.ThrowsAsync<RestorationException>(async () => await Plans.GetAsync("Nightly", None))).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_identity_is_never_all(string? identity)
        => Assert.Equal(
            FailureCode.InvalidArgument,
            (await Assert.ThrowsAsync<RestorationException>(async () => await Plans.GetAsync(identity!, None))).Code);
}

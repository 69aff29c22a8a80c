using Restoration.Backups;
using Restoration.Backups.Plans;
using Restoration.Backups.Retention;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Tests.Backups.Plans;

public sealed class BackupPlanRunnerTests : PlanStage
{
    [Fact]
    public async Task A_run_backs_each_calendar_up_and_reads_it_back()
    {
        await Engine.FillAsync(Some.Appointments(3));
        BackupPlan plan = await AddAsync();
        BackupPlanRun run = await RunAsync(plan);

        BackupPlanStep step = Assert.Single(run.Steps);
        Assert.Equal((BackupPlanStatus.Succeeded, BackupOutcome.Verified, 3L), (run.Status, step.Outcome, step.ItemCount));
        BackupCopy copy = Assert.Single(await CopiesAsync(plan));
        Assert.NotNull(copy.VerifiedAt);
        Backup backup = await Backups.GetAsync(copy.BackupId.ToString()!, None);
        Assert.Equal(backup.RootHash, copy.Digest);
    }

    [Fact]
    public async Task How_it_went_is_written_to_the_plan()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync(schedule: "daily at 22:00");
        BackupPlanRun run = await RunAsync(plan);
        BackupPlan after = await Plans.GetAsync("nightly", None);
        Assert.Equal((BackupPlanStatus.Succeeded, null), (after.Status, after.LastError));
        Assert.Equal((run.StartedAt, run.EndedAt), (after.LastRunAt, after.LastSuccessAt));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.Zero), after.NextRunAt);
    }

    [Fact]
    public async Task An_empty_calendar_is_never_backed_up_over_what_there_is()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync(retention: new RetentionRules { KeepLast = 1 });
        await RunAsync(plan);
        await Engine.RunAsync(await new Restoration.Mailboxes.CalendarService(Engine.Workspace).DraftRemovalAsync(
            await new Restoration.Mailboxes.CalendarService(Engine.Workspace).GetAsync(Engine.Mailbox, FolderPath.Calendar, None),
            new Restoration.Policies.ItemFilter { Uids = ["uid-1"] },
            None));
        BackupPlanRun run = await RunAsync(plan);
        Assert.Equal((BackupPlanStatus.Succeeded, BackupOutcome.Empty), (run.Status, run.Steps[0].Outcome));
        Assert.Single(await CopiesAsync(plan));
    }

    [Fact]
    public async Task A_calendar_that_is_not_there_costs_that_calendar_only()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync(calendars: [Engine.Mailbox, "nobody@contoso.com/*"]);
        BackupPlanRun run = await RunAsync(plan);
        Assert.Equal(BackupPlanStatus.PartiallySucceeded, run.Status);
        Assert.Equal([(FailureCode?)FailureCode.CalendarNotFound, null], run.Steps.Select(step => step.Failure));
        Assert.Contains("nobody@contoso.com/*", (await Plans.GetAsync("Nightly", None)).LastError);
        Assert.Null((await Plans.GetAsync("Nightly", None)).LastSuccessAt);
    }

    [Fact]
    public async Task Wildcards_mean_the_calendars_that_there_are_at_the_time_of_the_run()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync(calendars: ["*@contoso.com/*"]);
        await AddCalendarAsync("bob@contoso.com", "Calendar/Team");
        Assert.Equal(["alice@contoso.com/Calendar", "bob@contoso.com/Calendar/Team"], (await RunAsync(plan)).Steps.Select(step => step.Calendar).Order());
    }

    [Fact]
    public async Task Files_get_names_of_their_own_and_never_overwrite_another()
    {
        await Engine.FillAsync(Some.Appointments(2));
        BackupPlan plan = await AddAsync("{plan}/{mailbox}-{calendar}-{date}.items");
        await RunAsync(plan);
        await RunAsync(plan);
        Assert.Equal(
            ["alice@contoso.com-Calendar-2026-11-20-1.items", "alice@contoso.com-Calendar-2026-11-20.items"],
            Directory.GetFiles(System.IO.Path.Combine(Folder.Path, "Nightly")).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
        IReadOnlyList<BackupCopy> copies = await CopiesAsync(plan);
        Assert.Equal(copies[0].Digest, copies[1].Digest);
    }

    [Fact]
    public void Names_of_mailboxes_never_choose_a_folder()
        => Assert.Equal("_.._etc/x_.items", BackupName("{mailbox}/{calendar}.items"));

    [Fact]
    public async Task Only_what_the_plan_wrote_and_nobody_changed_is_let_go()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync("{date}-{time}.items", new RetentionRules { KeepLast = 1 });
        string first = (await RunAsync(plan)).Steps[0].Location!.Target!;
        await File.AppendAllTextAsync(first, "Uid=mine\n\n");
        Clock.Advance(TimeSpan.FromMinutes(1));
        string second = (await RunAsync(plan)).Steps[0].Location!.Target!;
        Clock.Advance(TimeSpan.FromMinutes(1));
        BackupPlanRun third = await RunAsync(plan);
        Assert.Equal([second], third.Removed.Select(location => location.Target));
        Assert.True(File.Exists(first));
        Assert.False(File.Exists(second));
    }

    [Fact]
    public async Task A_held_backup_stays()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync(retention: new RetentionRules { KeepLast = 1 });
        await RunAsync(plan);
        Backup held = await Backups.HoldAsync(await Backups.GetAsync((await CopiesAsync(plan))[0].BackupId.ToString()!, None), true, None);
        await RunAsync(plan);
        await RunAsync(plan);
        Assert.Equal(2, (await CopiesAsync(plan)).Count);
        RestorationException refused = await Assert.ThrowsAsync<RestorationException>(async () => await Backups.RemoveAsync(held, None));
        Assert.Equal(FailureCode.InvalidState, refused.Code);
        await Backups.HoldAsync(held, false, None);
        await Backups.RemoveAsync(held, None);
    }

    [Fact]
    public async Task A_thousand_runs_leave_what_the_rules_say()
    {
        await Engine.FillAsync(Some.Appointments(1));
        RetentionRules rules = new() { KeepLast = 3, KeepDaily = 7, KeepWeekly = 4, KeepMonthly = 6 };
        BackupPlan plan = await AddAsync(retention: rules);
        List<DateTimeOffset> taken = [];
        for (int run = 0; run < 1_000; run++)
        {
            await RunAsync(plan);
            taken.Add((await CopiesAsync(plan))[0].TakenAt);
            Clock.Advance(TimeSpan.FromHours(7));
        }

        DateTimeOffset[] kept = [.. (await CopiesAsync(plan)).Select(copy => copy.TakenAt)];
        IEnumerable<DateTimeOffset> newest = Enumerable.Reverse(taken);
        IEnumerable<DateTimeOffset> expected = newest.Take(3)
            .Concat(newest.DistinctBy(at => at.Date).Take(7))
            .Concat(newest.DistinctBy(at => (System.Globalization.ISOWeek.GetYear(at.Date), System.Globalization.ISOWeek.GetWeekOfYear(at.Date))).Take(4))
            .Concat(newest.DistinctBy(at => (at.Year, at.Month)).Take(6))
            .Distinct().OrderDescending();
        Assert.Equal(expected, kept);
        Assert.Equal(kept.Length, (await Backups.ListAsync(null, null, None)).Count);
    }

    [Fact]
    public async Task One_runs_it_at_a_time()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync();
        await Engine.Workspace.WriteAsync(
            transaction => transaction.Leases.TakeAsync($"plan:{plan.PlanId}", "another", Clock.GetUtcNow(), Clock.GetUtcNow().AddMinutes(2), None), None);
        RestorationException refused = await Assert.ThrowsAsync<RestorationException>(() => RunAsync(plan));
        Assert.Equal(FailureCode.InvalidState, refused.Code);
        Assert.Empty(await CopiesAsync(plan));
        Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(BackupPlanStatus.Succeeded, (await RunAsync(plan)).Status);
    }

    private string BackupName(string pattern) => BackupFileName.Choose(
        Plans.Draft("p", ["x"], "UTC") with { FilePattern = pattern },
        new Restoration.Mailboxes.Folder { Id = 1, MailboxId = 1, Mailbox = "../../etc", Path = FolderPath.Parse("x/.."), CreatedAt = default },
        new DateTime(2026, 11, 20));
}

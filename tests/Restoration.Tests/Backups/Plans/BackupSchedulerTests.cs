using Restoration.Backups.Plans;
using Restoration.Contracts.Support;

namespace Restoration.Tests.Backups.Plans;

public sealed class BackupSchedulerTests : PlanStage
{
    [Fact]
    [Trait("Seed", "P19")]
    public async Task Nothing_runs_before_its_time_and_missed_runs_are_made_up_for_once()
    {
        await Engine.FillAsync(Some.Appointments(1));
        await AddAsync(schedule: "daily at 22:00");
        Assert.Empty(await RunDueAsync());
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Single(await RunDueAsync());
        Assert.Empty(await RunDueAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero), (await Plans.GetAsync("Nightly", None)).NextRunAt);
    }

    [Fact]
    public async Task A_run_that_another_has_made_in_the_meantime_is_not_made_again()
    {
        await Engine.FillAsync(Some.Appointments(1));
        BackupPlan plan = await AddAsync(schedule: "daily at 22:00");
        Clock.Advance(TimeSpan.FromDays(1));
        BackupPlanRun?[] runs = [await Runner.RunIfDueAsync(plan, null, None), await Runner.RunIfDueAsync(plan, null, None)];
        Assert.NotNull(runs[0]);
        Assert.Null(runs[1]);
    }

    [Fact]
    public async Task A_plan_that_fails_waits_for_its_next_time()
    {
        await AddAsync(schedule: "daily at 22:00", calendars: "nobody@contoso.com");
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(BackupPlanStatus.Failed, Assert.Single(await RunDueAsync()).Status);
        Assert.Empty(await RunDueAsync());
    }

    [Fact]
    public async Task It_runs_until_it_is_stopped()
    {
        await Engine.FillAsync(Some.Appointments(1));
        await AddAsync(schedule: "daily at 22:00");
        Clock.Advance(TimeSpan.FromDays(1));
        using CancellationTokenSource stop = new();
        List<BackupPlanRun> runs = [];
        await foreach (BackupPlanRun run in new BackupScheduler(Engine.Workspace).RunAsync(null, null, stop.Token))
        {
            runs.Add(run);
            await stop.CancelAsync();
        }

        Assert.Single(runs);
    }

    private async Task<BackupPlanRun[]> RunDueAsync() => await new BackupScheduler(Engine.Workspace).RunDueAsync(null, None).ToArrayAsync();
}

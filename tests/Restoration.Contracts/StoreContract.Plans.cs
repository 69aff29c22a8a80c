using Restoration.Backups;
using Restoration.Backups.Plans;
using Restoration.Backups.Retention;
using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_plan_comes_back_with_all_that_was_said_of_it()
    {
        BackupPlan bare = NewPlan("Bare") with { Calendars = ["a/b", "c\"d/*"] };
        BackupPlan full = NewPlan("Full") with
        {
            Description = "Every night",
            FilePattern = "/backups/{mailbox}.ics",
            Format = "ICS",
            IncludeMetadata = false,
            Schedule = "daily at 22:00",
            Retention = new RetentionRules { KeepLast = 1, KeepDaily = 2, KeepWeekly = 3, KeepMonthly = 4, KeepYearly = 5, MinimumAge = TimeSpan.FromDays(6) },
            IsActive = false,
            Status = BackupPlanStatus.PartiallySucceeded,
            LastRunAt = Now.AddHours(-1),
            LastSuccessAt = Now.AddHours(-25),
            NextRunAt = Now.AddHours(23),
            LastError = "No luck.",
        };
        await WriteAsync(transaction => transaction.BackupPlans.AddAsync(full, None));
        await WriteAsync(transaction => transaction.BackupPlans.AddAsync(NewPlan("Bare") with { PlanId = bare.PlanId }, None));
        await WriteAsync(transaction => transaction.BackupPlans.UpdateAsync(bare, None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        IReadOnlyList<BackupPlan> plans = await transaction.BackupPlans.ListAsync(None);
        Assert.Equivalent(new[] { bare, full }, plans, strict: true);
        Assert.Equivalent(full, await transaction.BackupPlans.GetAsync(full.PlanId, None), strict: true);
        Assert.Null(await transaction.BackupPlans.GetAsync(_ids.NewId(), None));
    }

    [Fact]
    public async Task Due_are_the_active_plans_whose_time_has_come_longest_first()
    {
        (string Name, double Hours, bool IsActive)[] plans = [("Soon", 1, true), ("Now", 0, true), ("Late", -1, true), ("Off", -2, false)];
        foreach ((string name, double hours, bool isActive) in plans)
        {
            await WriteAsync(transaction => transaction.BackupPlans.AddAsync(NewPlan(name) with { NextRunAt = Now.AddHours(hours), IsActive = isActive }, None));
        }

        await WriteAsync(transaction => transaction.BackupPlans.AddAsync(NewPlan("Never"), None));
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(["Late", "Now"], (await transaction.BackupPlans.ListDueAsync(Now, None)).Select(plan => plan.Name));
    }

    [Fact]
    public async Task What_a_plan_has_made_is_listed_newest_first_until_it_is_removed()
    {
        Folder folder = await AddFolderAsync(Some.Appointments(2));
        BackupPlan plan = NewPlan("Nightly");
        Backup held = await BackupAsync(folder, Now);
        Backup gone = await BackupAsync(folder, Now.AddHours(1));
        List<BackupCopy> copies = [];
        await WriteAsync(async transaction =>
        {
            await transaction.BackupPlans.AddAsync(plan, None);
            await transaction.BackupPlans.AddAsync(NewPlan("Other"), None);
            foreach (BackupCopy copy in new[]
            {
                NewCopy(plan, held.TakenAt) with { BackupId = held.BackupId, Digest = held.RootHash, ItemCount = 2, Size = held.Size },
                NewCopy(plan, gone.TakenAt) with { BackupId = gone.BackupId },
                NewCopy(plan, Now.AddHours(2)) with { File = "/backups/a.ics", Fingerprint = "x", VerifiedAt = Now },
            })
            {
                copies.Add(await transaction.BackupPlans.AddCopyAsync(copy, None));
            }

            await transaction.BackupPlans.VerifyCopyAsync(copies[0].Id, Now.AddMinutes(1), None);
            await transaction.Backups.SetHoldAsync(held.BackupId, true, None);
            await transaction.Backups.RemoveAsync(gone.BackupId, None);
        });

        await using (IStoreTransaction transaction = await Store.BeginReadAsync(None))
        {
            Assert.Equivalent(
                new[] { copies[2], copies[0] with { VerifiedAt = Now.AddMinutes(1), IsHeld = true } },
                await transaction.BackupPlans.ListCopiesAsync(plan.PlanId, None),
                strict: true);
            Assert.True((await transaction.Backups.GetAsync(held.BackupId, None))!.IsHeld);
        }

        await WriteAsync(transaction => transaction.BackupPlans.RemoveCopyAsync(copies[2].Id, None));
        await WriteAsync(transaction => transaction.BackupPlans.RemoveAsync(plan.PlanId, None));
        await using IStoreTransaction after = await Store.BeginReadAsync(None);
        Assert.Empty(await after.BackupPlans.ListCopiesAsync(plan.PlanId, None));
        Assert.Equal([held.BackupId], (await after.Backups.ListAsync(null, None)).Select(backup => backup.BackupId));
    }

    [Fact]
    public async Task A_lease_is_its_holders_until_it_runs_out_or_is_given_back()
    {
        Assert.Equal("one", await TakeAsync("one", 0, 60));
        Assert.Equal("one", await TakeAsync("two", 59, 119));
        Assert.Equal("one", await TakeAsync("one", 59, 119));
        Assert.Equal("one", await TakeAsync("two", 60, 120));
        Assert.Equal("two", await TakeAsync("two", 119, 179));
        Assert.Equal("two", await TakeAsync("one", 120, 180));

        await WriteAsync(transaction => transaction.Leases.ReleaseAsync("work", "one", None));
        Assert.Equal("two", await TakeAsync("one", 121, 181));
        await WriteAsync(transaction => transaction.Leases.ReleaseAsync("work", "two", None));
        Assert.Equal("one", await TakeAsync("one", 122, 182));
        Assert.Equal("two", await TakeAsync("two", 122, 182, "other work"));
    }

    private async Task<string> TakeAsync(string holder, int second, int until, string name = "work")
    {
        Lease lease = null!;
        await WriteAsync(async transaction => lease = await transaction.Leases.TakeAsync(name, holder, Now.AddSeconds(second), Now.AddSeconds(until), None));
        return lease.Holder;
    }

    private BackupPlan NewPlan(string name) => new()
    {
        PlanId = _ids.NewId(),
        Name = name,
        Calendars = ["alice@contoso.com/Calendar"],
        TimeZone = "Europe/Berlin",
        User = "alice",
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    private static BackupCopy NewCopy(BackupPlan plan, DateTimeOffset takenAt) => new()
    {
        PlanId = plan.PlanId,
        Mailbox = "alice@contoso.com",
        Folder = FolderPath.Calendar,
        TakenAt = takenAt,
    };
}

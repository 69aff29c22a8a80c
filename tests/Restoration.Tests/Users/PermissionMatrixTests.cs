using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Backups.Plans;
using Restoration.Configurations;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Losses;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;
using Restoration.Requests.Queue;
using Restoration.Users;

namespace Restoration.Tests.Users;

/// <summary>Who may do what, deed by deed, through the services that both heads use.</summary>
public sealed class PermissionMatrixTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    // Who owns what the deeds are about: somebody else, an administrator. Own things are in the second table.
    private static readonly Dictionary<string, (Permission Permission, string Allowed, Func<Workspace, Task> Deed)> Deeds = new()
    {
        ["list calendars"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await new CalendarService(acting).ListAsync(null, null, None)),
        ["read a calendar"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await new CalendarService(acting).ReadAsync(await CalendarAsync(acting, "Calendar"), ItemFilter.All, None).ToArrayAsync()),
        ["list backups"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await new BackupService(acting).ListAsync(null, null, None)),
        ["make a calendar"] = (Permission.ManageCalendar, "ada olaf", async acting => await new CalendarService(acting).CreateAsync("new@contoso.com", FolderPath.Calendar, None)),
        ["remove a calendar"] = (Permission.ManageCalendar, "ada olaf", async acting => await new CalendarService(acting).RemoveAsync(await CalendarAsync(acting, "Empty"), None)),
        ["list mailboxes"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await new MailboxService(acting).ListAsync(null, None)),
        ["list folders"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await new MailboxService(acting).ListFoldersAsync(Engine.Mailbox, None)),
        ["make a mailbox"] = (Permission.ManageMailbox, "ada olaf", async acting => await new MailboxService(acting).CreateAsync(new MailboxDraft { Address = "new@contoso.com" }, None)),
        ["change a mailbox"] = (Permission.ManageMailbox, "ada olaf", async acting => await new MailboxService(acting).SetAsync(await MailboxAsync(acting), None)),
        ["remove a mailbox"] = (Permission.ManageMailbox, "ada olaf", async acting => await new MailboxService(acting).RemoveAsync(await MailboxAsync(acting), None)),
        ["back up"] = (Permission.CreateBackup, "ada olaf", async acting => await new BackupService(acting).CreateAsync(await CalendarAsync(acting, "Calendar"), None)),
        ["remove a backup"] = (Permission.RemoveBackup, "ada", async acting => await new BackupService(acting).RemoveAsync(await BackupAsync(acting), None)),
        ["hold a backup"] = (Permission.RemoveBackup, "ada", async acting => await new BackupService(acting).HoldAsync(await BackupAsync(acting), true, None)),
        ["make a plan"] = (Permission.ManageBackupPlan, "ada olaf", async acting => await Plans(acting).AddAsync(Plans(acting).Draft("New", [Engine.Mailbox], "UTC"), None)),
        ["change a plan"] = (Permission.ManageBackupPlan, "ada", async acting => await Plans(acting).UpdateAsync(await PlanAsync(acting), None)),
        ["remove a plan"] = (Permission.ManageBackupPlan, "ada", async acting => await Plans(acting).RemoveAsync(await PlanAsync(acting), None)),
        ["list plans"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await Plans(acting).ListAsync(null, None)),
        ["run a plan"] = (Permission.CreateBackup, "ada olaf", async acting => await new BackupPlanRunner(acting).RunNowAsync(await PlanAsync(acting), null, None)),
        ["start a restore"] = (Permission.RunRequest, "ada olaf", async acting => await new RequestService(acting).AddAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(9)), None)),
        ["run a request"] = (Permission.RunRequest, "ada", async acting => await new RequestService(acting).RunAsync(await OthersAsync(acting), null, null, None).ToArrayAsync()),
        ["queue a mailbox restore"] = (Permission.RunRequest, "ada olaf", async acting => await new MailboxRestoreService(acting).AddAsync(Copy, None)),
        ["check a mailbox restore"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await new MailboxRestoreService(acting).CheckAsync(Copy, None)),
        ["plan a mailbox restore"] = (Permission.ReadCalendar, "ada olaf rita", async acting => await new MailboxRestoreService(acting).DraftAsync(Copy, None)),
        ["remove a request"] = (Permission.ManageRequest, "ada", async acting => await new RequestAdministration(acting).RemoveAsync(await OthersAsync(acting), None)),
        ["see a request"] = (Permission.ReadRequest, "ada", async acting => await new RequestService(acting).GetAsync((await OthersAsync(acting)).RequestId.ToString(), None)),
        ["read the trail"] = (Permission.ReadAudit, "ada olaf", async acting => await new AuditTrail(acting).ReadAsync(AuditFilter.All, None).ToArrayAsync()),
        ["verify the trail"] = (Permission.ReadAudit, "ada olaf", async acting => await new AuditTrail(acting).VerifyAsync(None)),
        ["save a configuration"] = (Permission.ManageConfiguration, "ada olaf", async acting => await Configurations(acting).AddAsync(Draft("New"), None)),
        ["see a configuration"] = (Permission.ReadConfiguration, "ada", async acting => await Configurations(acting).GetAsync("Nightly", None)),
        ["change a configuration"] = (Permission.ManageConfiguration, "ada", async acting => await Configurations(acting).SetAsync(await SavedAsync(acting) with { IsActive = false }, None)),
        ["run a configuration"] = (Permission.ManageConfiguration, "ada", async acting => await Configurations(acting).DraftAsync(await SavedAsync(acting), settings => settings, Path.GetTempPath(), null, None)),
        ["remove a configuration"] = (Permission.ManageConfiguration, "ada", async acting => await Configurations(acting).RemoveAsync(await SavedAsync(acting), None)),
        ["make a user"] = (Permission.ManageUsers, "ada", async acting => await new UserService(acting).AddAsync("new", UserRole.Reader, None)),
        ["change a user"] = (Permission.ManageUsers, "ada", async acting => await new UserService(acting).SetAsync(await RitaAsync(acting), UserRole.Operator, true, None)),
        ["remove a user"] = (Permission.ManageUsers, "ada", async acting => await new UserService(acting).RemoveAsync(await RitaAsync(acting), None)),
    };

    private static MailboxRestoreSettings Copy => new() { SourceMailbox = Engine.Mailbox, TargetRootFolder = "Copy" };

    public static TheoryData<string, string> Attempts
    {
        get
        {
            TheoryData<string, string> attempts = [];
            foreach (string deed in Deeds.Keys)
            {
                foreach (string user in new[] { "ada", "olaf", "rita", "eve", "gone" })
                {
                    attempts.Add(deed, user);
                }
            }

            return attempts;
        }
    }

    // ada administers, olaf operates, rita reads, eve is nobody's user, gone was an administrator and is locked out.
    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task What_is_not_allowed_is_denied_audited_and_not_done(string deed, string user)
    {
        using TemporaryFolder folder = new();
        await using Engine engine = new();
        await SetAsync(engine, folder);
        (Permission permission, string allowed, Func<Workspace, Task> work) = Deeds[deed];
        string before = await StateAsync(engine);
        if (allowed.Split(' ').Contains(user))
        {
            await work(engine.Workspace with { User = user });
            Assert.DoesNotContain(await TrailAsync(engine), entry => entry.Outcome == AuditOutcome.Denied);
            return;
        }

        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(() => work(engine.Workspace with { User = user }));
        Assert.Equal(FailureCode.PermissionDenied, failure.Code);
        AuditEntry denied = Assert.Single(await TrailAsync(engine), entry => entry.Outcome == AuditOutcome.Denied);
        Assert.Equal((user, permission.ToString()), (denied.Actor, denied.Operation));
        Assert.Equal(before, await StateAsync(engine));
    }

    [Fact]
    public async Task What_is_ones_own_can_be_seen_changed_run_and_removed_by_an_operator()
    {
        using TemporaryFolder folder = new();
        await using Engine engine = new();
        await SetAsync(engine, folder);
        Workspace olaf = engine.Workspace with { User = "olaf" };
        RestorationConfiguration own = await Configurations(olaf).AddAsync(Draft("Own", folder), None);

        Assert.Equal(["Own"], (await Configurations(olaf).ListAsync(new ConfigurationFilter(), None)).Select(one => one.Name));
        Assert.Equal(["Nightly", "Own"], (await Configurations(engine.Workspace).ListAsync(new ConfigurationFilter(), None)).Select(one => one.Name));
        own = await Configurations(olaf).SetAsync(own with { Description = "Changed" }, None);
        RequestService requests = new(olaf);
        RestoreRequest request = await requests.AddAsync(
            await Configurations(olaf).DraftAsync(own, settings => settings, folder.Path, null, None), None);
        Assert.Equal(own.ConfigurationId, request.ConfigurationId);
        Assert.NotEmpty(await requests.RunAsync(request, null, null, None).ToArrayAsync());
        Assert.Equal([request.RequestId], (await requests.ListAsync(None)).Select(one => one.RequestId));
        await Configurations(olaf).RemoveAsync(own, None);
        Backup backup = await new BackupService(olaf).CreateAsync(await CalendarAsync(olaf, "Calendar"), None);
        await new BackupService(olaf).RemoveAsync(backup, None);
    }

    private static async Task SetAsync(Engine engine, TemporaryFolder folder)
    {
        await engine.FillAsync(Some.Appointment(1));
        UserService users = new(engine.Workspace);
        await users.AddAsync("alice", UserRole.Administrator, None);
        await users.AddAsync("ada", UserRole.Administrator, None);
        await users.AddAsync("olaf", UserRole.Operator, None);
        await users.AddAsync("rita", UserRole.Reader, None);
        await users.SetAsync(await users.AddAsync("gone", UserRole.Administrator, None), UserRole.Administrator, false, None);
        await new CalendarService(engine.Workspace).CreateAsync(Engine.Mailbox, FolderPath.Parse("Empty"), None);
        await new BackupService(engine.Workspace).CreateAsync(await CalendarAsync(engine.Workspace, "Calendar"), None);
        await engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepAll, Some.Appointment(2)), None);
        await File.WriteAllTextAsync(folder.File("a.items"), "Uid=a\nSubject=Team\nStart=2026-11-03T09:00:00Z\nEnd=2026-11-03T10:00:00Z\n\n");
        await Configurations(engine.Workspace).AddAsync(Draft("Nightly", folder), None);
        await Plans(engine.Workspace).AddAsync(Plans(engine.Workspace).Draft("Nightly", [Engine.Mailbox], "UTC"), None);
    }

    private static ConfigurationDraft Draft(string name, TemporaryFolder? folder = null) => new()
    {
        Name = name,
        SourceType = SourceType.ExportFile,
        Source = $$"""{"path":{{System.Text.Json.JsonSerializer.Serialize(folder?.File("*.items") ?? "*.items")}}}""",
        DestinationType = DestinationType.LocalCalendar,
        Destination = """{"calendar":"Imported"}""",
    };

    private static async Task<string> StateAsync(Engine engine) => await engine.Workspace.ReadAsync(
        async transaction => string.Join(
            '\n',
            (await transaction.Folders.ListAsync(null, None)).Select(folder => folder.ToString())
            .Concat((await transaction.Requests.ListAsync(None)).Select(request => $"{request.RequestId} {request.Status}"))
            .Concat((await transaction.Users.ListAsync(None)).Select(user => user.ToString()))
            .Concat((await transaction.Configurations.ListAsync(None)).Select(configuration => configuration.ToString()))
            .Concat((await transaction.BackupPlans.ListAsync(None)).Select(plan => plan.ToString()))
            .Concat((await transaction.Backups.ListAsync(null, None)).Select(backup => backup.ToString()))),
        None);

    private static async Task<AuditEntry[]> TrailAsync(Engine engine) => await new AuditTrail(engine.Workspace).ReadAsync(AuditFilter.All, None).ToArrayAsync();

    private static async Task<Folder> CalendarAsync(Workspace acting, string name) => await acting.ReadAsync(
        transaction => MailboxDirectory.GetFolderAsync(transaction, Engine.Mailbox, FolderPath.Parse(name), None), None);

    private static async Task<Mailbox> MailboxAsync(Workspace acting)
        => await acting.ReadAsync(transaction => MailboxDirectory.GetMailboxAsync(transaction, Engine.Mailbox, None), None);

    private static async Task<Backup> BackupAsync(Workspace acting)
        => (await acting.ReadAsync(transaction => transaction.Backups.ListAsync(null, None), None))[0];

    private static async Task<RestoreRequest> OthersAsync(Workspace acting)
        => (await acting.ReadAsync(transaction => transaction.Requests.ListAsync(None), None))[0];

    private static async Task<RestorationConfiguration> SavedAsync(Workspace acting)
        => (await acting.ReadAsync(transaction => transaction.Configurations.ListAsync(None), None))[0];

    private static async Task<RestorationUser> RitaAsync(Workspace acting) => await new UserService(acting).GetAsync("rita", None);

    private static ConfigurationService Configurations(Workspace acting) => new(acting, new AuditLogRestore(acting, new NoAuditRecords()));

    private static BackupPlanService Plans(Workspace acting) => new(acting);

    // As somebody would hand it in who claims that it is his.
    private static async Task<BackupPlan> PlanAsync(Workspace acting) => await acting.ReadAsync(
        async transaction => (await transaction.BackupPlans.ListAsync(None))[0] with { User = acting.User }, None);
}

using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>What restores of mailboxes do over every store: folder by folder, once, and taken back.</summary>
public abstract class MailboxRestoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected Engine Engine { get; private set; } = null!;

    protected MailboxStage Stage { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Engine = new Engine(await CreateAsync(), batchSize: 2);
        Stage = new MailboxStage(Engine);
        await Stage.MakeAsync();
    }

    public virtual async Task DisposeAsync() => await Engine.DisposeAsync();

    [Fact]
    public async Task Everything_goes_below_a_folder_of_its_own_where_nobody_names_one_and_comes_back_out()
    {
        await FillSourceAsync();
        RestoreRequest request = await Stage.RestoreAsync(MailboxStage.Settings with { TargetRootFolder = null });
        Assert.Equal((RequestStatus.Completed, 6, 6), (request.Status, request.Counts.Created, request.Total));
        Assert.Equal(@"here\MailboxRestore", request.Identity);
        string root = RestoreFolderName.Of(await Stage.Mailboxes.GetAsync(MailboxStage.Source, None), Engine.Workspace.Clock.GetLocalNow());
        Assert.Equal(
            [
                $"{root}/Kalender: uid-3 As planned.", $"{root}/Posteingang: uid-1 As planned.", $"{root}/Posteingang/Alt: uid-2 As planned.",
                $"{root}/Projects: uid-1 As planned.", $"{root}/Recoverable Items/Deletions: uid-5 As planned.", $"{root}/Recoverable Items/Purges: uid-6 As planned.",
            ],
            await Stage.ReadAsync());

        await Engine.UndoAsync(request);
        Assert.Empty(await Stage.Mailboxes.ListFoldersAsync(MailboxStage.Target, None));
        Assert.Equal(6, (await Stage.ReadAsync(MailboxStage.Source)).Length);
    }

    [Fact]
    public async Task At_the_top_folders_are_merged_by_what_they_are_and_a_second_run_changes_nothing()
    {
        await FillSourceAsync();
        await Stage.FillAsync(MailboxStage.Target, "Inbox", null, Some.Appointment(9));
        string[] before = await Stage.ReadAsync();
        RestoreRequest request = await Stage.RestoreAsync(MailboxStage.Settings with { Options = new MailboxRestoreOptions { ExcludeDumpster = true } });
        string[] merged = await Stage.ReadAsync();
        Assert.Equal(
            ["Calendar: uid-3 As planned.", "Inbox: uid-9 As planned.", "Inbox: uid-1 As planned.", "Inbox/Alt: uid-2 As planned.", "Projects: uid-1 As planned."], merged);

        RestoreRequest again = await Stage.RestoreAsync(MailboxStage.Settings with { Options = new MailboxRestoreOptions { ExcludeDumpster = true } });
        Assert.Equal((RequestStatus.Completed, 0, 4), (again.Status, again.Counts.Created, again.Counts.Skipped));
        Assert.Equal(merged, await Stage.ReadAsync());
        await Engine.UndoAsync(request);
        Assert.Equal(before, await Stage.ReadAsync());
    }

    [Theory]
    [InlineData(ConflictResolutionOption.KeepSourceItem, 0, 1, 0, "Source")]
    [InlineData(ConflictResolutionOption.KeepLatestItem, 0, 1, 0, "Source")]
    [InlineData(ConflictResolutionOption.KeepTargetItem, 0, 0, 0, "Target")]
    [InlineData(ConflictResolutionOption.KeepAll, 1, 0, 0, "Source Target")]
    [InlineData(ConflictResolutionOption.UpdateFromSource, 0, 0, 1, "Source")]
    [InlineData(ConflictResolutionOption.ForceCopy, 1, 0, 0, "Source Target")]
    public async Task Every_conflict_option_holds_in_the_folder_where_the_items_meet(ConflictResolutionOption option, long created, long replaced, long updated, string bodies)
    {
        await Stage.FillAsync(MailboxStage.Source, "Posteingang", WellKnownFolder.Inbox, Some.Appointment(1, "Source", sequence: 2));
        await Stage.FillAsync(MailboxStage.Target, "Inbox", null, Some.Appointment(1, "Target", sequence: 1));
        await Stage.FillAsync(MailboxStage.Target, "Elsewhere", null, Some.Appointment(1, "Source", sequence: 2));
        string[] before = await Stage.ReadAsync();

        RestoreRequest request = await Stage.RestoreAsync(MailboxStage.With(option));
        Assert.Equal((created, replaced, updated), (request.Counts.Created, request.Counts.Replaced, request.Counts.Updated));
        Assert.Equal(bodies, string.Join(' ', (await Stage.ReadAsync()).Where(line => line.StartsWith("Inbox", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]).Order(StringComparer.Ordinal)));
        await Engine.UndoAsync(request);
        Assert.Equal(before, await Stage.ReadAsync());
    }

    [Fact]
    public async Task Folders_and_items_are_chosen_by_rules_and_by_a_filter()
    {
        await FillSourceAsync();
        await Stage.FillAsync(MailboxStage.Source, "Posteingang", null, Some.Appointment(7, "Secret"));
        RestoreRequest request = await Stage.RestoreAsync(MailboxStage.Settings with
        {
            TargetRootFolder = "Back",
            Options = new MailboxRestoreOptions
            {
                IncludeFolders = ["#Inbox#/*", "Projects"],
                ExcludeFolders = ["#Inbox#/Alt"],
                ExcludeDumpster = true,
                ContentFilter = "Body -like 'sec*' -or Start -lt '2026-11-03'",
            },
        });
        Assert.Equal(RequestStatus.Completed, request.Status);
        Assert.Equal(["Back/Posteingang: uid-1 As planned.", "Back/Posteingang: uid-7 Secret", "Back/Projects: uid-1 As planned."], await Stage.ReadAsync());
    }

    [Fact]
    public async Task A_plan_of_it_is_its_effect_and_stores_nothing()
    {
        await FillSourceAsync();
        RequestDraft draft = await Stage.Restores.DraftAsync(MailboxStage.Settings with { SourceRootFolder = "Posteingang", Options = new MailboxRestoreOptions { ExcludeDumpster = true } }, None);
        PlannedAction[] plan = await Engine.PlanAsync(draft);
        Assert.Equal(["store:here@contoso.com/Inbox", "store:here@contoso.com/Alt"], plan.Select(action => action.Place!.ToString()));
        Assert.Empty(await Engine.Requests.ListAsync(None));
        Assert.Empty(await Stage.ReadAsync());
    }

    [Fact]
    public async Task An_archive_is_read_and_written_where_that_is_said()
    {
        await FillSourceAsync();
        await Stage.Mailboxes.CreateAsync(new MailboxDraft { Address = MailboxStage.Target, Kind = MailboxKind.Archive }, None);
        await Stage.RestoreAsync(MailboxStage.Settings with { TargetIsArchive = true });
        Assert.Empty(await Stage.ReadAsync());
        Assert.Equal(6, (await Stage.ReadAsync($"archive:{MailboxStage.Target}")).Length);
    }

    [Fact]
    public async Task What_is_too_large_for_the_target_fails_by_itself_until_there_is_too_much_of_it()
    {
        await FillSourceAsync();
        Mailbox target = await Stage.Mailboxes.GetAsync(MailboxStage.Target, None);
        await Stage.Mailboxes.SetAsync(target with { MaxItemSize = 1 }, None);
        MailboxRestoreSettings settings = MailboxStage.Settings with { Request = RequestSettings.OfMailboxRestore with { LargeItemLimit = new ItemLimit(3) } };
        RestoreRequest failed = await Stage.RestoreAsync(settings);
        Assert.Equal((RequestStatus.Failed, FailureCode.BadItemLimitExceeded, "FailedBadItemLimit", 4L), (failed.Status, failed.Failure, failed.StatusDetail, failed.LargeItems));

        await Stage.Administration.SetAsync(failed, failed.Settings with { LargeItemLimit = new ItemLimit(50) }, None);
        await Stage.Administration.ResumeAsync(failed, None);
        await Stage.DrainAsync();
        RestoreRequest ended = await Engine.Requests.GetAsync(failed.RequestId.ToString(), None);
        Assert.Equal((RequestStatus.CompletedWithWarning, 6L), (ended.Status, ended.Counts.Failed));
    }

    [Fact]
    public async Task A_process_that_dies_anywhere_leaves_a_request_that_another_worker_ends_as_if_nothing_had_happened()
    {
        await FillSourceAsync();
        MailboxRestoreSettings settings = MailboxStage.Settings with { TargetRootFolder = "Back" };
        RestoreRequest clean = await Stage.RestoreAsync(settings);
        string[] expected = await Stage.ReadAsync();
        await Engine.UndoAsync(clean);
        for (int calls = 5; calls < 60; calls += 11)
        {
            RestoreRequest request = await Stage.Restores.AddAsync(settings with { Name = $"Run{calls}" }, None);
            await Engine.DieAfterAsync(calls, async dying => await dying.RunAsync(request, null, null, None).CountAsync());
            await Stage.DrainAsync();
            RestoreRequest ended = await Engine.Requests.GetAsync(request.RequestId.ToString(), None);
            Assert.Equal((RequestStatus.Completed, clean.Counts), (ended.Status, ended.Counts));
            Assert.Equal(expected, await Stage.ReadAsync());
            await Engine.UndoAsync(ended);
        }
    }

    protected abstract ValueTask<IStore> CreateAsync();

    private async Task FillSourceAsync()
    {
        await Stage.FillAsync(MailboxStage.Source, "Posteingang", WellKnownFolder.Inbox, Some.Appointment(1));
        await Stage.FillAsync(MailboxStage.Source, "Posteingang/Alt", null, Some.Appointment(2));
        await Stage.FillAsync(MailboxStage.Source, "Kalender", WellKnownFolder.Calendar, Some.Appointment(3));
        await Stage.FillAsync(MailboxStage.Source, "Projects", null, Some.Appointment(1));
        await Stage.FillAsync(MailboxStage.Source, "Recoverable Items/Deletions", null, Some.Appointment(5));
        await Stage.FillAsync(MailboxStage.Source, "Recoverable Items/Purges", null, Some.Appointment(6));
    }
}

using System.Globalization;
using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Requests.MailboxRestores;

namespace Restoration.Tests.Requests.MailboxRestores;

public sealed class MailboxRestoreServiceTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Engine _engine = new();

    private MailboxStage Stage => new(_engine);

    public async Task InitializeAsync()
    {
        await Stage.MakeAsync();
        await Stage.FillAsync(MailboxStage.Source, "Inbox", null, Some.Appointments(3));
    }

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task A_check_measures_the_restore_and_recommends_a_folder()
    {
        RestoreValidation check = await Stage.Restores.CheckAsync(MailboxStage.Settings with { TargetRootFolder = null, AllowMailboxMismatch = true }, None);
        Assert.True(check.IsValid);
        Assert.Empty(check.Findings);
        Assert.Equal((3, Some.Appointments(3).Sum(item => item.Size)), (check.EstimatedItemCount, check.EstimatedSize.Bytes));
        Assert.Equal(check.RecommendedFolder, check.TargetRootFolder);
        Assert.StartsWith("Restored-gone@contoso.com-20", check.RecommendedFolder, StringComparison.Ordinal);
        Assert.True(check.EstimatedDuration > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(MailboxStage.Source, "nobody@contoso.com", RestoreCheckCodes.TargetNotFound)]
    [InlineData("nobody@contoso.com", MailboxStage.Target, RestoreCheckCodes.SourceNotFound)]
    [InlineData(MailboxStage.Target, MailboxStage.Source, RestoreCheckCodes.TargetInactive)]
    [InlineData(MailboxStage.Target, MailboxStage.Target, RestoreCheckCodes.InvalidRequest)]
    public async Task What_cannot_be_is_named_by_its_code_and_not_stored(string source, string target, string code)
    {
        MailboxRestoreSettings settings = MailboxStage.Settings with { SourceMailbox = source, TargetMailbox = target };
        RestoreValidation check = await Stage.Restores.CheckAsync(settings, None);
        Assert.False(check.IsValid);
        Assert.Equal([code], check.Findings.Select(finding => finding.Code));
        await Assert.ThrowsAsync<RestorationException>(async () => await Stage.Restores.AddAsync(settings, None));
        Assert.Empty(await _engine.Requests.ListAsync(None));
    }

    [Theory]
    [InlineData("#Outbux#", null)]
    [InlineData(null, "Subject = 'x'")]
    public async Task A_filter_that_cannot_be_read_is_an_error_before_anything_is_stored(string? folder, string? filter)
    {
        MailboxRestoreOptions options = new() { IncludeFolders = folder is null ? [] : [folder], ContentFilter = filter };
        RestoreValidation check = await Stage.Restores.CheckAsync(MailboxStage.Settings with { Options = options }, None);
        Assert.Equal([RestoreCheckCodes.InvalidRequest], check.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Warnings_do_not_keep_a_restore_from_being_made()
    {
        Mailbox source = await Stage.Mailboxes.GetAsync(MailboxStage.Source, None);
        Mailbox target = await Stage.Mailboxes.GetAsync(MailboxStage.Target, None);
        await Stage.Mailboxes.SetAsync(source with { Holds = ["Case 7"] }, None);
        await Stage.Mailboxes.SetAsync(target with { Quota = 10 }, None);
        RestoreValidation check = await Stage.Restores.CheckAsync(MailboxStage.Settings, None);
        Assert.True(check.IsValid);
        Assert.Equal(
            [RestoreCheckCodes.InsufficientSpace, RestoreCheckCodes.SourceHasHolds, RestoreCheckCodes.MailboxMismatch], check.Findings.Select(finding => finding.Code));
        Assert.Equal(RequestStatus.Completed, (await Stage.RestoreAsync(MailboxStage.Settings)).Status);
    }

    [Fact]
    public async Task The_very_same_restore_is_not_queued_twice_but_another_one_is()
    {
        await Stage.Restores.AddAsync(MailboxStage.Settings, None);
        RestoreValidation check = await Stage.Restores.CheckAsync(MailboxStage.Settings, None);
        Assert.Contains(check.Findings, finding => finding is { Code: RestoreCheckCodes.DuplicateRequest, Severity: Severity.Error });
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await Stage.Restores.AddAsync(MailboxStage.Settings, None));
        Assert.Equal(FailureCode.AlreadyExists, failure.Code);
        Assert.StartsWith(RestoreCheckCodes.DuplicateRequest, failure.Message, StringComparison.Ordinal);

        RestoreRequest other = await Stage.Restores.AddAsync(MailboxStage.With(ConflictResolutionOption.KeepTargetItem), None);
        Assert.Equal(@"here\MailboxRestore1", other.Identity);
        await Stage.DrainAsync();
        Assert.Equal(@"here\MailboxRestore2", (await Stage.Restores.AddAsync(MailboxStage.Settings, None)).Identity);
    }

    [Fact]
    public async Task A_mailbox_is_restored_into_itself_below_a_folder_or_from_its_backup()
    {
        Mailbox source = await Stage.Mailboxes.GetAsync(MailboxStage.Source, None);
        await Stage.Mailboxes.SetAsync(source with { Kind = MailboxKind.Active }, None);
        MailboxRestoreSettings own = MailboxStage.Settings with { TargetMailbox = null, TargetRootFolder = "Copy" };
        Assert.Equal(3, (await Stage.RestoreAsync(own)).Counts.Created);
        Assert.Equal(3, (await Stage.RestoreAsync(own)).Counts.Skipped);
        Assert.Equal(6, (await Stage.ReadAsync(MailboxStage.Source)).Length);
    }

    [Fact]
    public async Task A_backup_of_a_mailbox_is_read_as_it_was_then()
    {
        BackupService backups = new(_engine.Workspace);
        await backups.CreateAsync(await FolderAsync("Inbox"), None);
        DateTimeOffset then = _engine.Workspace.Clock.GetUtcNow();
        ((FakeClock)_engine.Workspace.Clock).Advance(TimeSpan.FromDays(1));
        await Stage.FillAsync(MailboxStage.Source, "Inbox", null, Some.Appointment(9));
        await backups.CreateAsync(await FolderAsync("Inbox"), None);

        MailboxRestoreSettings settings = MailboxStage.Settings with { TargetRootFolder = "Then", BackupTime = then.ToString("O", CultureInfo.InvariantCulture) };
        Assert.Equal((RequestStatus.Completed, 3L), await EndAsync(settings));
        Assert.Equal((RequestStatus.Completed, 4L), await EndAsync(settings with { TargetRootFolder = "Now", BackupTime = "2100-01-01" }));
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await Stage.Restores.AddAsync(settings with { BackupTime = "2001-01-01" }, None));
        Assert.Equal(FailureCode.BackupNotFound, failure.Code);
    }

    private async Task<(RequestStatus Status, long Created)> EndAsync(MailboxRestoreSettings settings)
        => await Stage.RestoreAsync(settings) is var ended ? (ended.Status, ended.Counts.Created) : default;

    private async Task<Folder> FolderAsync(string path) => await _engine.Workspace.ReadAsync(
        transaction => MailboxDirectory.GetFolderAsync(transaction, MailboxStage.Source, FolderPath.Parse(path), None), None);

    [Fact]
    public async Task Settings_are_changed_as_long_as_the_request_stands()
    {
        RestoreRequest request = await Stage.Restores.AddAsync(MailboxStage.Settings, None);
        RestoreRequest changed = await Stage.Administration.SetAsync(request, request.Settings with { BatchName = "Move", Priority = RequestPriority.Highest }, None);
        Assert.Equal(("Move", RequestPriority.Highest), (changed.Settings.BatchName, changed.Settings.Priority));
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await Stage.Administration.SetAsync(request, request.Settings with { BadItemLimit = new ItemLimit(60) }, None));
        Assert.Equal(FailureCode.InvalidArgument, failure.Code);
    }

    [Theory]
    [InlineData(RequestStatus.Completed)]
    [InlineData(RequestStatus.Failed)]
    public async Task What_has_ended_or_failed_cannot_be_suspended(RequestStatus status)
    {
        RestoreRequest request = await Stage.Restores.AddAsync(MailboxStage.Settings, None);
        await _engine.Workspace.WriteAsync(
            async transaction =>
            {
                await transaction.Requests.UpdateAsync(request with { Status = status }, None);
                return true;
            },
            None);
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await Stage.Administration.SuspendAsync(request, null, None));
        Assert.Equal(FailureCode.InvalidState, failure.Code);
    }

    [Fact]
    public async Task Statistics_say_what_was_asked_for_and_what_was_skipped()
    {
        await Stage.FillAsync(MailboxStage.Target, "Inbox", null, Some.Appointment(1, "Other"));
        RestoreRequest queued = await Stage.Restores.AddAsync(
            MailboxStage.With(ConflictResolutionOption.KeepTargetItem) with { Options = new MailboxRestoreOptions { IncludeFolders = ["#Inbox#"] } }, None);
        RestoreRequestStatistics waiting = await _engine.Requests.GetStatisticsAsync(queued, false, None);
        Assert.Equal(("1 of 1", "Queued", "None", 0), (waiting.PositionInQueue, waiting.StatusDetail, waiting.SyncStage, waiting.PercentComplete));

        RestoreRequest ended = Assert.Single(await Stage.DrainAsync());
        RestoreRequestStatistics statistics = await _engine.Requests.GetStatisticsAsync(ended, true, true, None);
        Assert.Equal((RequestStatus.CompletedWithWarning, "SyncFinished", 100, 2L, 1L), (statistics.Status, statistics.SyncStage, statistics.PercentComplete, statistics.ItemsTransferred, statistics.ConflictsEncountered));
        Assert.Equal((MailboxStage.Target, "Primary", null, "Poor"), (statistics.TargetMailboxIdentity, statistics.TargetType, statistics.TargetRootFolder, statistics.DataConsistencyScore));
        Assert.Equal(["#Inbox#"], statistics.IncludeFolders);
        Assert.Equal(("Appointment 1", "store:here@contoso.com/Inbox"), (Assert.Single(statistics.SkippedItems).Subject, statistics.SkippedItems[0].Folder));
        Assert.NotEmpty(statistics.Report);
        Assert.True(statistics.IsValid);
        Assert.Equal(ended.CompletedAt!.Value.AddDays(30), statistics.RequestExpiryTimestamp);
    }
}

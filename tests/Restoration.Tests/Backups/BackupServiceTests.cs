using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;

namespace Restoration.Tests.Backups;

public sealed class BackupServiceTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Engine _engine = new();
    private readonly BackupService _backups;

    public BackupServiceTests() => _backups = new BackupService(_engine.Workspace);

    [Fact]
    [Trait("Seed", "P17")]
    public async Task P17_restoring_a_backup_over_an_intact_calendar_restores_nothing()
    {
        await _engine.FillAsync(Some.Appointments(3));
        Backup backup = await BackupAsync();
        (RestoreRequest request, _) = await _engine.RunAsync(Draft(backup));
        Assert.Equal((0L, 3L), (request.Counts.Created, request.Counts.Skipped));
    }

    [Fact]
    [Trait("Seed", "P17")]
    public async Task P17_a_calendar_that_is_backed_up_to_another_one_twice_is_there_once_and_under_its_own_subjects()
    {
        await _engine.FillAsync(Some.Appointments(2));
        RequestDraft copy = BackupService.DraftCopy(await CalendarAsync(), Location.Parse("store:archive@contoso.com/Calendar"));
        await _engine.RunAsync(copy);
        (RestoreRequest again, _) = await _engine.RunAsync(copy);
        Assert.Equal((0L, 2L, 0L), (again.Counts.Created, again.Counts.Skipped, again.Counts.Failed));
        Assert.Equal(Some.Appointments(2).Select(item => item.ContentHash), (await _engine.ReadAsync("archive@contoso.com")).Select(item => item.Content));
    }

    [Fact]
    public async Task A_second_backup_of_an_unchanged_calendar_is_as_good_as_the_first()
    {
        await _engine.FillAsync(Some.Appointments(3));
        Backup first = await BackupAsync();
        Backup second = await BackupAsync();
        Assert.Equal(first.RootHash, second.RootHash);
        Assert.True((await _backups.VerifyAsync(second, None)).IsValid);
        await _backups.RemoveAsync(first, None);
        Assert.True((await _backups.VerifyAsync(second, None)).IsValid);
    }

    [Fact]
    public async Task What_has_changed_is_listed_by_its_parts()
    {
        await _engine.FillAsync(Some.Appointments(3));
        Backup before = await BackupAsync();
        await _engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(2, "Changed"), Some.Appointment(4));
        await _engine.RunAsync(await _engine.Calendars.DraftRemovalAsync(await CalendarAsync(), new ItemFilter { Uids = ["uid-3"] }, CancellationToken.None));

        string[] expected = ["Changed Appointment 2 Body", "Added Appointment 4 ", "Removed Appointment 3 "];
        Assert.Equal(expected, await CompareAsync(before, null));
        Assert.Equal(expected, await CompareAsync(before, await BackupAsync()));
        Assert.Empty(await CompareAsync(await BackupAsync(), null));
    }

    [Fact]
    public async Task A_backup_is_named_by_its_id_by_its_calendar_or_by_a_day()
    {
        await _engine.FillAsync(Some.Appointment(1));
        Backup first = await BackupAsync();
        ((FakeClock)_engine.Workspace.Clock).Advance(TimeSpan.FromDays(2));
        Backup second = await BackupAsync();
        Assert.Equal(first, await _backups.GetAsync(first.BackupId.ToString(), None));
        Assert.Equal(second, await _backups.GetAsync("alice@contoso.com/Calendar", None));
        Assert.Equal(second, await _backups.GetAsync("backup:alice/calendar", None));
        Assert.Equal(first, await _backups.GetAsync("alice@contoso.com/Calendar@2026-11-20", None));
        Assert.Equal(first, await _backups.GetAsync(first.Location.ToString(), None));
        Assert.Equal(FailureCode.BackupNotFound, (await Assert.ThrowsAsync<RestorationException>(async () => await _backups.GetAsync("alice/Calendar@2026-11-19", None))).Code);
        Assert.Equal(FailureCode.InvalidDate, (await Assert.ThrowsAsync<RestorationException>(async () => await _backups.GetAsync("alice/Calendar@soon", None))).Code);
        Assert.Equal(FailureCode.InvalidArgument, (await Assert.ThrowsAsync<RestorationException>(async () => await _backups.GetAsync(" ", None))).Code);
    }

    [Fact]
    [Trait("Seed", "P22")]
    public async Task P22_removing_in_one_calendar_touches_no_other()
    {
        await _engine.FillAsync(Some.Appointments(2));
        await _engine.RunAsync(BackupService.DraftCopy(await CalendarAsync(), Location.Parse("store:bob@contoso.com/Calendar")));
        await _engine.RunAsync(await _engine.Calendars.DraftRemovalAsync(await CalendarAsync(), ItemFilter.All, CancellationToken.None));
        Assert.Empty(await _engine.ReadAsync());
        Assert.Equal(2, (await _engine.ReadAsync("bob@contoso.com")).Length);
    }

    private static RequestDraft Draft(Backup backup) => new()
    {
        Kind = RequestKind.BackupRestore,
        Source = backup.Location,
        Destination = Engine.Calendar,
        Options = new RequestOptions { Backups = [backup.BackupId] },
    };

    private async Task<Folder> CalendarAsync() => (await new CalendarService(_engine.Workspace).ListAsync(Engine.Mailbox, null, None))[0];

    private async Task<Backup> BackupAsync() => await _backups.CreateAsync(await CalendarAsync(), None);

    private async Task<string[]> CompareAsync(Backup before, Backup? after) => await new BackupComparison(_engine.Workspace)
        .CompareAsync(before, after, None)
        .Select(difference => $"{difference.Kind} {difference.Item.Subject} {string.Join(',', difference.Fields)}").ToArrayAsync();
}

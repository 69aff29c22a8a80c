using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Losses;
using Restoration.Mailboxes;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Sources.AuditLog;
using Restoration.Tests.Sources.AuditLog;

namespace Restoration.Tests.Losses;

public sealed class AuditLogRestoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Lost = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Finds_what_was_lost_in_the_last_backup_before_and_restores_it()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointments(3));
        (long, ContentHash)[] before = await engine.ReadAsync();
        await BackupAsync(engine);
        await RemoveAsync(engine, "uid-2");

        AuditLogDraft draft = await DraftAsync(engine, Record("Appointment 2"));
        (RestoreRequest request, RestoreResult[] results) = await engine.RunAsync(draft.Request);

        Assert.Equal([(ItemAction.Create, "uid-2", "r-Appointment 2")], results.Select(result => (result.Action, result.Uid!, result.Record!.RecordId!)));
        Assert.Equal(before.Select(item => item.Item2).Order(), (await engine.ReadAsync()).Select(item => item.Content).Order());
        Assert.Equal("original:", request.Destination);
    }

    [Fact]
    public async Task A_backup_from_after_the_loss_is_never_looked_at()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1, "Old"));
        await BackupAsync(engine);
        await engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "Of the last backup before"));
        await BackupAsync(engine);
        ((FakeClock)engine.Workspace.Clock).Advance(TimeSpan.FromHours(3));
        await engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "From after the loss"));
        await BackupAsync(engine);
        await RemoveAsync(engine, "uid-1");

        AuditLogDraft draft = await DraftAsync(engine, Record("Appointment 1"));
        Assert.Equal(Some.Appointment(1, "Of the last backup before").ContentHash, Assert.Single(draft.Request.Entries).Kept);
    }

    [Fact]
    public async Task What_no_backup_has_is_reported_and_never_invented()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1));
        await BackupAsync(engine);
        RestoreResult[] results = (await engine.RunAsync((await DraftAsync(engine, Record("Something else"))).Request)).Results;
        RestoreResult result = Assert.Single(results);
        Assert.Equal((ItemAction.Fail, ActionReason.ContentNotFound, "Something else", null), (result.Action, result.Reason, result.Subject, result.Start));
        Assert.Single(await engine.ReadAsync());
    }

    [Fact]
    public async Task A_placeholder_is_made_only_on_request_and_says_that_it_is_one()
    {
        await using Engine engine = new();
        AuditLogDraft draft = await DraftAsync(engine, new AuditLogRestoreOptions { AllowPlaceholder = true }, Record("Gone"));
        await engine.RunAsync(draft.Request);
        Item item = Assert.Single(await engine.ReadItemsAsync());
        Item loaded = (await engine.Workspace.ReadAsync(transaction => transaction.Contents.LoadAsync([item], None), None))[0];
        Assert.Equal(["Placeholder"], engine.Workspace.Codec.Decode(loaded).Categories);

        (RestoreRequest again, _) = await engine.RunAsync((await DraftAsync(engine, new AuditLogRestoreOptions { AllowPlaceholder = true }, Record("Gone"))).Request);
        Assert.Equal(1, again.Counts.Skipped);
    }

    [Fact]
    public async Task More_that_could_be_meant_than_were_lost_are_listed_and_restored_only_if_that_is_asked_for()
    {
        await using Engine engine = new();
        Item[] twins = [Some.Appointment(1, uid: "a"), Some.Appointment(1, "Another", uid: "b")];
        await engine.FillAsync(twins);
        await BackupAsync(engine);
        await RemoveAsync(engine, "a", "b");

        RestoreResult[] listed = (await engine.RunAsync((await DraftAsync(engine, Record("Appointment 1"))).Request)).Results;
        Assert.Equal(["Skip Ambiguous a", "Skip Ambiguous b"], listed.Select(result => $"{result.Action} {result.Reason} {result.Uid}"));

        AuditLogDraft all = await DraftAsync(engine, new AuditLogRestoreOptions { IncludeAmbiguous = true }, Record("Appointment 1"));
        Assert.Equal(2, (await engine.RunAsync(all.Request)).Request.Counts.Created);
    }

    [Fact]
    public async Task A_series_comes_back_with_its_overrides_as_one_loss()
    {
        Item series = TextCodec.Make(("Uid", "s"), ("Subject", "Weekly"), ("Start", "2026-11-02T09:00:00Z"), ("Rule", "FREQ=WEEKLY"));
        Item moved = TextCodec.Make(("Uid", "s"), ("RecurrenceId", "20261109T090000Z"), ("Subject", "Weekly, moved"), ("Start", "2026-11-09T10:00:00Z"));
        await using Engine engine = new();
        await engine.FillAsync(moved, series);
        await BackupAsync(engine);
        await RemoveAsync(engine, "s");

        (RestoreRequest request, RestoreResult[] results) = await engine.RunAsync((await DraftAsync(engine, Record("Weekly"))).Request);
        Assert.Equal(["Weekly", "Weekly, moved"], results.Select(result => result.Subject));
        Assert.Equal((RequestStatus.Completed, 2L), (request.Status, request.Counts.Created));
    }

    [Fact]
    public async Task A_change_is_taken_back_only_if_the_policy_says_so_and_only_in_the_parts_that_were_changed()
    {
        await using Engine engine = new();
        await engine.FillAsync(TextCodec.Make(("Uid", "a"), ("Subject", "Plan"), ("End", "2026-11-03T10:00:00Z"), ("Body", "Old")));
        await BackupAsync(engine);
        await engine.RestoreAsync(
            ConflictResolutionOption.KeepSourceItem, TextCodec.Make(("Uid", "a"), ("Subject", "Plan"), ("End", "2026-11-03T11:00:00Z"), ("Body", "New")));
        AuditRecord change = Record("Plan", "Update") with { ModifiedProperties = ["EndTime"] };

        PlannedAction left = Assert.Single(await engine.PlanAsync((await DraftAsync(engine, change)).Request));
        Assert.Equal((ItemAction.Skip, ActionReason.Conflict), (left.Action, left.Reason));

        AuditLogRestoreOptions options = new() { ConflictResolution = ConflictResolutionOption.UpdateFromSource };
        await engine.RunAsync((await DraftAsync(engine, options, change)).Request);
        Assert.Equal(
            TextCodec.Make(("Uid", "a"), ("Subject", "Plan"), ("End", "2026-11-03T10:00:00Z"), ("Body", "New")).ComparisonHash,
            Assert.Single(await engine.ReadItemsAsync()).ComparisonHash);
    }

    [Fact]
    public async Task An_item_that_has_ids_is_found_by_them_whatever_its_subject_is_now()
    {
        string id = Trail.Item(7).ImmutableId!;
        Assert.True(ExchangeId.TryParse(id, out ExchangeId? parsed));
        await using Engine engine = new();
        await engine.FillAsync(TextCodec.Make(("Uid", "a"), ("ImmutableId", parsed.ToGraphId(default)), ("Subject", "Renamed before")), Some.Appointment(2));
        await BackupAsync(engine);
        await RemoveAsync(engine, "a");
        AuditRecord record = Record("Another subject");
        record = record with { Items = [record.Items[0] with { ImmutableId = id }] };
        PlannedAction action = Assert.Single(await engine.Requests.PlanAsync((await DraftAsync(engine, record)).Request, null, None).ToArrayAsync());
        Assert.Equal("a", action.Source.Item!.Key.Uid);
    }

    [Fact]
    [Trait("Seed", "P14")]
    public async Task P14_nothing_about_an_appointment_is_made_up_from_a_record()
    {
        await using Engine engine = new();
        SourceItem entry = Assert.Single((await DraftAsync(engine, Record("Board meeting"))).Request.Entries);
        Assert.Null(entry.Item);
        Assert.Equal(FailureCode.ContentNotFound, entry.Failure);
    }

    [Fact]
    public async Task The_stores_own_trail_says_what_was_lost_and_has_it()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointments(3));
        (long, ContentHash)[] before = await engine.ReadAsync();
        await RemoveAsync(engine, "uid-1", "uid-3");

        AuditLogDraft draft = await engine.DraftOwnAsync();
        Assert.Equal(["Appointment 1", "Appointment 3"], draft.Request.Entries.Select(entry => entry.Item!.Subject));
        (RestoreRequest restore, _) = await engine.RunAsync(draft.Request);
        Assert.Equal(before.Select(item => item.Item2).Order(), (await engine.ReadAsync()).Select(item => item.Content).Order());

        await engine.UndoAsync(restore);
        Assert.Equal(2, (await engine.DraftOwnAsync()).Request.Entries.Count);
    }

    [Fact]
    public async Task What_an_undo_took_away_is_no_loss()
    {
        await using Engine engine = new();
        (RestoreRequest restore, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(2));
        await engine.UndoAsync(restore);
        Assert.Empty((await engine.DraftOwnAsync()).Request.Entries);
    }

    private static Task<AuditLogDraft> DraftAsync(Engine engine, params AuditRecord[] records) => DraftAsync(engine, new AuditLogRestoreOptions(), records);

    private static async Task<AuditLogDraft> DraftAsync(Engine engine, AuditLogRestoreOptions options, params AuditRecord[] records)
        => await new AuditLogRestore(engine.Workspace, new NoAuditRecords()).DraftAsync(
            options with { Records = [.. records.Select(record => new ReadAuditRecord(record, null))] }, null, None);

    private static AuditRecord Record(string subject, string operation = "SoftDelete") => new()
    {
        RecordId = $"r-{subject}",
        Operation = operation,
        CreationTime = Lost,
        Mailbox = Engine.Mailbox,
        Folder = new AuditedFolder(null, @"\Calendar"),
        Items = [new AuditedItem { Subject = subject }],
    };

    private static async Task BackupAsync(Engine engine)
        => await new BackupService(engine.Workspace).CreateAsync((await new CalendarService(engine.Workspace).ListAsync(null, null, None))[0], None);

    private static async Task RemoveAsync(Engine engine, params string[] uids)
    {
        Folder folder = (await new CalendarService(engine.Workspace).ListAsync(null, null, None))[0];
        await engine.RunAsync(await engine.Calendars.DraftRemovalAsync(folder, new ItemFilter { Uids = uids }, CancellationToken.None));
    }
}

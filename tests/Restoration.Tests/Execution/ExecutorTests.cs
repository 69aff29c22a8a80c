using Restoration.Auditing;
using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;

namespace Restoration.Tests.Execution;

public sealed class ExecutorTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_run_does_what_its_plan_said()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1), Some.Appointment(2, "Changed"));
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointments(4));
        (ItemAction, ActionReason)[] planned = [.. (await engine.PlanAsync(draft)).Select(action => (action.Action, action.Reason))];

        (RestoreRequest request, RestoreResult[] results) = await engine.RunAsync(draft);

        Assert.Equal(planned, results.Select(result => (result.Action, result.Reason)));
        Assert.Equal(new RestoreCounts(4, 2, 1, 0, 0, 1, 0, 0), request.Counts);
        Assert.Equal(RequestStatus.Completed, request.Status);
        Assert.Equal(Some.Appointments(4).Select(item => item.ContentHash), (await engine.ReadAsync()).Select(item => item.Content));
    }

    [Fact]
    public async Task A_plan_changes_and_stores_nothing()
    {
        await using Engine engine = new();
        await engine.PlanAsync(Engine.Draft(ConflictResolutionOption.KeepSourceItem, Some.Appointments(3)));
        Assert.Empty(await engine.ReadAsync());
        Assert.Empty(await engine.Requests.ListAsync(None));
        Assert.Empty(await AuditAsync(engine));
    }

    [Fact]
    public async Task Running_again_changes_nothing()
    {
        await using Engine engine = new();
        await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(3));
        (long, ContentHash)[] before = await engine.ReadAsync();
        (RestoreRequest request, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointments(3));
        Assert.Equal(before, await engine.ReadAsync());
        Assert.Equal(3, request.Counts.Skipped);
    }

    [Fact]
    public async Task Undoing_brings_the_calendar_back_as_it_was_and_undoing_that_brings_the_restore_back()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1, "Changed"), Some.Appointment(9));
        (long, ContentHash)[] before = await engine.ReadAsync();
        (RestoreRequest restore, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointments(3));
        (long, ContentHash)[] after = await engine.ReadAsync();

        (RestoreRequest undo, _) = await engine.UndoAsync(restore);
        Assert.Equal(before, await engine.ReadAsync());

        await engine.UndoAsync(undo);
        Assert.Equal(after, await engine.ReadAsync());
    }

    [Fact]
    public async Task Undoing_twice_takes_nothing_more_back()
    {
        await using Engine engine = new();
        (RestoreRequest restore, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointments(2));
        await engine.UndoAsync(restore);
        (RestoreRequest second, RestoreResult[] results) = await engine.UndoAsync(restore);
        Assert.All(results, result => Assert.Equal(ActionReason.AlreadyUndone, result.Reason));
        Assert.Equal(RequestStatus.Completed, second.Status);
    }

    [Fact]
    public async Task Undoing_leaves_alone_what_was_changed_since_unless_it_is_forced()
    {
        await using Engine engine = new();
        (RestoreRequest restore, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointments(2));
        await engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointment(1, "Edited since"));

        (RestoreRequest undo, RestoreResult[] results) = await engine.UndoAsync(restore);
        Assert.Equal(["Delete Undo", "Skip Conflict"], results.Select(result => $"{result.Action} {result.Reason}"));
        Assert.Equal(RequestStatus.CompletedWithWarning, undo.Status);
        Assert.Single(await engine.ReadAsync());

        await engine.UndoAsync(restore, force: true);
        Assert.Empty(await engine.ReadAsync());
    }

    [Fact]
    public async Task Undoing_takes_away_the_calendar_that_was_made_for_the_restore()
    {
        await using Engine engine = new();
        (RestoreRequest restore, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1));
        Assert.Equal(["mailbox:alice@contoso.com", "store:alice@contoso.com/Calendar"], restore.CreatedLocations);
        await engine.UndoAsync(restore);
        Assert.Empty(await engine.Workspace.ReadAsync(transaction => transaction.Folders.FindMailboxesAsync(null, None), None));
    }

    [Fact]
    public async Task Several_effects_on_one_item_are_taken_back_as_one()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(9));
        (long, ContentHash)[] before = await engine.ReadAsync();
        (RestoreRequest restore, RestoreResult[] results) = await engine.RestoreAsync(
            ConflictResolutionOption.KeepLatestItem, Some.Appointment(1), Some.Appointment(1, "Second", 1), Some.Appointment(1, "Third", 2));
        Assert.Equal([ItemAction.Create, ItemAction.Replace, ItemAction.Replace], results.Select(result => result.Action));

        (_, RestoreResult[] undone) = await engine.UndoAsync(restore);
        Assert.Equal([ItemAction.Delete], undone.Select(result => result.Action));
        Assert.Equal(before, await engine.ReadAsync());
    }

    [Fact]
    public async Task Each_run_is_in_the_audit_trail_with_each_of_its_items()
    {
        await using Engine engine = new();
        await engine.FillAsync(Some.Appointment(1), Some.Appointment(2, "Changed"));
        (RestoreRequest request, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepSourceItem, Some.Appointments(3));
        AuditEntry[] trail = await AuditAsync(engine);
        Assert.Equal(
            ["AuditLogRestore Started", "ItemSkip Skipped", "ItemReplace Succeeded", "ItemCreate Succeeded", "AuditLogRestore Succeeded"],
            trail.Select(entry => $"{entry.Operation} {entry.Outcome}"));
        Assert.All(trail, entry => Assert.Equal((request.RequestId, "alice"), (entry.RequestId!.Value, entry.Actor)));
        Assert.Equal(Some.Appointment(2, "Changed").ContentHash, trail[2].Before);
        Assert.True((await new AuditTrail(engine.Workspace).VerifyAsync(None)).IsValid);
    }

    [Fact]
    public async Task Stopping_leaves_the_request_suspended_and_resuming_ends_as_a_clean_run_does()
    {
        await using Engine engine = new();
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointments(1200));
        RestoreRequest request = await engine.Requests.AddAsync(draft, None);
        await foreach (RestoreResult _ in engine.Requests.RunAsync(request, null, null, None))
        {
            break;
        }

        RestoreRequest suspended = await engine.Requests.GetAsync(request.RequestId.ToString(), None);
        Assert.Equal(RequestStatus.Suspended, suspended.Status);
        Assert.InRange(suspended.Position, 1, 1199);

        RestoreResult[] rest = await engine.Requests.RunAsync(suspended, null, null, None).ToArrayAsync();
        RestoreRequest ended = await engine.Requests.GetAsync(request.RequestId.ToString(), None);
        Assert.Equal(1200 - suspended.Position, rest.Length);
        Assert.Equal((RequestStatus.Completed, 1200L, 1200L), (ended.Status, ended.Counts.Found, ended.Counts.Created));
        Assert.Equal(Some.Appointments(1200).Select(item => item.ContentHash), (await engine.ReadAsync()).Select(item => item.Content));
    }

    [Fact]
    public async Task Cancelling_ends_after_the_item_in_flight()
    {
        await using Engine engine = new();
        using CancellationTokenSource stop = new();
        RestoreRequest request = await engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointments(2000)), None);
        Progress progress = new(() => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await engine.Requests.RunAsync(request, progress, null, stop.Token).ToArrayAsync());

        RestoreRequest suspended = await engine.Requests.GetAsync(request.RequestId.ToString(), None);
        Assert.Equal(RequestStatus.Suspended, suspended.Status);
        Assert.Equal(suspended.Position, (await engine.ReadAsync()).Length);
        Assert.Equal(suspended.Counts.Found, (await engine.Requests.ReadJournalAsync(request.RequestId, None).ToArrayAsync()).Length);
    }

    [Fact]
    public async Task Twins_on_both_sides_of_a_stop_are_still_twins()
    {
        Item[] items = [.. Some.Appointments(500), Some.Appointment(1, "Twin of the first")];
        await using Engine clean = new();
        await clean.RestoreAsync(ConflictResolutionOption.KeepSourceItem, items);

        await using Engine engine = new();
        RestoreRequest request = await engine.Requests.AddAsync(Engine.Draft(ConflictResolutionOption.KeepSourceItem, items), None);
        await foreach (RestoreResult _ in engine.Requests.RunAsync(request, null, null, None))
        {
            break;
        }

        await engine.Requests.RunAsync(await engine.Requests.GetAsync(request.RequestId.ToString(), None), null, null, None).ToArrayAsync();
        Assert.Equal((await clean.ReadAsync()).Select(item => item.Content), (await engine.ReadAsync()).Select(item => item.Content));
    }

    [Fact]
    public async Task A_request_that_has_ended_is_not_run_again()
    {
        await using Engine engine = new();
        (RestoreRequest request, _) = await engine.RestoreAsync(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1));
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            async () => await engine.Requests.RunAsync(request, null, null, None).ToArrayAsync());
        Assert.Equal(FailureCode.InvalidState, failure.Code);
    }

    [Fact]
    public async Task Entries_that_the_source_decided_itself_are_counted_as_it_decided()
    {
        await using Engine engine = new();
        RequestDraft draft = Engine.Draft(ConflictResolutionOption.KeepTargetItem, Some.Appointment(1));
        draft = draft with
        {
            Entries =
            [
                draft.Entries[0],
                new SourceItem { Ordinal = 2, Verdict = new Verdict(ItemAction.Fail, ActionReason.ContentNotFound), Failure = FailureCode.ContentNotFound, Subject = "Lost" },
                new SourceItem { Ordinal = 3, Item = Some.Appointment(3), Verdict = new Verdict(ItemAction.Skip, ActionReason.Ambiguous) },
            ],
        };
        (RestoreRequest request, RestoreResult[] results) = await engine.RunAsync(draft);
        Assert.Equal(new RestoreCounts(3, 1, 0, 0, 0, 1, 1, 1), request.Counts);
        Assert.Equal(["Appointment 1", "Lost", "Appointment 3"], results.Select(result => result.Subject));
        RestoreRequestStatistics statistics = await engine.Requests.GetStatisticsAsync(request, true, None);
        Assert.Equal((true, 1L, 0L, "Poor"), (statistics.IsValid, statistics.MissingItemsEncountered, statistics.BadItemsEncountered, statistics.DataConsistencyScore));
    }

    private static async Task<AuditEntry[]> AuditAsync(Engine engine) => await new AuditTrail(engine.Workspace).ReadAsync(AuditFilter.All, None).ToArrayAsync();

    private sealed class Progress(Action act) : IProgress<RestoreProgress>
    {
        public void Report(RestoreProgress value) => act();
    }
}

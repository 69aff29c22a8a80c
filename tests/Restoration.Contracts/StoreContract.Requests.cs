using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_request_comes_back_as_it_was_kept()
    {
        RestoreRequest request = NewRequest() with
        {
            Mailbox = "alice",
            Status = RequestStatus.Failed,
            ConflictResolutionOption = ConflictResolutionOption.UpdateFromSource,
            UndoOf = _ids.NewId(),
            Options = "{}",
            Fingerprint = "x",
            Position = 12,
            Total = 34,
            Counts = new RestoreCounts(21, 1, 2, 3, 4, 5, 6, 2),
            BytesTransferred = 99,
            CreatedLocations = ["store:a/b", "mailbox:a"],
            StartedAt = Now.AddMinutes(1),
            UpdatedAt = Now.AddMinutes(2),
            StatusSince = Now.AddMinutes(2),
            Durations = new RequestDurations(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)),
            SourceMailboxGuid = _ids.NewId(),
            TargetMailboxGuid = _ids.NewId(),
            TotalBytes = 1234,
            LargeItems = 4,
            CompletedAt = Now.AddMinutes(3),
            Duration = TimeSpan.FromSeconds(1.5),
            Failure = FailureCode.DiskFull,
            Message = "full",
        };
        await WriteAsync(transaction => transaction.Requests.AddAsync(NewRequest() with { RequestId = request.RequestId }, None));
        await WriteAsync(transaction => transaction.Requests.UpdateAsync(request, None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        RestoreRequest read = Assert.Single(await transaction.Requests.ListAsync(None));
        Assert.Equal(request.CreatedLocations, read.CreatedLocations);
        Assert.Equal(request, read with { CreatedLocations = request.CreatedLocations });
        Assert.Null(await transaction.Requests.GetAsync(_ids.NewId(), None));
    }

    [Fact]
    public async Task Frozen_entries_come_back_in_order_with_their_items()
    {
        RestoreRequest request = NewRequest();
        SourceItem whole = new()
        {
            Ordinal = 1,
            Item = Some.Appointment(1),
            Origin = Location.Parse("store:alice@contoso.com/Calendar"),
            Parts = ["End"],
            Record = new RecordReference("r", "SoftDelete", Now, "bob", "a.csv", 3),
            Expected = new ExpectedAction(ItemAction.Create, null),
        };
        SourceItem without = new()
        {
            Ordinal = 2,
            Verdict = new Verdict(ItemAction.Fail, ActionReason.ContentNotFound),
            Failure = FailureCode.ContentNotFound,
            Detail = "Not found.",
            Subject = "Lost",
        };
        await WriteAsync(async transaction =>
        {
            await transaction.Requests.AddAsync(request, None);
            await transaction.Requests.FreezeAsync(request.RequestId, [whole, without], None);
        });

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        IReadOnlyList<SourceItem> read = await transaction.Requests.ReadFrozenAsync(request.RequestId, 0, 10, None);
        Assert.Equal([1L, 2L], read.Select(entry => entry.Ordinal));
        Assert.Equal(whole.Item.ContentHash, read[0].Item!.ContentHash);
        Assert.Equal(whole.Record, read[0].Record);
        Assert.Equal(whole.Origin, read[0].Origin);
        Assert.Equal(whole.Parts, read[0].Parts);
        Assert.Equal(whole.Expected, read[0].Expected);
        Assert.Equal(without, read[1]);
        Assert.Single(await transaction.Requests.ReadFrozenAsync(request.RequestId, 1, 10, None));
        Assert.Equal(["uid-1"], await transaction.Requests.FindFrozenUidsAsync(request.RequestId, ["uid-1", "uid-2"], None));
    }

    [Fact]
    public async Task The_journal_keeps_every_entry_and_hands_effects_out_backwards()
    {
        RestoreRequest request = NewRequest();
        JournalEntry created = Entry(request, 1, ItemAction.Create) with
        {
            MatchedBy = MatchRung.Uid,
            Location = "store:a/b",
            After = Some.Appointment(1).ContentHash,
            Uid = "uid-1",
            RecurrenceId = "20261103",
            Start = CalendarTime.OfDate(new DateOnly(2026, 11, 3)),
            IsAllDay = true,
            Detail = "Because.",
            Record = new RecordReference("r", "SoftDelete", Now, null, null, null),
        };
        JournalEntry skipped = Entry(request, 2, ItemAction.Skip);
        JournalEntry failed = Entry(request, 3, ItemAction.Fail) with { Failure = FailureCode.DiskFull };
        JournalEntry intended = Entry(request, 4, ItemAction.Create) with { IsDone = false };
        JournalEntry again = Entry(request, 5, ItemAction.Replace) with { Before = Some.Appointment(1).ContentHash, TargetId = created.TargetId };
        await WriteAsync(async transaction =>
        {
            await transaction.Requests.AddAsync(request, None);
            await transaction.Journal.WriteAsync([created, skipped, failed, intended, again], None);
        });

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal([created, skipped, failed, intended, again], await transaction.Journal.ReadAsync(request.RequestId, 0, 10, None));
        Assert.Equal([again, created], await transaction.Journal.ReadEffectsBackwardsAsync(request.RequestId, long.MaxValue, 10, None));
        Assert.Equal([created], await transaction.Journal.ReadEffectsBackwardsAsync(request.RequestId, 5, 10, None));
        Assert.Equal(new Dictionary<string, int> { ["1"] = 2 }, await transaction.Journal.FindRepeatedTargetsAsync(request.RequestId, None));
    }

    [Fact]
    public async Task Intended_entries_are_settled_one_by_one_or_all_at_once()
    {
        RestoreRequest request = NewRequest();
        JournalEntry[] intents = [.. Enumerable.Range(1, 3).Select(i => Entry(request, i, ItemAction.Create) with { IsDone = false })];
        await WriteAsync(async transaction =>
        {
            await transaction.Requests.AddAsync(request, None);
            await transaction.Journal.WriteAsync(intents, None);
            await transaction.Journal.WriteAsync([intents[0] with { IsDone = true }], None);
        });
        Assert.Equal([true, false, false], (await ReadJournalAsync(request)).Select(entry => entry.IsDone));

        await WriteAsync(transaction => transaction.Journal.ConfirmAsync(request.RequestId, None));
        Assert.Equal([true, true, true], (await ReadJournalAsync(request)).Select(entry => entry.IsDone));
    }

    [Fact]
    public async Task A_run_does_not_write_over_what_an_administrator_says_nor_the_other_way_round()
    {
        RestoreRequest request = NewRequest();
        RequestSettings settings = new()
        {
            BatchName = "Move",
            Priority = RequestPriority.Emergency,
            Suspend = true,
            SuspendComment = "Wait.",
            BadItemLimit = new ItemLimit(7),
            LargeItemLimit = ItemLimit.Unlimited,
            AcceptLargeDataLoss = true,
            CompletedRequestAgeLimit = new AgeLimit(30),
            RequestExpiryInterval = AgeLimit.Unlimited,
        };
        await WriteAsync(transaction => transaction.Requests.AddAsync(request, None));
        await WriteAsync(transaction => transaction.Requests.SetAsync(request.RequestId, settings, None));
        await WriteAsync(transaction => transaction.Requests.UpdateAsync(request with { Position = 9 }, None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        RestoreRequest read = (await transaction.Requests.GetAsync(request.RequestId, None))!;
        Assert.Equal((settings, 9), (read.Settings, read.Position));
    }

    [Fact]
    public async Task The_queue_is_what_waits_or_is_in_progress_by_priority_and_age()
    {
        (string Name, RequestKind Kind, RequestStatus Status, RequestPriority Priority, int Minute)[] rows =
        [
            ("old", RequestKind.MailboxRestore, RequestStatus.Queued, RequestPriority.Normal, 1),
            ("older", RequestKind.MailboxRestore, RequestStatus.InProgress, RequestPriority.Normal, 0),
            ("urgent", RequestKind.MailboxRestore, RequestStatus.Queued, RequestPriority.Emergency, 5),
            ("idle", RequestKind.MailboxRestore, RequestStatus.Queued, RequestPriority.Lowest, 0),
            ("suspended", RequestKind.MailboxRestore, RequestStatus.Suspended, RequestPriority.Normal, 0),
            ("ended", RequestKind.MailboxRestore, RequestStatus.Completed, RequestPriority.Normal, 0),
            ("other", RequestKind.BackupRestore, RequestStatus.Queued, RequestPriority.Normal, 0),
        ];
        await WriteAsync(async transaction =>
        {
            foreach (var row in rows)
            {
                RestoreRequest request = NewRequest() with { Name = row.Name, Kind = row.Kind, Status = row.Status, QueuedAt = Now.AddMinutes(row.Minute) };
                await transaction.Requests.AddAsync(request with { Settings = new RequestSettings { Priority = row.Priority } }, None);
            }
        });

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(["urgent", "older", "old", "idle"], (await transaction.Requests.ListQueueAsync(None)).Select(request => request.Name));
    }

    [Fact]
    public async Task A_request_that_is_removed_takes_its_journal_and_its_entries_with_it()
    {
        RestoreRequest request = NewRequest();
        RestoreRequest other = NewRequest();
        await WriteAsync(async transaction =>
        {
            foreach (RestoreRequest one in new[] { request, other })
            {
                await transaction.Requests.AddAsync(one, None);
                await transaction.Requests.FreezeAsync(one.RequestId, [new SourceItem { Ordinal = 1, Item = Some.Appointment(1) }], None);
                await transaction.Journal.WriteAsync([Entry(one, 1, ItemAction.Create)], None);
            }
        });
        await WriteAsync(transaction => transaction.Requests.RemoveAsync(request.RequestId, None));

        Assert.Empty(await ReadJournalAsync(request));
        Assert.Single(await ReadJournalAsync(other));
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(other.RequestId, Assert.Single(await transaction.Requests.ListAsync(None)).RequestId);
        Assert.Empty(await transaction.Requests.ReadFrozenAsync(request.RequestId, 0, 10, None));
    }
}

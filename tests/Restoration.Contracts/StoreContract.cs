using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Destinations;
using Restoration.Execution;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>What every store must do. Each test gets a store of its own.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private readonly SequentialIdentifiers _ids = new();

    protected IStore Store { get; private set; } = null!;

    protected abstract ValueTask<IStore> CreateAsync();

    public async Task InitializeAsync() => Store = await CreateAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    [Fact]
    public async Task What_is_not_committed_has_not_happened()
    {
        await using (IStoreTransaction transaction = await Store.BeginWriteAsync(None))
        {
            await transaction.Folders.AddMailboxAsync("alice@contoso.com", _ids.NewId(), Now, None);
        }

        await using IStoreTransaction after = await Store.BeginReadAsync(None);
        Assert.Empty(await after.Folders.FindMailboxesAsync(null, None));
    }

    [Fact]
    public async Task Reverting_takes_back_what_came_after_the_mark_and_nothing_else()
    {
        Folder folder = await AddFolderAsync();
        await using (IStoreTransaction transaction = await Store.BeginWriteAsync(None))
        {
            await transaction.Items.AddAsync(folder.Id, Some.Appointment(1), null, None);
            await transaction.MarkAsync(None);
            await transaction.Items.AddAsync(folder.Id, Some.Appointment(2), null, None);
            await transaction.RevertAsync(None);
            await transaction.MarkAsync(None);
            await transaction.Items.AddAsync(folder.Id, Some.Appointment(3), null, None);
            await transaction.CommitAsync(None);
        }

        Assert.Equal(["Appointment 1", "Appointment 3"], (await ReadAsync(folder)).Select(item => item.Item.Subject));
    }

    [Theory]
    [InlineData("alice@contoso.com", 1)]
    [InlineData("ALICE@CONTOSO.COM", 1)]
    [InlineData("alice", 2)]
    [InlineData("bob", 0)]
    [InlineData("00000001-0000-0000-0000-000000000000", 1)]
    public async Task Finds_mailboxes_by_address_alias_and_guid_without_case(string identity, int count)
    {
        await WriteAsync(async transaction =>
        {
            await transaction.Folders.AddMailboxAsync("alice@contoso.com", _ids.NewId(), Now, None);
            await transaction.Folders.AddMailboxAsync("alice@fabrikam.com", _ids.NewId(), Now, None);
        });

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(count, (await transaction.Folders.FindMailboxesAsync(identity, None)).Count);
    }

    [Theory]
    [InlineData("Calendar", new[] { "Calendar" })]
    [InlineData("calendar", new[] { "Calendar" })]
    [InlineData("Team", new[] { "Private/Team", "Projects/Team" })]
    [InlineData("Projects/Team", new[] { "Projects/Team" })]
    [InlineData("Other/Team", new string[0])]
    public async Task A_bare_name_finds_folders_at_any_depth_and_a_path_finds_itself(string path, string[] found)
    {
        await WriteAsync(async transaction =>
        {
            Mailbox mailbox = await transaction.Folders.AddMailboxAsync("alice@contoso.com", _ids.NewId(), Now, None);
            foreach (string name in new[] { "Calendar", "Old/Calendar", "Projects/Team", "Private/Team" })
            {
                await transaction.Folders.AddAsync(mailbox, FolderPath.Parse(name), FolderKind.Calendar, Now, None);
            }
        });

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Mailbox mailbox = Assert.Single(await transaction.Folders.FindMailboxesAsync(null, None));
        IReadOnlyList<Folder> folders = await transaction.Folders.FindAsync(mailbox.Id, FolderPath.Parse(path), None);
        Assert.Equal(found, folders.Select(folder => folder.Path.ToString()));
    }

    [Fact]
    public async Task Folders_keep_their_properties_and_count_their_items()
    {
        Folder folder = await AddFolderAsync(Some.Appointments(3));
        CalendarProperty property = new("X-WR-CALDESC", @"Say \n it") { Parameters = [new("LANGUAGE", ["en"])] };
        await WriteAsync(transaction => transaction.Folders.SetPropertiesAsync(folder.Id, [property], None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Folder read = Assert.Single(await transaction.Folders.ListAsync(null, None));
        Assert.Equal(3, read.ItemCount);
        Assert.Equal(property.Value, Assert.Single(read.Properties).Value);
        Assert.Equal("LANGUAGE=en", read.Properties[0].Parameters[0].ToString());
    }

    [Fact]
    public async Task An_item_comes_back_with_all_that_was_said_of_it()
    {
        Item item = TextCodec.Make(
            ("Uid", "series"), ("RecurrenceId", "20261103T080000Z"), ("ImmutableId", "AAkA-_x"), ("Subject", "Grüße 👋"), ("Start", "2026-11-03T09:00:00+01:00"),
            ("End", "2026-11-03"), ("Rule", "FREQ=DAILY"), ("Sequence", "7"), ("LastModified", "2026-11-01T10:11:12.1234567Z"))
            with
        { SeriesEnd = Now, IsAllDay = true };
        Folder folder = await AddFolderAsync(item);

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        StoredItem stored = Assert.Single(await transaction.Items.ReadAsync(folder.Id, 0, 10, None));
        Item loaded = Assert.Single(await transaction.Contents.LoadAsync([stored.Item], None));
        Assert.Equal(item.Content.ToArray(), loaded.Content.ToArray());
        Assert.Equal(item.Start.ToString(), loaded.Start.ToString());
        Assert.Equal(item with { Content = default, Start = null }, loaded with { Content = default, Start = null });
    }

    [Fact]
    public async Task Finds_by_immutable_id_then_uid_then_natural_key_and_the_first_rung_decides()
    {
        Item byId = TextCodec.Make(("Uid", "a"), ("ImmutableId", "I1"), ("Subject", "One"), ("Start", "2026-11-03T09:00:00Z"));
        Item byUid = TextCodec.Make(("Uid", "b"), ("Subject", "Two"), ("Start", "2026-11-04T09:00:00Z"));
        Item overriding = TextCodec.Make(("Uid", "b"), ("RecurrenceId", "20261105T090000Z"), ("Subject", "Two moved"));
        Folder folder = await AddFolderAsync(byId, byUid, overriding);
        ItemKey[] keys =
        [
            new() { ImmutableId = "I1", Uid = "b" },
            new() { Uid = "b" },
            new() { Uid = "b", RecurrenceId = "20261105T090000Z" },
            new() { Uid = "other", NaturalKey = byUid.Key.NaturalKey },
            new() { Uid = "B" },
            new() { ImmutableId = "i1" },
        ];

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        IReadOnlyList<Match> matches = await transaction.Items.FindAsync(folder.Id, keys, None);
        Assert.Equal(
            [(MatchRung.ImmutableId, "One"), (MatchRung.Uid, "Two"), (MatchRung.Uid, "Two moved"), (MatchRung.NaturalKey, "Two"), default, default],
            matches.Select(match => match.Items.Count == 0 ? default : (match.Rung, match.Items.Single().Item.Subject)));
    }

    [Fact]
    public async Task Finds_nothing_in_another_folder()
    {
        await AddFolderAsync(Some.Appointment(1));
        Folder other = await AddFolderAsync("bob@contoso.com");

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Empty(Assert.Single(await transaction.Items.FindAsync(other.Id, [Some.Appointment(1).Key], None)).Items);
    }

    [Fact]
    public async Task An_item_that_comes_back_has_its_old_id_and_new_ones_never_get_it()
    {
        Folder folder = await AddFolderAsync(Some.Appointment(1), Some.Appointment(2));
        long id = (await ReadAsync(folder))[1].Id;
        await WriteAsync(transaction => transaction.Items.DeleteAsync(id, None));
        await WriteAsync(async transaction => await transaction.Items.AddAsync(folder.Id, Some.Appointment(3), null, None));
        await WriteAsync(async transaction => await transaction.Items.AddAsync(folder.Id, Some.Appointment(2), id, None));

        IReadOnlyList<StoredItem> items = await ReadAsync(folder);
        Assert.Equal(["Appointment 1", "Appointment 2", "Appointment 3"], items.Select(item => item.Item.Subject));
        Assert.Equal(id, items[1].Id);
    }

    [Fact]
    public async Task Another_version_takes_the_place_and_keeps_the_id()
    {
        Folder folder = await AddFolderAsync(Some.Appointment(1));
        long id = (await ReadAsync(folder))[0].Id;
        await WriteAsync(transaction => transaction.Items.SetAsync(id, Some.Appointment(1, "Changed"), None));

        StoredItem item = Assert.Single(await ReadAsync(folder));
        Assert.Equal((id, Some.Appointment(1, "Changed").ContentHash), (item.Id, item.Item.ContentHash));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_a_conflict()
    {
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(
            () => WriteAsync(transaction => transaction.Items.DeleteAsync(4711, None)));
        Assert.Equal(FailureCode.Conflict, failure.Code);
    }

    [Fact]
    public async Task A_backup_is_the_calendar_at_its_moment_whatever_happens_later()
    {
        Folder folder = await AddFolderAsync(Some.Appointments(3));
        Backup backup = await BackupAsync(folder);
        IReadOnlyList<StoredItem> items = await ReadAsync(folder);
        await WriteAsync(transaction => transaction.Items.DeleteAsync(items[0].Id, None));
        await WriteAsync(transaction => transaction.Items.SetAsync(items[1].Id, Some.Appointment(2, "Changed"), None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        IReadOnlyList<BackupItem> kept = await transaction.Backups.ReadAsync(backup.BackupId, 0, 10, None);
        Assert.Equal(Some.Appointments(3).Select(item => item.ContentHash), kept.Select(item => item.Item.ContentHash));
        Assert.Equal([1L, 2L, 3L], kept.Select(item => item.Ordinal));
        Assert.Equal((3, Some.Appointments(3).Sum(item => item.Size)), (backup.ItemCount, backup.Size));
        Assert.Equal(backup, await transaction.Backups.GetAsync(backup.BackupId, None));
    }

    [Fact]
    public async Task Removing_a_backup_frees_only_what_nothing_else_needs()
    {
        Folder folder = await AddFolderAsync(Some.Appointments(2));
        Backup backup = await BackupAsync(folder);
        await WriteAsync(async transaction => await transaction.Items.DeleteAsync((await transaction.Items.ReadAsync(folder.Id, 0, 1, None))[0].Id, None));

        long freed = 0;
        await WriteAsync(async transaction => freed = await transaction.Backups.RemoveAsync(backup.BackupId, None));

        Assert.Equal(Some.Appointment(1).Size, freed);
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Empty(await transaction.Backups.ListAsync(null, None));
        IReadOnlyList<Item?> left = await transaction.Contents.FindAsync([Some.Appointment(1).ContentHash, Some.Appointment(2).ContentHash], None);
        Assert.Null(left[0]);
        Assert.NotNull(left[1]);
    }

    [Fact]
    public async Task Says_which_uids_the_backups_have()
    {
        Backup first = await BackupAsync(await AddFolderAsync(Some.Appointment(1)));
        Backup second = await BackupAsync(await AddFolderAsync("bob@contoso.com", Some.Appointment(2)));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(["uid-1"], await transaction.Backups.FindUidsAsync([first.BackupId], ["uid-1", "uid-2", "uid-3"], None));
        Assert.Equal(
            ["uid-1", "uid-2"],
            (await transaction.Backups.FindUidsAsync([first.BackupId, second.BackupId], ["uid-1", "uid-2", "uid-3"], None)).Order());
        Assert.Empty(await transaction.Backups.FindUidsAsync([], ["uid-1"], None));
    }

    [Fact]
    public async Task Backups_are_listed_newest_first_and_by_mailbox_without_case()
    {
        Folder alice = await AddFolderAsync(Some.Appointment(1));
        Folder bob = await AddFolderAsync("bob@contoso.com");
        Backup first = await BackupAsync(alice, Now);
        Backup second = await BackupAsync(alice, Now.AddHours(1));
        await BackupAsync(bob, Now.AddHours(2));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal([second, first], await transaction.Backups.ListAsync("ALICE@contoso.com", None));
        Assert.Equal(3, (await transaction.Backups.ListAsync(null, None)).Count);
    }

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
    public async Task The_audit_trail_is_a_chain()
    {
        AuditEntry[] entries = [.. Enumerable.Range(1, 5).Select(i => NewEntry($"Operation{i}"))];
        await WriteAsync(transaction => transaction.Audit.AppendAsync(entries[..2], None));
        await WriteAsync(transaction => transaction.Audit.AppendAsync(entries[2..], None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        IReadOnlyList<AuditEntry> read = await transaction.Audit.ReadAsync(AuditFilter.All, 0, 10, None);
        Assert.Equal([1L, 2L, 3L, 4L, 5L], read.Select(entry => entry.Sequence));
        ContentHash previous = default;
        foreach (AuditEntry entry in read)
        {
            Assert.Equal(AuditChain.Compute(entry, previous), entry.Hash);
            previous = entry.Hash;
        }

        Assert.Equal(new AuditHead(5, previous), await transaction.Audit.GetHeadAsync(None));
    }

    [Fact]
    public async Task The_audit_trail_is_read_by_time_run_operation_and_actor()
    {
        Guid run = _ids.NewId();
        await WriteAsync(transaction => transaction.Audit.AppendAsync(
            [
                NewEntry("Backup") with { At = Now },
                NewEntry("ItemCreate") with { At = Now.AddHours(1), RequestId = run, Actor = "bob" },
                NewEntry("ItemDelete") with { At = Now.AddHours(2), RequestId = run },
            ],
            None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(["ItemCreate", "ItemDelete"], await OperationsAsync(transaction, new AuditFilter { RequestId = run }));
        Assert.Equal(["ItemDelete"], await OperationsAsync(transaction, new AuditFilter { After = Now.AddHours(2) }));
        Assert.Equal(["Backup"], await OperationsAsync(transaction, new AuditFilter { Before = Now.AddHours(1) }));
        Assert.Equal(["ItemCreate", "ItemDelete"], await OperationsAsync(transaction, new AuditFilter { Operations = ["item*"] }));
        Assert.Equal(["ItemCreate"], await OperationsAsync(transaction, new AuditFilter { Actors = ["BOB"] }));
    }

    [Fact]
    public async Task Writers_wait_for_each_other_and_lose_nothing()
    {
        Folder folder = await AddFolderAsync();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await WriteAsync(async transaction => await transaction.Items.AddAsync(folder.Id, Some.Appointment((writer * 100) + i), null, None));
            }
        })));

        Assert.Equal(80, (await ReadAsync(folder, 100)).Select(item => item.Item.Key.Uid).Distinct().Count());
    }

    protected async Task WriteAsync(Func<IStoreTransaction, ValueTask> work)
    {
        await using IStoreTransaction transaction = await Store.BeginWriteAsync(None);
        await work(transaction);
        await transaction.CommitAsync(None);
    }

    private static async Task<string[]> OperationsAsync(IStoreTransaction transaction, AuditFilter filter)
        => [.. (await transaction.Audit.ReadAsync(filter, 0, 10, None)).Select(entry => entry.Operation)];

    private static AuditEntry NewEntry(string operation) => new()
    {
        At = Now,
        Actor = "alice",
        Operation = operation,
        Target = "store:a/b",
        Subject = "Subject",
        Before = Some.Appointment(1).ContentHash,
        Outcome = AuditOutcome.Succeeded,
        Duration = TimeSpan.FromMilliseconds(12),
        Detail = "Detail",
    };

    private static JournalEntry Entry(RestoreRequest request, long ordinal, ItemAction action) => new()
    {
        RequestId = request.RequestId,
        Ordinal = ordinal,
        Action = action,
        Reason = ActionReason.Missing,
        TargetId = ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Subject = "Subject",
        At = Now,
    };

    private RestoreRequest NewRequest() => new()
    {
        RequestId = _ids.NewId(),
        Name = "AppointmentRestore",
        Kind = RequestKind.BackupRestore,
        Source = "backup:x",
        Destination = "store:a/b",
        User = "alice",
        QueuedAt = Now,
        UpdatedAt = Now,
    };

    private Task<Folder> AddFolderAsync(params Item[] items) => AddFolderAsync("alice@contoso.com", items);

    private async Task<Folder> AddFolderAsync(string mailbox, params Item[] items)
    {
        Folder folder = null!;
        await WriteAsync(async transaction =>
        {
            Mailbox owner = await transaction.Folders.AddMailboxAsync(mailbox, _ids.NewId(), Now, None);
            folder = await transaction.Folders.AddAsync(owner, FolderPath.Calendar, FolderKind.Calendar, Now, None);
            foreach (Item item in items)
            {
                await transaction.Items.AddAsync(folder.Id, item, null, None);
            }
        });
        return folder;
    }

    private async Task<Backup> BackupAsync(Folder folder, DateTimeOffset? at = null)
    {
        Backup backup = null!;
        await WriteAsync(async transaction => backup = await transaction.Backups.AddAsync(folder, _ids.NewId(), at ?? Now, "alice", None));
        return backup;
    }

    private async Task<IReadOnlyList<StoredItem>> ReadAsync(Folder folder, int limit = 10)
    {
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        return await transaction.Items.ReadAsync(folder.Id, 0, limit, None);
    }

    private async Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(RestoreRequest request)
    {
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        return await transaction.Journal.ReadAsync(request.RequestId, 0, 10, None);
    }
}

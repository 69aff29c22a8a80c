using Restoration.Contracts.Support;
using Restoration.Destinations;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Stores;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
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
}

using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
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
}

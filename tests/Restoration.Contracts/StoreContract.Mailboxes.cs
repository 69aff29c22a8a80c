using Restoration.Contracts.Support;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Stores;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
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
}

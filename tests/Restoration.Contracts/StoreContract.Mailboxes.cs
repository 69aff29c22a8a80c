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

    [Fact]
    public async Task A_mailbox_comes_back_as_it_was_set_and_is_found_by_each_of_its_names()
    {
        Mailbox changed = null!;
        await WriteAsync(async transaction =>
        {
            Mailbox owner = await transaction.Folders.AddMailboxAsync("alice@contoso.com", _ids.NewId(), Now, None);
            Mailbox archive = await transaction.Folders.AddMailboxAsync("archive:alice@contoso.com", _ids.NewId(), Now, None);
            changed = archive with
            {
                Alias = "alice.archive",
                DisplayName = "Alice (Archive)",
                UserPrincipalName = "Alice@corp.contoso.com",
                Kind = MailboxKind.Archive,
                ArchiveOf = owner.Id,
                Quota = 1000,
                MaxItemSize = 10,
                Holds = ["Case 1", "Case 2"],
            };
            await transaction.Folders.SetMailboxAsync(changed, None);
        });

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        foreach (string name in new[] { "alice.archive", "alice (archive)", "ALICE@corp.contoso.com", "archive:alice@contoso.com", changed.MailboxGuid.ToString() })
        {
            Mailbox read = Assert.Single(await transaction.Folders.FindMailboxesAsync(name, None));
            Assert.Equal(changed.Holds, read.Holds);
            Assert.Equal(changed, read with { Holds = changed.Holds });
        }
    }

    [Fact]
    public async Task A_folder_at_its_usual_place_is_the_well_known_one_unless_the_mailbox_has_it_elsewhere()
    {
        await WriteAsync(async transaction =>
        {
            Mailbox english = await transaction.Folders.AddMailboxAsync("alice@contoso.com", _ids.NewId(), Now, None);
            Assert.Equal(WellKnownFolder.Inbox, (await transaction.Folders.AddAsync(english, FolderPath.Parse("inbox"), FolderKind.Mail, Now, None)).WellKnown);
            Assert.Null((await transaction.Folders.AddAsync(english, FolderPath.Parse("Other/Inbox"), FolderKind.Mail, Now, None)).WellKnown);
            Mailbox german = await transaction.Folders.AddMailboxAsync("bernd@contoso.com", _ids.NewId(), Now, None);
            Folder posteingang = await transaction.Folders.AddAsync(german, FolderPath.Parse("Posteingang"), FolderKind.Mail, Now, None);
            await transaction.Folders.SetWellKnownAsync(posteingang.Id, WellKnownFolder.Inbox, None);
            Assert.Null((await transaction.Folders.AddAsync(german, FolderPath.Parse("Inbox"), FolderKind.Mail, Now, None)).WellKnown);
        });

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(
            ["inbox Inbox", "Other/Inbox ", "Inbox ", "Posteingang Inbox"],
            (await transaction.Folders.ListAsync(null, None)).Select(folder => $"{folder.Path} {folder.WellKnown}"));
    }

    [Fact]
    public async Task Measuring_a_mailbox_counts_the_items_and_bytes_of_each_folder()
    {
        Item[] items = Some.Appointments(3);
        await AddFolderAsync("bob@contoso.com", Some.Appointment(9));
        Folder folder = await AddFolderAsync(items);

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Folder measured = Assert.Single(await transaction.Folders.MeasureAsync(folder.MailboxId, None));
        Assert.Equal((3, items.Sum(item => item.Size)), (measured.ItemCount, measured.Size));
    }
}

using Restoration.Contracts.Support;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Mailboxes;

namespace Restoration.Tests.Mailboxes;

public sealed class MailboxServiceTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Engine _engine = new();

    private MailboxService Mailboxes => new(_engine.Workspace);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Theory]
    [InlineData("bob@contoso.com")]
    [InlineData("BOB")]
    [InlineData("Bob Builder")]
    [InlineData("bob@corp.example")]
    public async Task A_mailbox_is_found_by_each_of_its_names(string identity)
    {
        Mailbox bob = await Mailboxes.CreateAsync(
            new MailboxDraft { Address = "bob@contoso.com", DisplayName = "Bob Builder", UserPrincipalName = "bob@corp.example", Kind = MailboxKind.Inactive, Quota = 10 }, None);
        Assert.Equal(bob.MailboxGuid, (await Mailboxes.GetAsync(identity, None)).MailboxGuid);
        Assert.Equal(bob.MailboxGuid, (await Mailboxes.GetAsync(bob.MailboxGuid.ToString(), None)).MailboxGuid);
        Assert.Equal((MailboxKind.Inactive, 10, false), (bob.Kind, bob.Quota, bob.IsWritable));
    }

    [Fact]
    public async Task A_name_of_two_mailboxes_is_an_error_that_lists_them()
    {
        await Mailboxes.CreateAsync(new MailboxDraft { Address = "bob@contoso.com" }, None);
        await Mailboxes.CreateAsync(new MailboxDraft { Address = "bob@fabrikam.com", Kind = MailboxKind.SoftDeleted }, None);
        RestorationException failure = await Assert.ThrowsAsync<RestorationException>(async () => await Mailboxes.GetAsync("bob", None));
        Assert.Equal(FailureCode.Ambiguous, failure.Code);
        Assert.Contains("bob@fabrikam.com (SoftDeleted", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bob@contoso.com", null)]
    [InlineData("new@contoso.com", "bob@contoso.com")]
    public async Task An_archive_belongs_to_its_mailbox(string address, string? archiveOf)
    {
        Mailbox bob = await Mailboxes.CreateAsync(new MailboxDraft { Address = "bob@contoso.com", DisplayName = "Bob" }, None);
        Mailbox archive = await Mailboxes.CreateAsync(new MailboxDraft { Address = address, ArchiveOf = archiveOf, Kind = MailboxKind.Archive }, None);
        Assert.Equal((bob.Id, "archive:bob@contoso.com", "Online Archive - Bob", true), (archive.ArchiveOf, archive.Address, archive.DisplayName, archive.IsWritable));
        await AssertAsync(FailureCode.AlreadyExists, async () => await Mailboxes.CreateAsync(new MailboxDraft { Address = "bob", Kind = MailboxKind.Archive }, None));
        await AssertAsync(FailureCode.InvalidState, async () => await Mailboxes.RemoveAsync(bob, None));
    }

    [Fact]
    public async Task An_archive_of_nobody_stands_by_itself()
    {
        Mailbox archive = await Mailboxes.CreateAsync(new MailboxDraft { Address = "old@contoso.com", Kind = MailboxKind.Archive }, None);
        Assert.Equal(("old@contoso.com", null), (archive.Address, archive.ArchiveOf));
    }

    [Theory]
    [InlineData("bob@contoso.com", null, FailureCode.AlreadyExists)]
    [InlineData("", null, FailureCode.InvalidArgument)]
    [InlineData("a/b", null, FailureCode.InvalidArgument)]
    [InlineData("a*", null, FailureCode.InvalidArgument)]
    [InlineData("carol@contoso.com", "bob@contoso.com", FailureCode.InvalidArgument)]
    public async Task What_cannot_be_a_mailbox_is_refused(string address, string? archiveOf, FailureCode code)
    {
        await Mailboxes.CreateAsync(new MailboxDraft { Address = "bob@contoso.com" }, None);
        await AssertAsync(code, async () => await Mailboxes.CreateAsync(new MailboxDraft { Address = address, ArchiveOf = archiveOf }, None));
        Assert.Single(await Mailboxes.ListAsync(null, None));
    }

    [Fact]
    public async Task A_mailbox_with_content_is_kept_when_it_is_removed_and_an_empty_one_is_gone()
    {
        await _engine.FillAsync(Some.Appointment(1));
        Mailbox removed = (await Mailboxes.RemoveAsync(await Mailboxes.GetAsync(Engine.Mailbox, None), None))!;
        Assert.Equal(MailboxKind.SoftDeleted, removed.Kind);
        await AssertAsync(FailureCode.InvalidState, async () => await Mailboxes.RemoveAsync(removed, None));
        Mailbox held = await Mailboxes.SetAsync(removed with { Kind = MailboxKind.Active, Holds = ["Case 7"] }, None);
        Assert.Equal(MailboxKind.Inactive, (await Mailboxes.RemoveAsync(held, None))!.Kind);

        Assert.Null(await Mailboxes.RemoveAsync(await Mailboxes.CreateAsync(new MailboxDraft { Address = "bob@contoso.com" }, None), None));
        Assert.Equal([Engine.Mailbox], (await Mailboxes.ListAsync(null, None)).Select(mailbox => mailbox.Address));
    }

    [Fact]
    public async Task Folders_say_which_they_are_and_what_is_in_them()
    {
        Item[] items = Some.Appointments(2);
        await _engine.FillAsync(items);
        MailboxFolder folder = Assert.Single(await Mailboxes.ListFoldersAsync("alice", None));
        Assert.Equal(("Calendar", WellKnownFolder.Calendar, 2L, items.Sum(item => item.Size)), (folder.Path, folder.WellKnown!.Value, folder.ItemCount, folder.Size.Bytes));
    }

    [Fact]
    public async Task Calendars_are_the_folders_of_calendar_kind_alone()
    {
        await _engine.FillAsync();
        await _engine.Workspace.WriteAsync(
            async transaction => await transaction.Folders.AddAsync(await MailboxDirectory.GetMailboxAsync(transaction, Engine.Mailbox, None), FolderPath.Parse("Inbox"), FolderKind.Mail, default, None), None);
        Assert.Equal(["Calendar"], (await _engine.Calendars.ListAsync(null, null, None)).Select(folder => folder.Calendar));
        Assert.Equal(2, (await Mailboxes.ListFoldersAsync("alice", None)).Count);
    }

    private static async Task AssertAsync(FailureCode code, Func<Task> work)
        => Assert.Equal(code, (await Assert.ThrowsAsync<RestorationException>(work)).Code);
}

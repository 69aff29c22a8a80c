using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Mailboxes: made, listed, looked into, removed.</summary>
public sealed class MailboxTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_mailbox_is_made_with_all_that_is_said_of_it()
    {
        JsonElement made = (await _desk.DoAsync(
            "mailbox", "create", "bob@contoso.com", "--kind", "inactive", "--display-name", "Bob B.", "--quota", "1000", "--hold", "Case 7")).Document;
        Assert.Equal(
            ["mailboxId", "address", "alias", "displayName", "userPrincipalName", "kind", "quota", "maxItemSize", "holds", "createdAt"],
            made.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("bob", "Bob B.", "Inactive", 1000), (Text(made, "alias"), Text(made, "displayName"), Text(made, "kind"), made.GetProperty("quota").GetInt64()));
        await _desk.DoAsync("mailbox", "create", "bob@contoso.com", "--kind", "Archive");
        Assert.Equal(["archive:bob@contoso.com", "bob@contoso.com"], (await _desk.DoAsync("mailbox", "list")).Texts("address"));
        Assert.Equal(["bob@contoso.com"], (await _desk.DoAsync("mailbox", "list", "--mailbox", "Bob B.")).Texts("address"));
    }

    [Fact]
    public async Task Folders_are_listed_with_what_is_in_them_and_calendars_are_folders_of_theirs()
    {
        await _desk.StockAsync(3);
        JsonElement folder = Assert.Single((await _desk.DoAsync("mailbox", "folders", "--mailbox", Desk.Alice)).Items);
        Assert.Equal(["path", "wellKnown", "itemCount", "size"], folder.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Calendar", "Calendar", 3), (Text(folder, "path"), Text(folder, "wellKnown"), folder.GetProperty("itemCount").GetInt32()));
        Assert.True(folder.GetProperty("size").GetInt64() > 100);
    }

    [Fact]
    public async Task A_mailbox_with_content_is_kept_when_it_is_removed_and_nothing_happens_without_execute()
    {
        await _desk.StockAsync(3);
        await _desk.DoAsync("mailbox", "create", "empty@contoso.com");
        await _desk.DoAsync("mailbox", "remove", Desk.Alice);
        Assert.Equal(["Active", "Active"], (await _desk.DoAsync("mailbox", "list")).Texts("kind"));
        await _desk.DoAsync("mailbox", "remove", Desk.Alice, "--execute", "--yes");
        await _desk.DoAsync("mailbox", "remove", "empty", "--execute", "--yes");
        JsonElement left = Assert.Single((await _desk.DoAsync("mailbox", "list")).Items);
        Assert.Equal((Desk.Alice, "SoftDeleted"), (Text(left, "address"), Text(left, "kind")));
    }

    [Theory]
    [InlineData("mailbox create alice@contoso.com", 1, "AlreadyExists")]
    [InlineData("mailbox create a/b", 2, "InvalidArgument")]
    [InlineData("mailbox create eve@contoso.com --kind Gone", 2, "Usage")]
    [InlineData("mailbox create eve@contoso.com --quota much", 2, "Usage")]
    [InlineData("mailbox create eve@contoso.com --quota -1", 2, "InvalidArgument")]
    [InlineData("mailbox folders --mailbox nobody", 1, "MailboxNotFound")]
    [InlineData("mailbox remove nobody --execute", 1, "MailboxNotFound")]
    public async Task What_cannot_be_is_an_error(string line, int exitCode, string code)
    {
        await _desk.StockAsync(1);
        (await _desk.RunAsync(line.Split(' '))).ExpectError(exitCode, code);
        Assert.Single((await _desk.DoAsync("mailbox", "list")).Items);
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

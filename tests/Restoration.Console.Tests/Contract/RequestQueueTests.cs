using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>Restores of mailboxes: queued, run by workers, suspended, resumed, waited for, undone.</summary>
public sealed class RequestQueueTests : IDisposable
{
    private const string Bob = "bob@contoso.com";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_restore_is_queued_run_by_a_worker_and_undone()
    {
        await StockAsync(3);
        JsonElement queued = (await NewAsync("--batch-name", "Move")).Document;
        Assert.Equal(
            (@"bob\MailboxRestore", "Queued", "Queued", Desk.Alice, Bob, 0, "Move"),
            (Text(queued, "identity"), Text(queued, "status"), Text(queued, "statusDetail"), Text(queued, "sourceMailbox"), Text(queued, "targetMailbox"), queued.GetProperty("percentComplete").GetInt32(), Text(queued, "batchName")));

        JsonElement ended = Assert.Single((await _desk.DoAsync("worker", "--drain")).Items);
        Assert.Equal(("Completed", 100), (Text(ended, "status"), ended.GetProperty("percentComplete").GetInt32()));
        Assert.Empty((await _desk.DoAsync("worker", "--drain")).Items);
        JsonElement folder = Assert.Single((await _desk.DoAsync("mailbox", "folders", "--mailbox", Bob)).Items);
        Assert.StartsWith("Restored-alice@contoso.com-20", Text(folder, "path"), StringComparison.Ordinal);
        Assert.EndsWith("/Calendar", Text(folder, "path"), StringComparison.Ordinal);

        JsonElement statistics = (await _desk.DoAsync("request", "statistics", "MailboxRestore")).Document;
        Assert.Equal(("Completed", "SyncFinished", Bob, "Perfect"), (Text(statistics, "status"), Text(statistics, "syncStage"), Text(statistics, "targetMailboxIdentity"), Text(statistics, "dataConsistencyScore")));
        Assert.Matches(@"^[\d.,]+ (B|KB) \([\d,]+ bytes\)$", Text(statistics, "estimatedTransferSize"));
        await _desk.DoAsync("request", "undo", Text(queued, "requestId")!, "--execute", "--yes");
        Assert.Empty((await _desk.DoAsync("mailbox", "folders", "--mailbox", Bob)).Items);
        await _desk.ExpectWholeTrailAsync();
    }

    [Fact]
    public async Task Merged_at_the_top_a_second_time_nothing_is_created()
    {
        await StockAsync(3);
        await NewAsync("--target-root-folder", "/", "--wait");
        Assert.Equal("Calendar 3", await FoldersAsync());
        Outcome again = await NewAsync("--target-root-folder", "/", "--conflict-resolution-option", "KeepAll", "--wait");
        Assert.Equal((0, 3), (again.Count("created"), again.Count("skipped")));
        JsonElement statistics = (await _desk.DoAsync("request", "statistics", "MailboxRestore1", "--include-skipped-items")).Document;
        Assert.Equal(3, statistics.GetProperty("skippedItems").GetArrayLength());
        Assert.Equal(@"bob\MailboxRestore1", Text(again.Document, "identity"));
        Assert.Equal("Calendar 3", await FoldersAsync());
    }

    [Fact]
    public async Task Folders_and_items_are_chosen()
    {
        await StockAsync(3);
        Outcome none = await NewAsync("--target-root-folder", "A", "--include-folders", "#Inbox#/*", "--exclude-dumpster", "--wait");
        Assert.Equal(0, none.Count("found"));
        Outcome one = await NewAsync("--target-root-folder", "B", "--include-folders", "#Calendar#/*", "Other", "--content-filter", "UID -eq 'event-2@contoso.com' -or Subject -like '*2*'", "--wait");
        Assert.Equal(1, one.Count("created"));
        Outcome excluded = await NewAsync("--target-root-folder", "C", "--exclude-folders", "Calendar", "--wait");
        Assert.Equal(0, excluded.Count("found"));
        Assert.Equal("B/Calendar 1", await FoldersAsync());
    }

    [Fact]
    public async Task Messages_are_merged_folder_by_folder_and_chosen_by_what_they_say()
    {
        await _desk.DoAsync("mailbox", "create", Desk.Alice, "--kind", "Inactive");
        await _desk.DoAsync("mailbox", "create", Bob);
        foreach ((string name, string from) in new[] { ("one", "ayla@contoso.com"), ("two", "eve@contoso.com") })
        {
            _desk.Write($"{name}.eml", $"From: {from}\r\nTo: {Desk.Alice}\r\nSubject: {name}\r\nDate: Tue, 3 Nov 2026 09:00:00 +0000\r\nMessage-ID: <{name}@contoso.com>\r\n\r\nHello.\r\n");
            await _desk.DoAsync("mailbox", "import", $"{name}.eml", "--mailbox", Desk.Alice, "--folder", "Inbox");
        }

        Outcome one = await NewAsync("--target-root-folder", "/", "--content-filter", "Sender -eq 'ayla@contoso.com' -and Received -ge '2026-11-03'", "--wait");
        Assert.Equal(1, one.Count("created"));
        Outcome both = await NewAsync("--target-root-folder", "/", "--wait");
        Assert.Equal((1, 1), (both.Count("created"), both.Count("skipped")));
        Assert.Equal("Inbox 2", await FoldersAsync());
    }

    [Fact]
    public async Task A_suspended_request_is_resumed_set_waited_for_and_removed()
    {
        await StockAsync(2);
        JsonElement made = (await NewAsync("--suspend", "--suspend-comment", "Not yet.", "--name", "Later")).Document;
        Assert.Equal("Suspended", Text(made, "status"));
        Assert.Equal("Not yet.", Text((await _desk.DoAsync("request", "statistics", "Later")).Document, "message"));
        Assert.Empty((await _desk.DoAsync("worker", "--drain")).Items);
        (await _desk.RunAsync("request", "wait", "Later", "--timeout", "5")).Expect(1);

        Assert.Equal("High", Text((await _desk.DoAsync("request", "set", "Later", "--priority", "high", "--bad-item-limit", "5")).Document, "priority"));
        Assert.Equal("Queued", Text((await _desk.DoAsync("request", "resume", @"bob\Later")).Document, "status"));
        Assert.Equal("Suspended", Text((await _desk.DoAsync("request", "suspend", "Later")).Document, "status"));
        await _desk.DoAsync("request", "resume", "Later");
        Assert.Equal("Completed", Text((await _desk.DoAsync("request", "wait", "Later", "--timeout", "60")).Document, "status"));
        await _desk.DoAsync("request", "watch", "Later");
        await _desk.DoAsync("request", "remove", "Later");
        await ExpectNothingQueuedAsync();
        Assert.NotEqual("", await FoldersAsync());
    }

    [Fact]
    public async Task The_highest_priority_is_run_first()
    {
        await StockAsync(1);
        await NewAsync("--name", "first", "--target-root-folder", "1");
        await NewAsync("--name", "low", "--target-root-folder", "2", "--priority", "Lowest");
        await NewAsync("--name", "urgent", "--target-root-folder", "3", "--priority", "Emergency");
        Assert.Equal(["urgent", "first", "low"], (await _desk.DoAsync("worker", "--drain")).Texts("name"));
    }

    [Theory]
    [InlineData("request new --source-mailbox alice --target-mailbox nobody@contoso.com", 1, "MailboxNotFound", "TARGET_NOT_FOUND")]
    [InlineData("request new --source-mailbox nobody --target-mailbox bob", 1, "MailboxNotFound", "nobody")]
    [InlineData("request new --source-mailbox alice --target-mailbox gone", 1, "InvalidState", "TARGET_INACTIVE")]
    [InlineData("request new --source-mailbox alice --target-mailbox alice --target-root-folder /", 2, "InvalidArgument", "both source and target")]
    [InlineData("request new --source-mailbox alice --target-mailbox bob --content-filter Subject", 2, "InvalidArgument", "position 8")]
    [InlineData("request new --source-mailbox alice --target-mailbox bob --include-folders #Outbux#", 2, "InvalidArgument", "#Outbux#")]
    [InlineData("request new --source-mailbox alice --target-mailbox bob --bad-item-limit many", 2, "InvalidArgument", "many")]
    [InlineData("request new --source-mailbox alice --target-mailbox bob --bad-item-limit 60", 2, "InvalidArgument", "large data loss")]
    [InlineData("request new --source-mailbox alice --target-mailbox bob --suspend-comment why", 2, "InvalidArgument", "comment")]
    [InlineData("request new --source-mailbox alice --target-mailbox bob --conflict-resolution-option 3", 2, "Usage", "KeepAll")]
    [InlineData("request suspend Nothing", 1, "RequestNotFound", "Nothing")]
    public async Task What_cannot_be_is_an_error_and_nothing_is_queued(string line, int exitCode, string code, string says)
    {
        await StockAsync(1);
        await _desk.DoAsync("mailbox", "create", "gone@contoso.com", "--kind", "Inactive");
        JsonElement error = (await _desk.RunAsync(line.Split(' '))).ExpectError(exitCode, code);
        Assert.Contains(says, Text(error, "message"), StringComparison.Ordinal);
        await ExpectNothingQueuedAsync();
    }

    [Fact]
    public async Task The_very_same_restore_is_queued_once()
    {
        await StockAsync(1);
        await NewAsync();
        JsonElement error = (await _desk.RunAsync("request", "new", "--source-mailbox", Desk.Alice, "--target-mailbox", Bob)).ExpectError(1, "AlreadyExists");
        Assert.StartsWith("DUPLICATE_REQUEST", Text(error, "message"), StringComparison.Ordinal);
    }

    // The stock itself was imported by a request.
    private async Task ExpectNothingQueuedAsync() => Assert.Equal(["Import"], (await _desk.DoAsync("request", "list")).Texts("kind"));

    private async Task StockAsync(int count)
    {
        await _desk.StockAsync(count);
        await _desk.DoAsync("mailbox", "create", Bob);
    }

    private async Task<Outcome> NewAsync(params string[] options) => await _desk.DoAsync(["request", "new", "--source-mailbox", Desk.Alice, "--target-mailbox", Bob, .. options]);

    private async Task<string> FoldersAsync()
        => string.Join(", ", (await _desk.DoAsync("mailbox", "folders", "--mailbox", Bob)).Items.Select(folder => $"{Text(folder, "path")} {folder.GetProperty("itemCount")}"));

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}

using System.Text.Json;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Contract;

/// <summary>The JSON that other programs read: member by member, in order.</summary>
public sealed class DocumentTests : IDisposable
{
    private static readonly string[] Run = ["requestId", "name", "status", "source", "destination", "counts", "items"];
    private static readonly string[] Counts = ["found", "created", "replaced", "updated", "skipped", "failed"];
    private static readonly string[] Record = ["recordId", "operation", "creationTime", "userId", "file", "row"];
    private static readonly string[] Item =
        ["action", "reason", "matchedBy", "uid", "recurrenceId", "subject", "start", "end", "allDay", "detail", "record"];

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_restore_is_one_document_in_the_order_of_the_contract()
    {
        await _desk.StockAsync(4);
        string audit = await _desk.LoseAsync(2);

        JsonElement plan = (await _desk.DoAsync("restore", "audit-log", "--path", audit)).Document;
        JsonElement run = (await _desk.DoAsync("restore", "audit-log", "--path", audit, "--execute")).Document;

        foreach (JsonElement document in new[] { plan, run })
        {
            Assert.Equal(Run, Names(document));
            Assert.Equal(Counts, Names(document.GetProperty("counts")));
            JsonElement item = Assert.Single(document.GetProperty("items").EnumerateArray());
            Assert.Equal(Item, Names(item).Take(Item.Length));
            Assert.Equal(Record, Names(item.GetProperty("record")));
            Assert.Equal("Create", item.GetProperty("action").GetString());
            Assert.Equal("Missing", item.GetProperty("reason").GetString());
            Assert.Equal(CalendarEvent.UidOf(2), item.GetProperty("uid").GetString());
            Assert.Equal("Event 2", item.GetProperty("subject").GetString());
            Assert.Equal("2026-01-05T23:00:00Z", item.GetProperty("start").GetString());
            Assert.False(item.GetProperty("allDay").GetBoolean());
            Assert.Equal(1, item.GetProperty("record").GetProperty("row").GetInt64());
            Assert.Equal(audit, item.GetProperty("record").GetProperty("file").GetString());
            Assert.Equal("mallory@contoso.com", item.GetProperty("record").GetProperty("userId").GetString());
            Assert.Equal("SoftDelete", item.GetProperty("record").GetProperty("operation").GetString());
        }

        Assert.Equal("Planned", plan.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("requestId").ValueKind);
        Assert.Equal("Completed", run.GetProperty("status").GetString());
        Assert.True(Guid.TryParse(run.GetProperty("requestId").GetString(), out _));
    }

    [Fact]
    public async Task A_plan_of_nothing_is_a_document_without_items()
    {
        await _desk.StockAsync(1);

        Outcome plan = await _desk.DoAsync("restore", "audit-log", "--subject", "nothing of this kind");

        Assert.Equal(Run, Names(plan.Document));
        Assert.Empty(plan.Items);
    }

    public static TheoryData<string, string[]> Lists => new()
    {
        { "calendar list", ["mailbox", "name", "path", "location", "itemCount", "createdAt"] },
        { "appointment list --mailbox alice@contoso.com", ["start", "end", "subject", "recurrence", "recurrenceId", "uid", "timeZone", "allDay", "location", "categories", "organizer", "attendees", "sensitivity", "showAs", "sequence", "lastModified"] },
        { "backup list", ["backupId", "mailbox", "calendar", "takenAt", "createdBy", "itemCount", "size", "location", "isHeld"] },
        { "backup compare alice@contoso.com/Calendar", ["kind", "start", "end", "subject", "fields", "recurrenceId", "uid"] },
        { "request list", ["requestId", "identity", "name", "kind", "status", "statusDetail", "percentComplete", "sourceMailbox", "targetMailbox", "batchName", "priority", "source", "destination", "conflictResolutionOption", "user", "undoOf", "counts", "queuedAt", "startedAt", "completedAt", "message"] },
        { "audit list", ["sequence", "at", "actor", "operation", "requestId", "target", "itemId", "uid", "subject", "before", "after", "outcome", "durationMs", "detail", "hash"] },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_a_document_of_items(string line, string[] members)
    {
        await _desk.StockAsync(2);
        await _desk.LoseAsync(1);

        Outcome list = await _desk.DoAsync(line.Split(' '));

        Assert.Equal(["items"], Names(list.Document));
        Assert.NotEmpty(list.Items);
        Assert.All(list.Items, item => Assert.Equal(members, Names(item)));
    }

    [Theory]
    [InlineData("calendar list")]
    [InlineData("backup list")]
    [InlineData("request list")]
    public async Task A_list_of_nothing_is_a_document_too(string line) => Assert.Empty((await _desk.DoAsync(line.Split(' '))).Items);

    public static TheoryData<string, string[]> Ones => new()
    {
        { "store status", ["store", "provider", "exists", "version", "latestVersion", "isCurrent", "pending"] },
        { "store upgrade", ["store", "provider", "exists", "version", "latestVersion", "isCurrent", "pending"] },
        { "calendar create --mailbox bob@contoso.com --calendar Work", ["mailbox", "name", "path", "location", "itemCount", "createdAt"] },
        { "calendar export out.ics --mailbox alice@contoso.com", ["path", "format", "itemCount", "size", "findings"] },
        { "calendar import stock.ics --mailbox alice@contoso.com", Run },
        { "calendar remove --mailbox alice@contoso.com", Run },
        { "appointment remove --mailbox alice@contoso.com --subject *", Run },
        { "backup create --mailbox alice@contoso.com", ["backupId", "mailbox", "calendar", "takenAt", "createdBy", "itemCount", "size", "location", "isHeld"] },
        { "backup create --mailbox alice@contoso.com --destination file:out.ics", ["path", "format", "itemCount", "size", "findings"] },
        { "backup create --mailbox alice@contoso.com --destination store:alice@contoso.com/Copy", Run },
        { "backup verify alice@contoso.com/Calendar", ["backupId", "isValid", "itemCount", "damage"] },
        { "backup remove alice@contoso.com/Calendar", ["backupId", "mailbox", "calendar", "takenAt", "createdBy", "itemCount", "size", "location", "isHeld", "removed", "bytesFreed"] },
        { "request show alice\\Import", Run },
        { "request undo alice\\Import", Run },
        { "audit verify", ["isValid", "entries", "firstBroken", "detail"] },
        { "audit export trail.jsonl", ["path", "entryCount", "size"] },
    };

    [Theory]
    [MemberData(nameof(Ones))]
    public async Task Everything_else_is_a_document_of_its_own(string line, string[] members)
    {
        await _desk.StockAsync(2);

        Outcome outcome = await _desk.DoAsync(line.Split(' '));

        Assert.Equal(members, Names(outcome.Document));
    }

    [Fact]
    public async Task Statistics_have_the_names_of_Exchange()
    {
        await _desk.StockAsync(3);

        JsonElement statistics = (await _desk.DoAsync("request", "statistics", @"alice\Import")).Document;

        Assert.Equal("Completed", statistics.GetProperty("status").GetString());
        Assert.Equal(100, statistics.GetProperty("percentComplete").GetInt32());
        Assert.Equal(3, statistics.GetProperty("itemsTransferred").GetInt64());
        Assert.NotEmpty(statistics.GetProperty("report").EnumerateArray());
    }

    [Fact]
    public async Task People_get_no_JSON_and_machines_nothing_but()
    {
        await _desk.StockAsync(2);

        Outcome people = (await _desk.RunPlainAsync("appointment", "list", "--mailbox", Desk.Alice)).Expect(0);
        Assert.Contains("Event 1", people.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("{", people.Output, StringComparison.Ordinal);
        Outcome machines = await _desk.DoAsync("appointment", "list", "--mailbox", Desk.Alice);
        Assert.Equal("", machines.Error);
    }

    private static IEnumerable<string> Names(JsonElement thing) => thing.EnumerateObject().Select(member => member.Name);
}

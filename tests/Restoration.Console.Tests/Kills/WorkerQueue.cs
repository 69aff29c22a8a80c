using System.Diagnostics;
using Restoration.Console.Tests.Support;

namespace Restoration.Console.Tests.Kills;

/// <summary>A store with a full mailbox, and a queue of restores of it into others.</summary>
internal sealed class WorkerQueue(Desk desk, SharedStore store) : IAsyncDisposable
{
    private const int Targets = 3;
    private const string LongAgo = "2000-01-01T00:00:00.0000000Z";

    public SharedStore Store => store;

    /// <summary>Makes the mailboxes and queues the restores, each into a folder of its own.</summary>
    public static async Task<WorkerQueue> CreateAsync(string kind, Desk desk, int requests, int items)
    {
        WorkerQueue queue = new(desk, await SharedStore.CreateAsync(kind, desk));
        await queue.DoAsync("calendar", "import", desk.WriteCalendar("stock.ics", items), "--mailbox", Desk.Alice);
        for (int i = 0; i < Targets; i++)
        {
            await queue.DoAsync("mailbox", "create", Target(i));
        }

        for (int i = 0; i < requests; i++)
        {
            await queue.DoAsync("request", "new", "--source-mailbox", Desk.Alice, "--target-mailbox", Target(i % Targets), "--target-root-folder", $"Run{i}", "--name", $"Run{i}");
        }

        return queue;
    }

    /// <summary>The same queue once more.</summary>
    public async Task<WorkerQueue> CopyAsync() => new(desk, await store.CopyAsync());

    /// <summary>Runs the program on the store, and expects all to be done.</summary>
    public async Task<Outcome> DoAsync(params string[] arguments) => (await ConsoleProgram.EndAsync(Start(arguments))).Expect(0);

    /// <summary>Starts the program on the store.</summary>
    public Process Start(params string[] arguments) => ConsoleProgram.Start(desk.Home, [.. arguments, "--store", store.Address, "--json"]);

    /// <summary>What is in the targets: each folder's items in their order, by content.</summary>
    public Task<List<string>> ReadTargetsAsync() => store.QueryAsync($"""
        SELECT m.address, f.path, c.hash FROM items i JOIN folders f ON f.id = i.folder_id JOIN mailboxes m ON m.id = f.mailbox_id
          JOIN contents c ON c.id = i.content_id WHERE m.address <> '{Desk.Alice}' ORDER BY m.address_key, f.path_key, i.id
        """);

    /// <summary>The requests that are not completed.</summary>
    public Task<List<string>> ReadOpenAsync()
        => store.QueryAsync("SELECT name, status FROM restore_requests WHERE kind = 'MailboxRestore' AND status <> 'Completed'");

    /// <summary>How many requests workers have in hand.</summary>
    public async Task<int> CountLeasedAsync() => (await store.QueryAsync($"SELECT name FROM leases WHERE name LIKE 'request:%' AND expires_at > '{LongAgo}'")).Count;

    /// <summary>Lets the leases run out, those of the living too: they have to notice.</summary>
    public Task ExpireLeasesAsync() => store.QueryAsync($"UPDATE leases SET expires_at = '{LongAgo}'");

    /// <summary>Asserts that the audit trail is whole.</summary>
    public async Task ExpectWholeTrailAsync() => Assert.True((await DoAsync("audit", "verify")).Document.GetProperty("isValid").GetBoolean());

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static string Target(int number) => $"target{number}@contoso.com";
}

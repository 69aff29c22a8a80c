using Restoration.Hosting;

namespace Restoration.Benchmarks;

/// <summary>Where a story is played: its files, and its size.</summary>
internal sealed record Bench(string Folder, int Items)
{
    public const string Mailbox = "alice@contoso.com";

    public string Store => Path.Combine(Folder, "store.db");

    public string Peer => Path.Combine(Folder, "peer.db");

    public string Calendar => Path.Combine(Folder, "calendar.ics");

    public string Records => Path.Combine(Folder, "records.csv");

    public string Messages => Path.Combine(Folder, "messages.mbox");

    public string Half => Path.Combine(Folder, "half.mbox");

    public string Export => Path.Combine(Folder, "export.ics");

    public async Task<long> WithAsync(Func<RestorationSession, Task<long>> work)
    {
        await using RestorationSession session = await RestorationSession.OpenAsync(
            new SessionOptions { Store = Store, User = "benchmark" }, CancellationToken.None);
        return await work(session);
    }
}

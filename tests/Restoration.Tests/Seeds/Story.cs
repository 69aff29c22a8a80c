using Restoration.Contracts.Support;
using Restoration.Hosting;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Tests.Seeds;

/// <summary>A store of its own with the real formats, and what stories of import, loss and restore do over and over.</summary>
internal sealed class Story : IAsyncDisposable
{
    private const string Mailbox = "alice@contoso.com";

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    public FakeClock Clock { get; } = new() { Step = TimeSpan.FromSeconds(1) };

    public RestorationSession Session { get; private set; } = null!;

    public static async Task<Story> BeginAsync()
    {
        Story story = new();
        story.Session = await RestorationSession.OpenAsync(
            new SessionOptions { Store = story.File("store.db"), User = "alice", Clock = story.Clock }, None);
        return story;
    }

    /// <summary>An ICS file of these events, with the line ends that RFC 5545 asks for.</summary>
    public static string Calendar(string events) => $"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Contoso//Test//EN
        {events}
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n");

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public async Task<RestoreRequest> ImportAsync(string path, string calendar = "Calendar", string? timeZone = null)
        => await RunAsync(await Session.Imports.DraftAsync(
            [path], Mailbox, FolderPath.Parse(calendar), ConflictResolutionOption.KeepTargetItem, new RequestOptions { TimeZone = timeZone }, None));

    public async Task<string> ExportAsync(string name, string calendar = "Calendar")
        => (await Session.Exports.WriteAsync(await FolderAsync(calendar), ItemFilter.All, Location.OfFile(File(name)), new ExportOptions(), None)).Path;

    public async Task<Item[]> ItemsAsync(string calendar = "Calendar", ItemFilter? filter = null)
        => await Session.Calendars.ReadAsync(await FolderAsync(calendar), filter ?? ItemFilter.All, None).Select(stored => stored.Item).ToArrayAsync();

    public ValueTask<Folder> FolderAsync(string calendar = "Calendar") => Session.Calendars.GetAsync(Mailbox, FolderPath.Parse(calendar), None);

    public async Task LoseAllAsync() => await RunAsync(await Session.Calendars.DraftRemovalAsync(await FolderAsync(), ItemFilter.All, None));

    public async Task<RestoreRequest> RunAsync(RequestDraft draft)
    {
        RestoreRequest request = await Session.Requests.AddAsync(draft, None);
        await Session.Requests.RunAsync(request, null, null, None).CountAsync();
        return await Session.Requests.GetAsync(request.RequestId.ToString(), None);
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        _folder.Dispose();
    }
}

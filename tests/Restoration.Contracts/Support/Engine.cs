using Restoration.Execution;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Planning;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Sources;
using Restoration.Stores;
using Restoration.Stores.Memory;

namespace Restoration.Contracts.Support;

/// <summary>An engine over a store in memory, with what tests of it do over and over.</summary>
public sealed class Engine : IAsyncDisposable
{
    public const string Mailbox = "alice@contoso.com";

    private static readonly CancellationToken None = CancellationToken.None;

    public Engine(IStore? store = null, int batchSize = 500)
    {
        Workspace = new Workspace
        {
            Store = store ?? new MemoryStore(),
            Codec = new TextCodec(),
            Formats = new FormatCatalog([new TextFormat()]),
            TimeZones = new FixedZones(),
            Clock = new FakeClock(),
            Identifiers = new SequentialIdentifiers(),
            User = "alice",
            BatchSize = batchSize,
        };
        Requests = new RequestService(Workspace);
        Calendars = new CalendarService(Workspace);
    }

    public static Location Calendar { get; } = Location.OfStore(Mailbox, FolderPath.Calendar);

    public Workspace Workspace { get; }

    public RequestService Requests { get; }

    public CalendarService Calendars { get; }

    /// <summary>A restore of entries that are given.</summary>
    public static RequestDraft Draft(ConflictResolutionOption option, params Item[] items) => new()
    {
        Kind = RequestKind.AuditLogRestore,
        Source = Location.OfAudit("test"),
        Destination = Calendar,
        ConflictResolution = option,
        Entries = [.. items.Select((item, i) => new SourceItem { Ordinal = i + 1, Item = item, Origin = Calendar })],
    };

    public async Task<PlannedAction[]> PlanAsync(RequestDraft draft) => await Requests.PlanAsync(draft, null, None).ToArrayAsync();

    public async Task<(RestoreRequest Request, RestoreResult[] Results)> RunAsync(RequestDraft draft)
    {
        RestoreRequest request = await Requests.AddAsync(draft, None);
        RestoreResult[] results = await Requests.RunAsync(request, null, null, None).ToArrayAsync();
        return (await Requests.GetAsync(request.RequestId.ToString(), None), results);
    }

    public Task<(RestoreRequest Request, RestoreResult[] Results)> RestoreAsync(ConflictResolutionOption option, params Item[] items)
        => RunAsync(Draft(option, items));

    public async Task<(RestoreRequest Request, RestoreResult[] Results)> UndoAsync(RestoreRequest request, bool force = false)
        => await RunAsync(RequestService.DraftUndo(request, force));

    public async Task<RequestDraft> DraftRemovalAsync(ItemFilter filter)
        => await Calendars.DraftRemovalAsync(await Calendars.GetAsync(Mailbox, FolderPath.Calendar, None), filter, None);

    /// <summary>Does something over a store that is dead for this process after so many calls to it; what was durable then stays.</summary>
    public async Task DieAfterAsync(int calls, Func<RequestService, Task> work)
    {
        try
        {
            await work(new RequestService(Workspace with { Store = DyingStore.Over(Workspace.Store, calls) }));
        }
        catch (ProcessDiedException)
        {
            // Nobody is left to hear of it.
        }
    }

    /// <summary>A restore of what the store's own audit trail says was lost.</summary>
    public async Task<Restoration.Losses.AuditLogDraft> DraftOwnAsync()
        => await new Restoration.Losses.AuditLogRestore(Workspace, new NoAuditRecords()).DraftAsync(new Restoration.Losses.AuditLogRestoreOptions(), null, None);

    /// <summary>Puts items into the calendar as they are, without any request.</summary>
    public async Task FillAsync(params Item[] items) => await Workspace.WriteAsync(
        async transaction =>
        {
            Mailbox mailbox = await MailboxDirectory.FindMailboxAsync(transaction, Mailbox, None)
                ?? await transaction.Folders.AddMailboxAsync(Mailbox, Workspace.Identifiers.NewId(), default, None);
            Folder folder = await MailboxDirectory.FindFolderAsync(transaction, mailbox, FolderPath.Calendar, None)
                ?? await transaction.Folders.AddAsync(mailbox, FolderPath.Calendar, FolderKind.Calendar, default, None);
            foreach (Item item in items)
            {
                await transaction.Items.AddAsync(folder.Id, item, null, None);
            }

            return true;
        },
        None);

    /// <summary>What the calendar holds: number and content of each item; empty if there is no calendar.</summary>
    public async Task<(long Id, ContentHash Content)[]> ReadAsync(string mailbox = Mailbox) => await Workspace.ReadAsync(
        async transaction =>
        {
            Mailbox? owner = await MailboxDirectory.FindMailboxAsync(transaction, mailbox, None);
            Folder? folder = owner is null ? null : await MailboxDirectory.FindFolderAsync(transaction, owner, FolderPath.Calendar, None);
            return folder is null
                ? []
                : (await transaction.Items.ReadAsync(folder.Id, 0, int.MaxValue, None)).Select(item => (item.Id, item.Item.ContentHash)).ToArray();
        },
        None);

    public async Task<Item[]> ReadItemsAsync() => await Workspace.ReadAsync(
        async transaction =>
        {
            Folder folder = await MailboxDirectory.GetFolderAsync(transaction, Mailbox, FolderPath.Calendar, None);
            return (await transaction.Items.ReadAsync(folder.Id, 0, int.MaxValue, None)).Select(item => item.Item).ToArray();
        },
        None);

    public ValueTask DisposeAsync() => Workspace.Store.DisposeAsync();
}

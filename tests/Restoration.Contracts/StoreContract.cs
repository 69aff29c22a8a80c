using Restoration.Auditing;
using Restoration.Backups;
using Restoration.Contracts.Support;
using Restoration.Execution;
using Restoration.Items;
using Restoration.Mailboxes;
using Restoration.Policies;
using Restoration.Requests;
using Restoration.Stores;

namespace Restoration.Contracts;

/// <summary>What every store must do. Each test gets a store of its own.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private readonly SequentialIdentifiers _ids = new();

    protected IStore Store { get; private set; } = null!;

    protected abstract ValueTask<IStore> CreateAsync();

    public async Task InitializeAsync() => Store = await CreateAsync();

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    [Fact]
    public async Task What_is_not_committed_has_not_happened()
    {
        await using (IStoreTransaction transaction = await Store.BeginWriteAsync(None))
        {
            await transaction.Folders.AddMailboxAsync("alice@contoso.com", _ids.NewId(), Now, None);
        }

        await using IStoreTransaction after = await Store.BeginReadAsync(None);
        Assert.Empty(await after.Folders.FindMailboxesAsync(null, None));
    }

    [Fact]
    public async Task Reverting_takes_back_what_came_after_the_mark_and_nothing_else()
    {
        Folder folder = await AddFolderAsync();
        await using (IStoreTransaction transaction = await Store.BeginWriteAsync(None))
        {
            await transaction.Items.AddAsync(folder.Id, Some.Appointment(1), null, None);
            await transaction.MarkAsync(None);
            await transaction.Items.AddAsync(folder.Id, Some.Appointment(2), null, None);
            await transaction.RevertAsync(None);
            await transaction.MarkAsync(None);
            await transaction.Items.AddAsync(folder.Id, Some.Appointment(3), null, None);
            await transaction.CommitAsync(None);
        }

        Assert.Equal(["Appointment 1", "Appointment 3"], (await ReadAsync(folder)).Select(item => item.Item.Subject));
    }

    [Fact]
    public async Task Writers_wait_for_each_other_and_lose_nothing()
    {
        Folder folder = await AddFolderAsync();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await WriteAsync(async transaction => await transaction.Items.AddAsync(folder.Id, Some.Appointment((writer * 100) + i), null, None));
            }
        })));

        Assert.Equal(80, (await ReadAsync(folder, 100)).Select(item => item.Item.Key.Uid).Distinct().Count());
    }

    protected async Task WriteAsync(Func<IStoreTransaction, ValueTask> work)
    {
        await using IStoreTransaction transaction = await Store.BeginWriteAsync(None);
        await work(transaction);
        await transaction.CommitAsync(None);
    }

    private static async Task<string[]> OperationsAsync(IStoreTransaction transaction, AuditFilter filter)
        => [.. (await transaction.Audit.ReadAsync(filter, 0, 10, None)).Select(entry => entry.Operation)];

    private static AuditEntry NewEntry(string operation) => new()
    {
        At = Now,
        Actor = "alice",
        Operation = operation,
        Target = "store:a/b",
        Subject = "Subject",
        Before = Some.Appointment(1).ContentHash,
        Outcome = AuditOutcome.Succeeded,
        Duration = TimeSpan.FromMilliseconds(12),
        Detail = "Detail",
    };

    private static JournalEntry Entry(RestoreRequest request, long ordinal, ItemAction action) => new()
    {
        RequestId = request.RequestId,
        Ordinal = ordinal,
        Action = action,
        Reason = ActionReason.Missing,
        TargetId = ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Subject = "Subject",
        At = Now,
    };

    private RestoreRequest NewRequest() => new()
    {
        RequestId = _ids.NewId(),
        Name = "AppointmentRestore",
        Kind = RequestKind.BackupRestore,
        Source = "backup:x",
        Destination = "store:a/b",
        User = "alice",
        QueuedAt = Now,
        UpdatedAt = Now,
    };

    private Task<Folder> AddFolderAsync(params Item[] items) => AddFolderAsync("alice@contoso.com", items);

    private async Task<Folder> AddFolderAsync(string mailbox, params Item[] items)
    {
        Folder folder = null!;
        await WriteAsync(async transaction =>
        {
            Mailbox owner = await transaction.Folders.AddMailboxAsync(mailbox, _ids.NewId(), Now, None);
            folder = await transaction.Folders.AddAsync(owner, FolderPath.Calendar, FolderKind.Calendar, Now, None);
            foreach (Item item in items)
            {
                await transaction.Items.AddAsync(folder.Id, item, null, None);
            }
        });
        return folder;
    }

    private async Task<Backup> BackupAsync(Folder folder, DateTimeOffset? at = null)
    {
        Backup backup = null!;
        await WriteAsync(async transaction => backup = await transaction.Backups.AddAsync(folder, _ids.NewId(), at ?? Now, "alice", None));
        return backup;
    }

    private async Task<IReadOnlyList<StoredItem>> ReadAsync(Folder folder, int limit = 10)
    {
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        return await transaction.Items.ReadAsync(folder.Id, 0, limit, None);
    }

    private async Task<IReadOnlyList<JournalEntry>> ReadJournalAsync(RestoreRequest request)
    {
        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        return await transaction.Journal.ReadAsync(request.RequestId, 0, 10, None);
    }
}

using Restoration.Items;

namespace Restoration.Stores.Memory;

/// <summary>A transaction on a value of its own.</summary>
internal sealed class MemoryTransaction : IStoreTransaction
{
    private readonly Action<MemoryState>? _commit;
    private Action? _release;
    private MemoryState _mark;

    public MemoryTransaction(MemoryState state, Action<MemoryState>? commit, Action? release)
    {
        State = state;
        _mark = state;
        _commit = commit;
        _release = release;
        Contents = new MemoryContents(this);
        Folders = new MemoryFolders(this);
        Items = new MemoryItems(this);
        Backups = new MemoryBackups(this);
        BackupPlans = new MemoryBackupPlans(this);
        Leases = new MemoryLeases(this);
        Requests = new MemoryRequests(this);
        Journal = new MemoryJournal(this);
        Audit = new MemoryAudit(this);
        Users = new MemoryUsers(this);
        Configurations = new MemoryConfigurations(this);
    }

    /// <summary>The state as this transaction sees it.</summary>
    public MemoryState State { get; set; }

    public IContents Contents { get; }

    public IFolderStore Folders { get; }

    public IItemStore Items { get; }

    public IBackupStore Backups { get; }

    public IBackupPlanStore BackupPlans { get; }

    public ILeaseStore Leases { get; }

    public IRequestStore Requests { get; }

    public IJournalStore Journal { get; }

    public IAuditStore Audit { get; }

    public IUserStore Users { get; }

    public IConfigurationStore Configurations { get; }

    public ValueTask CommitAsync(CancellationToken cancellation)
    {
        (_commit ?? throw new InvalidOperationException("This transaction only reads."))(State);
        return DisposeAsync();
    }

    public ValueTask MarkAsync(CancellationToken cancellation)
    {
        _mark = State;
        return ValueTask.CompletedTask;
    }

    public ValueTask ReleaseAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask RevertAsync(CancellationToken cancellation)
    {
        State = _mark;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref _release, null)?.Invoke();
        return ValueTask.CompletedTask;
    }
}

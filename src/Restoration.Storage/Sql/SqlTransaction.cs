using Restoration.Failures;
using Restoration.Items;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>A transaction on a session that it gives back at its end.</summary>
internal sealed class SqlTransaction : IStoreTransaction
{
    private readonly SqlSession _session;
    private readonly Func<SqlSession, ValueTask> _giveBack;
    private bool _open = true;

    public SqlTransaction(SqlSession session, Func<SqlSession, ValueTask> giveBack)
    {
        _session = session;
        _giveBack = giveBack;
        SqlContents contents = new(session);
        Contents = contents;
        Folders = new SqlFolders(session);
        Items = new SqlItems(session, contents);
        Backups = new SqlBackups(session);
        BackupPlans = new SqlBackupPlans(session);
        Leases = new SqlLeases(session);
        Requests = new SqlRequests(session, contents);
        Journal = new SqlJournal(session);
        Audit = new SqlAudit(session);
        Users = new SqlUsers(session);
        Configurations = new SqlConfigurations(session);
    }

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

    public async ValueTask CommitAsync(CancellationToken cancellation)
    {
        await _session.ExecuteAsync("COMMIT", cancellation).ConfigureAwait(false);
        _open = false;
    }

    public async ValueTask MarkAsync(CancellationToken cancellation)
        => await _session.ExecuteAsync("SAVEPOINT item", cancellation).ConfigureAwait(false);

    public async ValueTask ReleaseAsync(CancellationToken cancellation)
        => await _session.ExecuteAsync("RELEASE SAVEPOINT item", cancellation).ConfigureAwait(false);

    public async ValueTask RevertAsync(CancellationToken cancellation)
    {
        await _session.ExecuteAsync("ROLLBACK TO SAVEPOINT item", cancellation).ConfigureAwait(false);
        await ReleaseAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_open && _session.IsInTransaction)
            {
                _open = false;
                await _session.ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (RestorationException) when (!_session.IsOpen)
        {
            // With the connection the transaction is gone, which is all that was asked for.
        }
        finally
        {
            await _giveBack(_session).ConfigureAwait(false);
        }
    }
}

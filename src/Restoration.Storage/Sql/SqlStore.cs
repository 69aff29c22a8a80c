using System.Collections.Concurrent;
using Restoration.Failures;
using Restoration.Stores;

namespace Restoration.Storage.Sql;

/// <summary>A store in an SQL database. Sessions are kept and used again, with their prepared statements.</summary>
internal sealed class SqlStore(string name, SqlDialect dialect, Func<CancellationToken, ValueTask<SqlSession>> connect) : IStore
{
    private readonly ConcurrentBag<SqlSession> _idle = [];
    private readonly SemaphoreSlim _writer = new(1, 1);

    public string Name => name;

    public ValueTask<IStoreTransaction> BeginReadAsync(CancellationToken cancellation)
        => BeginAsync(dialect.BeginRead, GiveBack, cancellation);

    public async ValueTask<IStoreTransaction> BeginWriteAsync(CancellationToken cancellation)
    {
        // Waiting for each other in the process is cheaper than polling the database's lock.
        await _writer.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await BeginAsync(dialect.BeginWrite, GiveBackWriter, cancellation).ConfigureAwait(false);
        }
        catch
        {
            _writer.Release();
            throw;
        }
    }

    public ValueTask<IStoreTransaction> BeginLeasedWriteAsync(CancellationToken cancellation)
        => dialect.BeginLeasedWrite is { } begin ? BeginAsync(begin, GiveBack, cancellation) : BeginWriteAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out SqlSession? session))
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }

        _writer.Dispose();
    }

    private async ValueTask<IStoreTransaction> BeginAsync(string begin, Func<SqlSession, ValueTask> giveBack, CancellationToken cancellation)
    {
        while (true)
        {
            bool isKept = _idle.TryTake(out SqlSession? session);
            session ??= await connect(cancellation).ConfigureAwait(false);
            try
            {
                await session.ExecuteAsync(begin, cancellation).ConfigureAwait(false);
                return new SqlTransaction(session, giveBack);
            }
            catch (RestorationException) when (isKept && !session.IsOpen)
            {
                // A server that was restarted in between has forgotten it; nothing was lost with it.
                await session.DisposeAsync().ConfigureAwait(false);
            }
            catch
            {
                await session.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private ValueTask GiveBack(SqlSession session)
    {
        if (!session.IsOpen)
        {
            return session.DisposeAsync();
        }

        _idle.Add(session);
        return ValueTask.CompletedTask;
    }

    private ValueTask GiveBackWriter(SqlSession session)
    {
        _writer.Release();
        return GiveBack(session);
    }
}

namespace Restoration.Stores.Memory;

/// <summary>A store that lives in memory: for tests and for work whose traces are to vanish with the process.</summary>
public sealed class MemoryStore : IStore
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private MemoryState _state = new();

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public ValueTask<IStoreTransaction> BeginReadAsync(CancellationToken cancellation)
        => ValueTask.FromResult<IStoreTransaction>(new MemoryTransaction(Volatile.Read(ref _state), null, null));

    /// <inheritdoc/>
    public async ValueTask<IStoreTransaction> BeginWriteAsync(CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation).ConfigureAwait(false);
        return new MemoryTransaction(Volatile.Read(ref _state), state => Volatile.Write(ref _state, state), () => _writer.Release());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }
}

using Restoration.Contracts;
using Restoration.Stores;
using Restoration.Stores.Memory;

namespace Restoration.Tests.Requests.Queue;

public sealed class MemoryWorkerTests : WorkerContract
{
    private readonly MemoryStore _store = new();

    protected override ValueTask<IStore> OpenAsync() => ValueTask.FromResult<IStore>(_store);
}

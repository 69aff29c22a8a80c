using Restoration.Contracts;
using Restoration.Stores;
using Restoration.Stores.Memory;

namespace Restoration.Tests.Execution;

public sealed class MemoryEnginePropertyTests : EnginePropertyContract
{
    protected override int Examples => 50;

    protected override ValueTask<IStore> CreateAsync() => ValueTask.FromResult<IStore>(new MemoryStore());
}

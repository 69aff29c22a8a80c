using Restoration.Contracts;
using Restoration.Stores;
using Restoration.Stores.Memory;

namespace Restoration.Tests.Execution;

public sealed class MemoryConflictTableTests : ConflictTableContract
{
    protected override ValueTask<IStore> CreateAsync() => ValueTask.FromResult<IStore>(new MemoryStore());
}

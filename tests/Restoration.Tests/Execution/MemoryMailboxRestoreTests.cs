using Restoration.Contracts;
using Restoration.Stores;
using Restoration.Stores.Memory;

namespace Restoration.Tests.Execution;

public sealed class MemoryMailboxRestoreTests : MailboxRestoreContract
{
    protected override ValueTask<IStore> CreateAsync() => ValueTask.FromResult<IStore>(new MemoryStore());
}

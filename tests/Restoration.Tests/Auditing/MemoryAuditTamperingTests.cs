using Restoration.Auditing;
using Restoration.Contracts;
using Restoration.Stores;
using Restoration.Stores.Memory;

namespace Restoration.Tests.Auditing;

public sealed class MemoryAuditTamperingTests : AuditTamperingContract
{
    protected override ValueTask<IStore> CreateAsync() => ValueTask.FromResult<IStore>(new MemoryStore());

    protected override async Task TamperAsync(IReadOnlyList<AuditEntry> trail)
    {
        await using IStoreTransaction transaction = await Store.BeginWriteAsync(CancellationToken.None);
        MemoryTransaction memory = (MemoryTransaction)transaction;
        memory.State = memory.State with { Audit = [.. trail] };
        await transaction.CommitAsync(CancellationToken.None);
    }
}

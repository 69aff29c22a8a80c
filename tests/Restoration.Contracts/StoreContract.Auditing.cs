using Restoration.Auditing;
using Restoration.Items;
using Restoration.Stores;

namespace Restoration.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task The_audit_trail_is_a_chain()
    {
        AuditEntry[] entries = [.. Enumerable.Range(1, 5).Select(i => NewEntry($"Operation{i}"))];
        await WriteAsync(transaction => transaction.Audit.AppendAsync(entries[..2], None));
        await WriteAsync(transaction => transaction.Audit.AppendAsync(entries[2..], None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        IReadOnlyList<AuditEntry> read = await transaction.Audit.ReadAsync(AuditFilter.All, 0, 10, None);
        Assert.Equal([1L, 2L, 3L, 4L, 5L], read.Select(entry => entry.Sequence));
        ContentHash previous = default;
        foreach (AuditEntry entry in read)
        {
            Assert.Equal(AuditChain.Compute(entry, previous), entry.Hash);
            previous = entry.Hash;
        }

        Assert.Equal(new AuditHead(5, previous), await transaction.Audit.GetHeadAsync(None));
    }

    [Fact]
    public async Task The_audit_trail_is_read_by_time_run_operation_and_actor()
    {
        Guid run = _ids.NewId();
        await WriteAsync(transaction => transaction.Audit.AppendAsync(
            [
                NewEntry("Backup") with { At = Now },
                NewEntry("ItemCreate") with { At = Now.AddHours(1), RequestId = run, Actor = "bob" },
                NewEntry("ItemDelete") with { At = Now.AddHours(2), RequestId = run },
            ],
            None));

        await using IStoreTransaction transaction = await Store.BeginReadAsync(None);
        Assert.Equal(["ItemCreate", "ItemDelete"], await OperationsAsync(transaction, new AuditFilter { RequestId = run }));
        Assert.Equal(["ItemDelete"], await OperationsAsync(transaction, new AuditFilter { After = Now.AddHours(2) }));
        Assert.Equal(["Backup"], await OperationsAsync(transaction, new AuditFilter { Before = Now.AddHours(1) }));
        Assert.Equal(["ItemCreate", "ItemDelete"], await OperationsAsync(transaction, new AuditFilter { Operations = ["item*"] }));
        Assert.Equal(["ItemCreate"], await OperationsAsync(transaction, new AuditFilter { Actors = ["BOB"] }));
    }
}

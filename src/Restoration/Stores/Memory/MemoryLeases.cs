namespace Restoration.Stores.Memory;

internal sealed class MemoryLeases(MemoryTransaction transaction) : ILeaseStore
{
    private MemoryState State
    {
        get => transaction.State;
        set => transaction.State = value;
    }

    public ValueTask<Lease> TakeAsync(string name, string holder, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        if (!State.Leases.TryGetValue(name, out Lease? lease) || lease.Holder == holder || lease.ExpiresAt <= now)
        {
            lease = new Lease(name, holder, expiresAt);
            State = State with { Leases = State.Leases.SetItem(name, lease) };
        }

        return ValueTask.FromResult(lease);
    }

    public ValueTask ReleaseAsync(string name, string holder, CancellationToken cancellation)
    {
        if (State.Leases.TryGetValue(name, out Lease? lease) && lease.Holder == holder)
        {
            State = State with { Leases = State.Leases.Remove(name) };
        }

        return ValueTask.CompletedTask;
    }
}

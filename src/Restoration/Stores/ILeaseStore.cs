namespace Restoration.Stores;

/// <summary>Leases: who may do something that only one may do at a time, and until when without another word.</summary>
public interface ILeaseStore
{
    /// <summary>Takes or renews a lease, unless another holder has it and it has not run out.</summary>
    /// <param name="name">What is leased.</param>
    /// <param name="holder">Who wants it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="expiresAt">When it runs out unless it is renewed.</param>
    /// <param name="cancellation">Stops before the change.</param>
    /// <returns>The lease as it is now: <paramref name="holder"/>'s own, or that of whoever has it.</returns>
    ValueTask<Lease> TakeAsync(string name, string holder, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation);

    /// <summary>Gives a lease back, if this holder has it.</summary>
    ValueTask ReleaseAsync(string name, string holder, CancellationToken cancellation);
}

/// <summary>A lease.</summary>
/// <param name="Name">What is leased.</param>
/// <param name="Holder">Who has it.</param>
/// <param name="ExpiresAt">When it runs out.</param>
public sealed record Lease(string Name, string Holder, DateTimeOffset ExpiresAt);

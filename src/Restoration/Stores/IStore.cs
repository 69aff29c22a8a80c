using Restoration.Failures;

namespace Restoration.Stores;

/// <summary>The database that holds everything of ours. Every read and write happens in a transaction.</summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The store's name for people: its path or address, without secrets.</summary>
    string Name { get; }

    /// <summary>Begins a transaction that only reads: it sees the store as it is at its first read.</summary>
    ValueTask<IStoreTransaction> BeginReadAsync(CancellationToken cancellation);

    /// <summary>Begins a transaction that may write anything. It is alone in the store; others wait.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.StoreLocked"/>: another process holds the store for too long.</exception>
    ValueTask<IStoreTransaction> BeginWriteAsync(CancellationToken cancellation);

    /// <summary>
    /// Begins a transaction that writes only what its writer has a lease on: the lease itself, the request, the items and folders of
    /// the target mailbox, with their contents, and at its end the audit trail. It renews its leases first. Such transactions go on
    /// beside each other where the database can do that, but never beside one of <see cref="BeginWriteAsync"/>.
    /// </summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.StoreLocked"/>: another process holds the store for too long.</exception>
    ValueTask<IStoreTransaction> BeginLeasedWriteAsync(CancellationToken cancellation) => BeginWriteAsync(cancellation);
}

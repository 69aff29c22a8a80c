using System.Reflection;
using Restoration.Failures;
using Restoration.Stores;

namespace Restoration.Contracts.Support;

/// <summary>A store whose answer to one commit is lost: what was committed is there, and nobody has said so.</summary>
public sealed class LossyStore(IStore store, int lostCommit) : IStore
{
    private int _commits;

    public string Name => store.Name;

    public ValueTask<IStoreTransaction> BeginReadAsync(CancellationToken cancellation) => store.BeginReadAsync(cancellation);

    public async ValueTask<IStoreTransaction> BeginWriteAsync(CancellationToken cancellation)
        => Transaction.Wrap(await store.BeginWriteAsync(cancellation), () => Interlocked.Increment(ref _commits) == lostCommit);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <summary>A transaction like the one behind it, but for the answer to its commit.</summary>
    public class Transaction : DispatchProxy
    {
        private IStoreTransaction _inner = null!;
        private Func<bool> _loses = null!;

        public static IStoreTransaction Wrap(IStoreTransaction inner, Func<bool> loses)
        {
            IStoreTransaction proxy = Create<IStoreTransaction, Transaction>();
            ((Transaction)proxy)._inner = inner;
            ((Transaction)proxy)._loses = loses;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IStoreTransaction.CommitAsync)
            ? CommitAsync((CancellationToken)args![0]!)
            : targetMethod.Invoke(_inner, args);

        private async ValueTask CommitAsync(CancellationToken cancellation)
        {
            await _inner.CommitAsync(cancellation);
            if (_loses())
            {
                throw new RestorationException(FailureCode.StoreUnavailable, "The connection was lost.");
            }
        }
    }
}

using System.Reflection;
using Restoration.Stores;

namespace Restoration.Contracts.Support;

/// <summary>
/// A store whose process dies after a number of calls, just before or just after the last of them took effect. From then on
/// nothing reaches the store any more but the end of transactions, which are rolled back as the operating system would see to it.
/// </summary>
public class DyingStore : DispatchProxy
{
    private object _inner = null!;
    private Life _life = null!;

    /// <summary>The store over another one.</summary>
    public static IStore Over(IStore store, int calls) => (IStore)Wrap(typeof(IStore), store, new Life(calls));

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        if (targetMethod.Name is nameof(IAsyncDisposable.DisposeAsync) or "get_Name")
        {
            return _inner is IStore && targetMethod.Name != "get_Name" ? ValueTask.CompletedTask : Call(targetMethod, args);
        }

        if (targetMethod.IsSpecialName)
        {
            return Wrap(targetMethod.ReturnType, Call(targetMethod, args)!, _life);
        }

        bool dies = _life.Spend();
        object? result = dies && _life.DiesBefore ? throw new ProcessDiedException() : Call(targetMethod, args);
        return targetMethod.ReturnType == typeof(ValueTask<IStoreTransaction>)
            ? BeginAsync((ValueTask<IStoreTransaction>)result!, dies)
            : dies ? DieAfter(result!) : result;
    }

    private static object Wrap(Type type, object inner, Life life)
    {
        object proxy = Create(type, typeof(DyingStore));
        ((DyingStore)proxy)._inner = inner;
        ((DyingStore)proxy)._life = life;
        return proxy;
    }

    private static object DieAfter(object result)
    {
        // Everything in a store is a ValueTask, and those of tests are done when something else could see it.
        Task done = result is ValueTask plain ? plain.AsTask() : (Task)result.GetType().GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(result, null)!;
        done.GetAwaiter().GetResult();
        throw new ProcessDiedException();
    }

    private async ValueTask<IStoreTransaction> BeginAsync(ValueTask<IStoreTransaction> begun, bool dies)
    {
        IStoreTransaction transaction = await begun;
        if (dies)
        {
            await transaction.DisposeAsync();
            throw new ProcessDiedException();
        }

        return (IStoreTransaction)Wrap(typeof(IStoreTransaction), transaction, _life);
    }

    private object? Call(MethodInfo method, object?[]? args)
    {
        try
        {
            return method.Invoke(_inner, args);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } cause)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    private sealed class Life(int calls)
    {
        private readonly bool _before = calls % 2 == 0;
        private int _left = calls;

        public bool DiesBefore => _before || _left < 0;

        /// <summary>Takes one call off; whether it was the last, or there was none left.</summary>
        public bool Spend() => Interlocked.Decrement(ref _left) <= 0;
    }
}

/// <summary>The process that worked on a store is no more.</summary>
public sealed class ProcessDiedException : Exception;

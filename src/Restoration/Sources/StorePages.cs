using System.Runtime.CompilerServices;
using Restoration.Stores;

namespace Restoration.Sources;

/// <summary>Reads a long list of the store a page at a time, each in a transaction of its own, so that no writer waits for it.</summary>
internal static class StorePages
{
    private const int Size = 500;

    public static async IAsyncEnumerable<T> ReadAsync<T>(
        IStore store,
        Func<IStoreTransaction, long, int, CancellationToken, ValueTask<IReadOnlyList<T>>> read,
        Func<T, long> position,
        [EnumeratorCancellation] CancellationToken cancellation,
        long start = 0)
    {
        long after = start;
        while (true)
        {
            IReadOnlyList<T> page;
            IStoreTransaction transaction = await store.BeginReadAsync(cancellation).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                page = await read(transaction, after, Size, cancellation).ConfigureAwait(false);
            }

            foreach (T element in page)
            {
                yield return element;
            }

            if (page.Count < Size)
            {
                yield break;
            }

            after = position(page[^1]);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Restoration.Execution;

/// <summary>Reads a sequence one element ahead, beside whoever works on the element before.</summary>
internal static class Prefetch
{
    public static async IAsyncEnumerable<T> Ahead<T>(IAsyncEnumerable<T> sequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenSource abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Channel<T> channel = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
        Task reading = Task.Run(() => PumpAsync(sequence, channel.Writer, abandoned.Token), CancellationToken.None);
        try
        {
            await foreach (T element in channel.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return element;
            }
        }
        finally
        {
            await abandoned.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    // Whatever ends the reading ends the channel, and so reaches the reader of it.
    private static async Task PumpAsync<T>(IAsyncEnumerable<T> sequence, ChannelWriter<T> writer, CancellationToken cancellation)
    {
        try
        {
            await foreach (T element in sequence.WithCancellation(cancellation).ConfigureAwait(false))
            {
                await writer.WriteAsync(element, cancellation).ConfigureAwait(false);
            }

            writer.Complete();
        }
        catch (Exception failure)
        {
            writer.Complete(failure);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Restoration.Sources;

/// <summary>
/// Reads a file on another thread than that of whoever takes its items, so that what comes next is read while the last is written.
/// Everything comes in the order of the file.
/// </summary>
/// <param name="reader">Reads the file. It is disposed of with this.</param>
public sealed class ReadAheadReader(IItemReader reader) : IItemReader
{
    /// <summary>The most items that are read and not yet taken: one batch is being taken, one waits, and one is being read.</summary>
    public const int MostAhead = 3 * BatchItems;

    private const int BatchItems = 128;

    // A few large items are a batch of their own, or they would fill the memory.
    private const long BatchBytes = 256 << 10;

    private sealed record Batch(List<ReadItem> Items, CalendarInfo Info);

    /// <inheritdoc/>
    public CalendarInfo Info { get; private set; } = new();

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Channel<Batch> batches = Channel.CreateBounded<Batch>(new BoundedChannelOptions(capacity: 1) { SingleReader = true, SingleWriter = true });
        Task reading = Task.Run(() => ReadAllAsync(batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (Batch batch in batches.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                Info = batch.Info;
                foreach (ReadItem item in batch.Items)
                {
                    yield return item;
                }
            }

            // Why the file cannot be read any further, if it cannot.
            await reading.ConfigureAwait(false);
            Info = reader.Info;
        }
        finally
        {
            // Nobody may touch the stream behind the back of its owner.
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private async Task ReadAllAsync(ChannelWriter<Batch> batches, CancellationToken cancellation)
    {
        try
        {
            await FillAsync(batches, cancellation).ConfigureAwait(false);
        }
        finally
        {
            batches.Complete();
        }
    }

    private async Task FillAsync(ChannelWriter<Batch> batches, CancellationToken cancellation)
    {
        List<ReadItem> items = [];
        long size = 0;
        try
        {
            await foreach (ReadItem item in reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                items.Add(item);
                size += item.Item?.Size ?? 0;
                if (items.Count == BatchItems || size >= BatchBytes)
                {
                    await batches.WriteAsync(new Batch(items, reader.Info), cancellation).ConfigureAwait(false);
                    items = [];
                    size = 0;
                }
            }
        }
        finally
        {
            // What stands before a failure comes before it.
            if (items.Count > 0)
            {
                await batches.WriteAsync(new Batch(items, reader.Info), cancellation).ConfigureAwait(false);
            }
        }
    }
}

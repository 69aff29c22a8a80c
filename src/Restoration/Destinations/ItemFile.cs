using System.IO.Compression;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Destinations;

/// <summary>Writes items to a file in one go.</summary>
internal static class ItemFile
{
    /// <summary>Writes all items.</summary>
    /// <param name="items">The items, with their content.</param>
    /// <param name="file">Where to.</param>
    /// <param name="path">The name that the file will have; <c>.gz</c> at the end compresses it.</param>
    /// <param name="format">The format.</param>
    /// <param name="info">What the file says of the calendar.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>How many items were written.</returns>
    public static async ValueTask<long> WriteAsync(
        IAsyncEnumerable<Item> items, AtomicFile file, string path, IItemFormat format, CalendarInfo info, WriteOptions options, CancellationToken cancellation)
    {
        long count = 0;
        await AtomicFile.Guard(path, async () =>
        {
            bool compressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            Stream stream = compressed ? new GZipStream(file.Stream, CompressionLevel.Optimal, leaveOpen: true) : file.Stream;
            IItemWriter writer = format.OpenWriter(stream, info, options);
            await using (writer.ConfigureAwait(false))
            {
                await foreach (Item item in items.WithCancellation(cancellation).ConfigureAwait(false))
                {
                    await writer.WriteAsync(item, cancellation).ConfigureAwait(false);
                    count++;
                }

                await writer.CompleteAsync(cancellation).ConfigureAwait(false);
            }

            if (compressed)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return count;
    }
}

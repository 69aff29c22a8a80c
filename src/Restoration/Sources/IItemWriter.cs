using Restoration.Items;

namespace Restoration.Sources;

/// <summary>Writes items to one file, in the order they are given.</summary>
public interface IItemWriter : IAsyncDisposable
{
    /// <summary>Adds an item whose content is loaded.</summary>
    ValueTask WriteAsync(Item item, CancellationToken cancellation);

    /// <summary>Ends the file and flushes it to the stream. Without this call the file is not whole.</summary>
    ValueTask CompleteAsync(CancellationToken cancellation);
}

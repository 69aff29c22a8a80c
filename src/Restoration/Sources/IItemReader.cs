using Restoration.Failures;
using Restoration.Items;

namespace Restoration.Sources;

/// <summary>Reads the items of one file, one after the other, in the order of the file.</summary>
public interface IItemReader : IAsyncDisposable
{
    /// <summary>What the file says of itself: what stands before the first item is known when that is read, all at the end.</summary>
    CalendarInfo Info { get; }

    /// <summary>Reads the file once. A broken item costs that item only and comes as a finding of severity Error.</summary>
    /// <exception cref="RestorationException">The file as a whole cannot be read.</exception>
    IAsyncEnumerable<ReadItem> ReadAsync(CancellationToken cancellation);
}

/// <summary>Either an item or something to say about the file.</summary>
/// <param name="Item">The item, with its content.</param>
/// <param name="Finding">The finding.</param>
public readonly record struct ReadItem(Item? Item, Finding? Finding)
{
    /// <summary>The line that the item begins on, or the number of its row, counted from 1.</summary>
    public long Line { get; init; }
}

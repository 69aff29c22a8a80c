using Restoration.Items;

namespace Restoration.Losses;

/// <summary>An item that was found: all that is needed of one in the store is its address; one in a file has to be kept itself.</summary>
/// <param name="Address">Its content hash.</param>
/// <param name="Item">The item; null if the store has it.</param>
internal readonly record struct KeptItem(ContentHash Address, Item? Item)
{
    /// <summary>An item that is nowhere else.</summary>
    public KeptItem(Item item)
        : this(item.ContentHash, item)
    {
    }
}

using Restoration.Items;
using Restoration.Policies;

namespace Restoration.Destinations;

/// <summary>An item that a destination has.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Item">The item; its content need not be loaded.</param>
public sealed record ExistingItem(string Id, Item Item);

/// <summary>What a destination has that fits an item of the source.</summary>
/// <param name="Rung">By what they fit.</param>
/// <param name="Items">All that fit; empty if none does.</param>
public readonly record struct Match(MatchRung Rung, IReadOnlyList<ExistingItem> Items)
{
    /// <summary>No item fits.</summary>
    public static Match None { get; } = new(MatchRung.NaturalKey, []);
}

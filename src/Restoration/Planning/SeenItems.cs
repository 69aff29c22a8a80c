using Restoration.Items;

namespace Restoration.Planning;

/// <summary>
/// What stands in the destination, as far as this run has decided it: so that an item which the source has twice is seen,
/// in a plan as in a run. Grows by one digest and one version an item and by nothing else.
/// </summary>
internal sealed class SeenItems
{
    private readonly Dictionary<UInt128, ItemVersion> _versions = [];

    /// <summary>The version that an item of this run left behind under the same key; null if there was none.</summary>
    public ItemVersion? Find(in ItemKey key) => _versions.TryGetValue(key.ToDigest(), out ItemVersion version) ? version : null;

    /// <summary>Remembers what an item left behind; a later version takes the place of an earlier one.</summary>
    public void Add(in ItemKey key, Item version) => _versions[key.ToDigest()] = new ItemVersion(version);
}

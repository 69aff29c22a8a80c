using System.Buffers.Binary;
using System.Text;
using Restoration.Items;

namespace Restoration.Planning;

/// <summary>
/// What stands in the destination, as far as this run has decided it: so that an item which the source has twice is seen,
/// in a plan as in a run. What lies in two places is two items. Grows by one digest and one version an item and by nothing else.
/// </summary>
internal sealed class SeenItems
{
    private readonly Dictionary<UInt128, ItemVersion> _versions = [];
    private readonly Dictionary<Location, UInt128> _places = [];
    private (Location? Place, UInt128 Digest) _last;

    /// <summary>The version that an item of this run left behind under the same key; null if there was none.</summary>
    public ItemVersion? Find(Location place, in ItemKey key) => _versions.TryGetValue(Digest(place, key), out ItemVersion version) ? version : null;

    /// <summary>Remembers what an item left behind; a later version takes the place of an earlier one.</summary>
    public void Add(Location place, in ItemKey key, Item version) => _versions[Digest(place, key)] = new ItemVersion(version);

    private UInt128 Digest(Location place, in ItemKey key) => Digest(place) ^ key.ToDigest();

    private UInt128 Digest(Location place)
    {
        if (!ReferenceEquals(place, _last.Place))
        {
            if (!_places.TryGetValue(place, out UInt128 digest))
            {
                _places.Add(place, digest = Digest(ContentHash.Of(Encoding.UTF8.GetBytes(place.ToString().ToUpperInvariant()))));
            }

            _last = (place, digest);
        }

        return _last.Digest;
    }

    private static UInt128 Digest(ContentHash hash)
    {
        Span<byte> digest = stackalloc byte[ContentHash.Length];
        hash.CopyTo(digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}

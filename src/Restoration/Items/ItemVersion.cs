using System.Buffers.Binary;

namespace Restoration.Items;

/// <summary>As much of an item as it takes to tell whether another one is the same, newer or older.</summary>
public readonly record struct ItemVersion
{
    private readonly UInt128 _comparison;
    private readonly long _modifiedTicks;
    private readonly int _sequence;

    /// <summary>The version of an item.</summary>
    public ItemVersion(Item item)
    {
        Span<byte> digest = stackalloc byte[ContentHash.Length];
        item.ComparisonHash.CopyTo(digest);
        _comparison = BinaryPrimitives.ReadUInt128BigEndian(digest);
        _modifiedTicks = item.LastModified?.UtcTicks ?? 0;
        _sequence = item.Sequence;
    }

    /// <summary>Whether there is nothing to tell them apart by.</summary>
    public bool IsSameAs(in ItemVersion other) => _comparison == other._comparison;

    /// <summary>Positive if this one is newer, by SEQUENCE, then by time of last change; 0 if nothing says so.</summary>
    public int CompareAge(in ItemVersion other)
    {
        int newer = _sequence.CompareTo(other._sequence);
        return newer == 0 && _modifiedTicks != 0 && other._modifiedTicks != 0 ? _modifiedTicks.CompareTo(other._modifiedTicks) : newer;
    }
}

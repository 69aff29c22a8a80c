namespace Restoration.Formats.Recurrence;

/// <summary>BYSETPOS: which members of a set are meant, counted from its beginning or from its end.</summary>
internal sealed class SetPositions(IReadOnlyList<int> positions)
{
    private int[] _chosen = [];
    private int _size = -1;

    /// <summary>The smallest set that a position can be found in.</summary>
    public int LeastSize { get; } = positions.Min(Math.Abs);

    /// <summary>The chosen members' numbers in a set of this size, from 0, in order.</summary>
    public int[] Of(int size)
    {
        if (size != _size)
        {
            _size = size;
            _chosen = size < LeastSize ? [] : [.. positions.Select(position => position > 0 ? position - 1 : size + position)
                .Where(number => number >= 0 && number < size).Distinct().Order()];
        }

        return _chosen;
    }
}

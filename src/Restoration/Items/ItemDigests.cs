namespace Restoration.Items;

/// <summary>
/// The two digests of an item, known or worked out of its content when the first of them is asked for: to convert, to check or to
/// show a file nobody asks, and they take longer than all the rest of reading. Two are equal if their digests are.
/// </summary>
public sealed class ItemDigests : IEquatable<ItemDigests>
{
    private volatile Known? _known;
    private volatile Pending? _pending;

    /// <summary>Digests that are known.</summary>
    /// <param name="content">The digest of the exact content.</param>
    /// <param name="comparison">The digest that items are compared by.</param>
    public ItemDigests(ContentHash content, ContentHash comparison) => _known = new Known(content, comparison);

    /// <summary>Digests that are worked out when one is asked for.</summary>
    /// <param name="content">The exact content, which must not change.</param>
    /// <param name="compare">Makes the digest that items are compared by of it, on any thread, and always the same.</param>
    public ItemDigests(ReadOnlyMemory<byte> content, Func<ReadOnlyMemory<byte>, ContentHash> compare) => _pending = new Pending(content, compare);

    /// <summary>Digests of nothing.</summary>
    public static ItemDigests None { get; } = new(default, default(ContentHash));

    /// <summary>The address of the exact content.</summary>
    public ContentHash Content => Resolve().Content;

    /// <summary>The digest that items are compared by.</summary>
    public ContentHash Comparison => Resolve().Comparison;

    /// <inheritdoc/>
    public bool Equals(ItemDigests? other) => ReferenceEquals(this, other) || (other is not null && Resolve() == other.Resolve());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ItemDigests);

    /// <inheritdoc/>
    public override int GetHashCode() => Resolve().GetHashCode();

    /// <summary>Works them out, so that the content is no longer needed.</summary>
    internal Known Resolve()
    {
        // Read in this order: what is no longer pending is known. Two threads may both do the work, and come to the same.
        Pending? pending = _pending;
        if (_known is { } known)
        {
            return known;
        }

        known = new Known(ContentHash.Of(pending!.Content.Span), pending.Compare(pending.Content));
        _known = known;
        _pending = null;
        return known;
    }

    /// <summary>The digests.</summary>
    internal sealed record Known(ContentHash Content, ContentHash Comparison);

    private sealed record Pending(ReadOnlyMemory<byte> Content, Func<ReadOnlyMemory<byte>, ContentHash> Compare);
}

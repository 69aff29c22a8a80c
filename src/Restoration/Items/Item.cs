using System.Diagnostics.CodeAnalysis;

namespace Restoration.Items;

/// <summary>
/// One version of one item: what it is recognised by, what lists and plans show of it, and its exact content.
/// Immutable; a changed item is another <see cref="Item"/>.
/// </summary>
public sealed record Item
{
    private readonly ItemDigests _digests = ItemDigests.None;
    private readonly ReadOnlyMemory<byte> _content;

    /// <summary>An item whose digests are known.</summary>
    public Item()
    {
    }

    /// <summary>An item whose digests are worked out when somebody asks for them.</summary>
    /// <param name="itemClass">The message class.</param>
    /// <param name="key">What it is recognised by.</param>
    /// <param name="digests">The digests of its content.</param>
    [SetsRequiredMembers]
    public Item(string itemClass, in ItemKey key, ItemDigests digests)
    {
        ItemClass = itemClass;
        Key = key;
        _digests = digests;
    }

    /// <summary>The message class, such as <see cref="ItemClasses.Appointment"/>.</summary>
    public required string ItemClass { get; init; }

    /// <summary>What the item is recognised by.</summary>
    public required ItemKey Key { get; init; }

    /// <summary>The address of the exact content.</summary>
    public required ContentHash ContentHash
    {
        get => _digests.Content;
        init => _digests = new ItemDigests(value, _digests.Comparison);
    }

    /// <summary>
    /// Equal for two items that a restore need not tell apart: covers everything that is restored,
    /// but not the ids, nor the time stamps of writing (DTSTAMP, CREATED, LAST-MODIFIED).
    /// </summary>
    public required ContentHash ComparisonHash
    {
        get => _digests.Comparison;
        init => _digests = new ItemDigests(_digests.Content, value);
    }

    /// <summary>The subject; empty if there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When it starts.</summary>
    public CalendarTime? Start { get; init; }

    /// <summary>When it ends, exclusive; for a series, when its first occurrence ends.</summary>
    public CalendarTime? End { get; init; }

    /// <summary>Whether it lasts whole days.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>Whether it recurs.</summary>
    public bool IsSeries { get; init; }

    /// <summary>When the last occurrence of a series ends; null if it never does, or for single appointments.</summary>
    public DateTimeOffset? SeriesEnd { get; init; }

    /// <summary>The revision that the organizer counts (RFC 5545 §3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>When the item was last changed, as far as it says so.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The size of the content in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The exact content; empty until it is loaded.</summary>
    public ReadOnlyMemory<byte> Content
    {
        get => _content;
        init
        {
            _content = value;
            if (value.IsEmpty)
            {
                // Whoever drops the content wants its memory back, and the digests hold it until they are known.
                _digests.Resolve();
            }
        }
    }
}

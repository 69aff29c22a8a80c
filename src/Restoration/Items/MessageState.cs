namespace Restoration.Items;

/// <summary>
/// What a mailbox knows of a message that does not stand in the message: whether it was read, its flag, its categories. What is
/// null was not said, so that the message itself, or what is there already, decides.
/// </summary>
public sealed record MessageState
{
    /// <summary>The message class.</summary>
    public string ItemClass { get; init; } = ItemClasses.Note;

    /// <summary>When it came in.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Whether it was read.</summary>
    public bool? IsRead { get; init; }

    /// <summary>Its flag.</summary>
    public FlagStatus? Flag { get; init; }

    /// <summary>How important it is.</summary>
    public Importance? Importance { get; init; }

    /// <summary>What was done with it.</summary>
    public MessageMarks? Marks { get; init; }

    /// <summary>Its categories in their order; null if nothing was said of them.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The id that it goes by in place of its Message-ID: that of a second copy, or of an item that has no Message-ID.</summary>
    public string? Uid { get; init; }

    /// <summary>The immutable id in Microsoft Graph's text form.</summary>
    public string? ImmutableId { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>This state, with what it does not say taken from another.</summary>
    public MessageState Over(MessageState below)
    {
        ArgumentNullException.ThrowIfNull(below);
        return this with
        {
            Received = Received ?? below.Received,
            IsRead = IsRead ?? below.IsRead,
            Flag = Flag ?? below.Flag,
            Importance = Importance ?? below.Importance,
            Marks = Marks ?? below.Marks,
            Categories = Categories ?? below.Categories,
            Uid = Uid ?? below.Uid,
            ImmutableId = ImmutableId ?? below.ImmutableId,
            LastModified = LastModified ?? below.LastModified,
        };
    }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(MessageState? other) => other is not null
        && string.Equals(ItemClass, other.ItemClass, StringComparison.OrdinalIgnoreCase)
        && (Received, IsRead, Flag, Importance, Marks, Uid, ImmutableId, LastModified)
            == (other.Received, other.IsRead, other.Flag, other.Importance, other.Marks, other.Uid, other.ImmutableId, other.LastModified)
        && (Categories is null) == (other.Categories is null)
        && (Categories ?? []).SequenceEqual(other.Categories ?? [], StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Received, IsRead, Flag, Importance, Marks, Uid, Categories?.Count);
}

namespace Restoration.Policies.Content;

/// <summary>What a property is compared with: exactly one of these, as its type says; none of them for <c>$null</c>.</summary>
public sealed record ContentValue
{
    /// <summary>There is no value.</summary>
    public static ContentValue Null { get; } = new();

    /// <summary>A text, a pattern or a word.</summary>
    public string? Text { get; init; }

    /// <summary>A truth value.</summary>
    public bool? Truth { get; init; }

    /// <summary>A number of bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The moment, or the first one of a day.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether it is <c>$null</c>.</summary>
    public bool IsNull => this == Null;
}

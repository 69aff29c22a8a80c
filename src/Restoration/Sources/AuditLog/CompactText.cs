using System.Text;

namespace Restoration.Sources.AuditLog;

/// <summary>A text in half the memory: ids are long, there can be 100,000 of them, and hardly one is ever shown.</summary>
internal readonly struct CompactText : IEquatable<CompactText>
{
    private readonly byte[]? _utf8;

    private CompactText(byte[]? utf8) => _utf8 = utf8;

    /// <summary>Whether there is a text.</summary>
    public bool HasValue => _utf8 is not null;

    /// <summary>Keeps a text, or that there is none.</summary>
    public static CompactText Of(string? text) => new(text is null ? null : Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public bool Equals(CompactText other) => _utf8.AsSpan().SequenceEqual(other._utf8) && HasValue == other.HasValue;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CompactText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(_utf8);
        return hash.ToHashCode();
    }

    /// <summary>The text.</summary>
    public override string? ToString() => _utf8 is null ? null : Encoding.UTF8.GetString(_utf8);
}

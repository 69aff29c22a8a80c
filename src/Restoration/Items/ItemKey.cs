using System.Buffers.Binary;
using System.Text;

namespace Restoration.Items;

/// <summary>
/// What an item is recognised by, strongest first: immutable id, global id, natural key.
/// </summary>
public readonly record struct ItemKey
{
    /// <summary>The iCalendar UID of an appointment; the Message-ID of a message. Compared ordinally.</summary>
    public string? Uid { get; init; }

    /// <summary>
    /// Which occurrence of a series this item overrides: its original start, as a UTC instant (<c>20261103T080000Z</c>),
    /// a date (<c>20261103</c>) or a floating time; null for everything that is no override (RFC 5545 §3.8.4.4).
    /// </summary>
    public string? RecurrenceId { get; init; }

    /// <summary>The immutable id in Microsoft Graph's text form. Compared ordinally: ids are case-sensitive.</summary>
    public string? ImmutableId { get; init; }

    /// <summary>The digest that two copies of the same appointment share when no id survived.</summary>
    public ContentHash NaturalKey { get; init; }

    /// <summary>
    /// Sixteen bytes that two keys share when they name the same item: by UID and occurrence, or by natural key where there is no UID.
    /// For what has to remember each item of a calendar.
    /// </summary>
    internal UInt128 ToDigest()
    {
        Span<byte> digest = stackalloc byte[ContentHash.Length];
        ContentHash hash = Uid is null ? NaturalKey : ContentHash.Of(Encoding.UTF8.GetBytes($"{Uid}\n{RecurrenceId}"));
        hash.CopyTo(digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}

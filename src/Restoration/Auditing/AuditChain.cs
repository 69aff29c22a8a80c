using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Restoration.Items;

namespace Restoration.Auditing;

/// <summary>The hash chain: each entry's link covers the link before it and all that the entry says.</summary>
public static class AuditChain
{
    /// <summary>The entry with its place and its link.</summary>
    /// <param name="entry">What happened.</param>
    /// <param name="sequence">The place after the last entry's.</param>
    /// <param name="previous">The last entry's link; the default for the first entry of all.</param>
    public static AuditEntry Link(AuditEntry entry, long sequence, ContentHash previous)
    {
        AuditEntry placed = entry with { Sequence = sequence };
        return placed with { Hash = Compute(placed, previous) };
    }

    /// <summary>The link that an entry has to have after <paramref name="previous"/>.</summary>
    public static ContentHash Compute(AuditEntry entry, ContentHash previous)
    {
        ArrayBufferWriter<byte> bytes = new(384);
        Append(bytes, previous);
        Append(bytes, entry.Sequence);
        Append(bytes, entry.At.UtcTicks);
        Append(bytes, entry.Actor);
        Append(bytes, entry.Operation);
        Append(bytes, entry.RequestId?.ToString());
        Append(bytes, entry.Target);
        Append(bytes, entry.ItemId);
        Append(bytes, entry.Uid);
        Append(bytes, entry.Subject);
        Append(bytes, entry.Before ?? default);
        Append(bytes, entry.After ?? default);
        Append(bytes, (long)entry.Outcome);
        Append(bytes, entry.Duration?.Ticks ?? -1);
        Append(bytes, entry.Detail);
        return ContentHash.Of(bytes.WrittenSpan);
    }

    private static void Append(ArrayBufferWriter<byte> bytes, ContentHash hash)
    {
        hash.CopyTo(bytes.GetSpan(ContentHash.Length));
        bytes.Advance(ContentHash.Length);
    }

    private static void Append(ArrayBufferWriter<byte> bytes, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }

    // The length first, so that no two entries have the same bytes; none is told from empty.
    private static void Append(ArrayBufferWriter<byte> bytes, string? text)
    {
        Append(bytes, text is null ? -1 : (long)Encoding.UTF8.GetByteCount(text));
        if (text is not null)
        {
            Encoding.UTF8.GetBytes(text, bytes);
        }
    }
}

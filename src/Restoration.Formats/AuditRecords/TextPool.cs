using System.Runtime.InteropServices;
using System.Text;

namespace Restoration.Formats.AuditRecords;

/// <summary>Gives out one string for texts that come again and again, such as the mailbox of 100,000 records.</summary>
internal sealed class TextPool
{
    private const int Slots = 1024;
    private const int LongestText = 256;

    private readonly (byte[] Bytes, string Text)[] _slots = new (byte[], string)[Slots];

    /// <summary>The text of these bytes; the same string as last time, unless another text has taken its place since.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestText)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref (byte[] Bytes, string Text) slot = ref _slots[SlotOf(utf8)];
        if (slot.Bytes is null || !utf8.SequenceEqual(slot.Bytes))
        {
            slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return slot.Text;
    }

    // Names, addresses and ids differ at their ends; all their bytes need not be looked at.
    private static int SlotOf(ReadOnlySpan<byte> utf8)
    {
        ulong hash = (ulong)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
        {
            hash ^= MemoryMarshal.Read<ulong>(utf8) * 0x9E3779B97F4A7C15;
            hash ^= MemoryMarshal.Read<ulong>(utf8[^sizeof(ulong)..]) * 0xC2B2AE3D27D4EB4F;
        }
        else
        {
            foreach (byte value in utf8)
            {
                hash = (hash ^ value) * 0x100000001B3;
            }
        }

        return (int)((hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9 >> 54);
    }
}

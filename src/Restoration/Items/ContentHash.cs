using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Restoration.Failures;

namespace Restoration.Items;

/// <summary>A SHA-256 digest: the address of a content, or the fingerprint that two items are compared by.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct ContentHash : IComparable<ContentHash>
{
    /// <summary>The digest's length in bytes.</summary>
    public const int Length = 32;

    // To set the algorithm up takes as long as to hash a small content.
    [ThreadStatic]
    private static IncrementalHash? Hasher;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Takes a digest that was computed before.</summary>
    /// <param name="digest">Exactly <see cref="Length"/> bytes.</param>
    public ContentHash(ReadOnlySpan<byte> digest)
    {
        if (digest.Length != Length)
        {
            throw new RestorationException(FailureCode.InvalidData, $"A content hash has {Length} bytes, not {digest.Length}.");
        }

        this = MemoryMarshal.Read<ContentHash>(digest);
    }

    /// <summary>Hashes <paramref name="content"/>.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[Length];
        IncrementalHash hasher = Hasher ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(content);
        hasher.GetHashAndReset(digest);
        return new ContentHash(digest);
    }

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    public static ContentHash Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new ContentHash(Convert.FromHexString(text));
        }
        catch (FormatException cause)
        {
            throw new RestorationException(FailureCode.InvalidData, $"'{text}' is no content hash of {Length * 2} hexadecimal digits.", text, cause);
        }
    }

    /// <summary>The digest's bytes.</summary>
    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes the digest's bytes to <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    /// <inheritdoc/>
    public int CompareTo(ContentHash other) => AsBytes(in this).SequenceCompareTo(AsBytes(in other));

    /// <summary>Lower-case hexadecimal.</summary>
    public override string ToString() => Convert.ToHexString(AsBytes(in this)).ToLowerInvariant();

    private static ReadOnlySpan<byte> AsBytes(in ContentHash hash)
        => MemoryMarshal.AsBytes(new ReadOnlySpan<ContentHash>(in Unsafe.AsRef(in hash)));
}

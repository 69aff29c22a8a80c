using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Restoration.Items;
using Restoration.Storage.Sql;

namespace Restoration.Storage.Copying;

/// <summary>The digest of the rows of a table, the same for the same rows in every kind of database.</summary>
internal sealed class TableDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Takes the next value in.</summary>
    public void Append(object? value)
    {
        switch (value)
        {
            case null:
                Append('-', []);
                break;
            case byte[] bytes:
                Append('b', bytes);
                break;
            case bool truth:
                Append('t', [truth ? (byte)1 : (byte)0]);
                break;
            case long number:
                Span<byte> big = stackalloc byte[sizeof(long)];
                BinaryPrimitives.WriteInt64BigEndian(big, number);
                Append('n', big);
                break;
            case DateTimeOffset time:
                Append('d', Encoding.UTF8.GetBytes(StoredTime.Write(time)));
                break;
            case string text:
                Append('s', Encoding.UTF8.GetBytes(text));
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is no type of the store.", nameof(value));
        }
    }

    /// <summary>The digest of all values since the beginning.</summary>
    public ContentHash Finish() => new(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    // The kind and the length first, so that no two rows have the same bytes.
    private void Append(char kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        _hash.AppendData(head);
        _hash.AppendData(bytes);
    }
}

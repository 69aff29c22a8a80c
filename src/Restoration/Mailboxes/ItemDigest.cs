using System.Security.Cryptography;
using System.Text;
using Restoration.Items;

namespace Restoration.Mailboxes;

/// <summary>
/// A digest over items by what every file format holds of them, in their order: UID, occurrence and subject. A file that is read
/// back has the digest of what was written.
/// </summary>
internal sealed class ItemDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many items were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds the next item.</summary>
    public void Add(Item item)
    {
        Count++;
        _hash.AppendData(Encoding.UTF8.GetBytes($"{item.Key.Uid}\n{item.Key.RecurrenceId}\n{item.Subject}\n\n"));
    }

    /// <summary>The digest.</summary>
    public ContentHash GetHash() => new(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}

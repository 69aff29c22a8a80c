using System.Runtime.CompilerServices;
using Restoration.Failures;
using Restoration.Items;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>Files that are one message: <c>.eml</c>, and those of a Maildir.</summary>
internal static class EmlReader
{
    /// <summary>Reads the file.</summary>
    public static async IAsyncEnumerable<MailboxEntry> ReadAsync(MailFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await ReadBytesAsync(file, cancellation).ConfigureAwait(false) is not { } bytes)
        {
            yield return file.Say(
                Severity.Error, FailureCode.LimitExceeded, FormattableString.Invariant($"the message is larger than {file.Limits.ItemSize} bytes; it was left out."));
            yield break;
        }

        MessageState? flags = file.Place.IsMaildir ? MaildirFlags.Read(file.Place.FileName) : null;
        await foreach (MailboxEntry entry in new MessageReader(file, file.Folder).ReadAsync(bytes, flags, null, cancellation).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    /// <summary>All of a file; null if it is larger than an item may be.</summary>
    public static async ValueTask<byte[]?> ReadBytesAsync(MailFile file, CancellationToken cancellation)
    {
        using MemoryStream bytes = new();
        byte[] piece = new byte[64 << 10];
        try
        {
            int length;
            while ((length = await file.Stream.ReadAsync(piece, cancellation).ConfigureAwait(false)) > 0)
            {
                if (bytes.Length + length > file.Limits.ItemSize)
                {
                    return null;
                }

                await bytes.WriteAsync(piece.AsMemory(0, length), cancellation).ConfigureAwait(false);
            }
        }
        catch (InvalidDataException cause)
        {
            throw new RestorationException(FailureCode.InvalidData, $"'{file.Name}' is damaged or cut off: the compressed data ends in an error. Copy it again.", file.Name, cause);
        }

        return bytes.ToArray();
    }
}

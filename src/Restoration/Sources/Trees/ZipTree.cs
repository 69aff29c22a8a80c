using System.IO.Compression;
using System.Runtime.CompilerServices;
using Restoration.Failures;

namespace Restoration.Sources.Trees;

/// <summary>A zip archive. Its directory is looked at as a whole before anything is taken out of it.</summary>
internal sealed class ZipTree : IFileTree
{
    private readonly string _path;
    private readonly ZipArchive _archive;

    /// <summary>Opens an archive.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: it is damaged; <see cref="FailureCode.LimitExceeded"/>.</exception>
    public ZipTree(string path, string shown)
    {
        _path = path;
        Name = shown;
        try
        {
            _archive = ZipFile.OpenRead(path);
            long compressed = _archive.Entries.Sum(entry => entry.CompressedLength);
            if (ExpansionGuard.IsBomb(_archive.Entries.Sum(entry => entry.Length), compressed))
            {
                _archive.Dispose();
                throw ExpansionGuard.Refuse(shown, null);
            }
        }
        catch (InvalidDataException cause)
        {
            throw Damaged(cause);
        }
    }

    public string Name { get; }

    public bool IsSingleFile => false;

    public string GetFingerprint() => InputFile.Fingerprint(_path);

    public async IAsyncEnumerable<TreeFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            string path = TreePaths.Clean(entry.FullName);
            if (path.EndsWith('/') || path.Length == 0)
            {
                continue;
            }

            yield return TreePaths.FindFault(Name, path) ?? FileOf(entry, path);
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private TreeFile FileOf(ZipArchiveEntry entry, string path)
    {
        // The upper half of the attributes is the mode that Unix programs keep; 0xA000 is a link.
        bool isLink = ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;
        return isLink
            ? TreeFile.LeftOut(Name, path, Severity.Warning, FailureCode.InvalidData, "is a link; it was not followed.")
            : ExpansionGuard.IsBomb(entry.Length, entry.CompressedLength)
                ? TreeFile.LeftOut(Name, path, Severity.Error, FailureCode.LimitExceeded, "expands to more than any mailbox does; it was left out.")
                : new TreeFile(path, entry.Length) { Open = () => new GuardedStream(Open(entry), read => Check(entry, path, read)) };
    }

    private Stream Open(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException cause)
        {
            throw Damaged(cause);
        }
    }

    private void Check(ZipArchiveEntry entry, string path, long read)
    {
        if (read > entry.Length)
        {
            throw new RestorationException(
                FailureCode.InvalidData, $"'{path}' in '{Name}' is longer than the archive says; it was made to deceive, or is damaged. Copy it again.", Name);
        }
    }

    private RestorationException Damaged(InvalidDataException cause)
        => new(FailureCode.InvalidData, $"The archive '{Name}' is damaged or cut off. Copy it again.", Name, cause);
}

using System.IO.Compression;

namespace Restoration.Destinations.Trees;

/// <summary>One file that is all of a mailbox; <c>.gz</c> at the end of its name compresses it.</summary>
internal sealed class FileSink(string target, bool overwrite, Guid unique) : IFileSink
{
    private readonly AtomicFile _file = AtomicFile.Create(target, overwrite, unique);

    public long Size { get; private set; }

    public Stream Create(string path) => target.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
        ? new GZipStream(_file.Stream, CompressionLevel.Optimal, leaveOpen: true)
        : new CountedStream(_file.Stream, _ => { }, stream => stream.Flush());

    public void CreateFolder(string path)
    {
    }

    public async ValueTask CommitAsync(CancellationToken cancellation)
    {
        Size = _file.Stream.Length;
        await _file.CommitAsync(cancellation).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}

using System.IO.Compression;

namespace Restoration.Destinations.Trees;

/// <summary>A zip archive.</summary>
internal sealed class ZipSink : IFileSink
{
    private readonly AtomicFile _file;
    private readonly ZipArchive _archive;

    public ZipSink(string target, bool overwrite, Guid unique)
    {
        _file = AtomicFile.Create(target, overwrite, unique);
        _archive = new ZipArchive(_file.Stream, ZipArchiveMode.Create, leaveOpen: true);
    }

    public long Size { get; private set; }

    public Stream Create(string path) => _archive.CreateEntry(path, CompressionLevel.Optimal).Open();

    public void CreateFolder(string path) => _archive.CreateEntry(path.TrimEnd('/') + "/");

    public async ValueTask CommitAsync(CancellationToken cancellation)
    {
        _archive.Dispose();
        Size = _file.Stream.Length;
        await _file.CommitAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _archive.Dispose();
        await _file.DisposeAsync().ConfigureAwait(false);
    }
}

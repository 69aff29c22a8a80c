using System.Formats.Tar;
using System.IO.Compression;

namespace Restoration.Destinations.Trees;

/// <summary>
/// A tar archive, compressed by gzip. An entry begins with its length, so that each file is gathered on the disk before it goes in.
/// </summary>
internal sealed class TarSink : IFileSink
{
    private readonly AtomicFile _file;
    private readonly GZipStream _compressed;
    private readonly TarWriter _archive;
    private readonly string _spool;
    private readonly DateTimeOffset _writtenAt;

    public TarSink(string target, bool overwrite, Guid unique, DateTimeOffset writtenAt)
    {
        _file = AtomicFile.Create(target, overwrite, unique);
        _compressed = new GZipStream(_file.Stream, CompressionLevel.Optimal, leaveOpen: true);
        _archive = new TarWriter(_compressed, TarEntryFormat.Pax, leaveOpen: true);
        _spool = $"{_file.Stream.Name}.entry";
        _writtenAt = writtenAt;
    }

    public long Size { get; private set; }

    public Stream Create(string path)
    {
        FileStream spool = new(_spool, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        return new CountedStream(spool, _ => { }, _ =>
        {
            spool.Position = 0;
            _archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = spool, ModificationTime = _writtenAt });
            spool.Dispose();
        });
    }

    public void CreateFolder(string path)
        => _archive.WriteEntry(new PaxTarEntry(TarEntryType.Directory, path.TrimEnd('/') + "/") { ModificationTime = _writtenAt });

    public async ValueTask CommitAsync(CancellationToken cancellation)
    {
        await _archive.DisposeAsync().ConfigureAwait(false);
        await _compressed.DisposeAsync().ConfigureAwait(false);
        Size = _file.Stream.Length;
        await _file.CommitAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync().ConfigureAwait(false);
        await _compressed.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace Restoration.Sources;

/// <summary>
/// Decompresses a file, and notices when it was cut off: .NET before 9 takes the end of the bytes for the end of the data. The
/// last four bytes of a whole file say how long its last part is (RFC 1952 §2.3.1).
/// </summary>
internal sealed class GZipInput : Stream
{
    private const int TrailerLength = sizeof(uint);

    private readonly FileStream _file;
    private readonly GZipStream _data;
    private readonly uint _lastLength;
    private long _read;

    /// <summary>Begins with a file that can go back; it is closed with this.</summary>
    public GZipInput(FileStream file)
    {
        _file = file;
        Span<byte> trailer = stackalloc byte[TrailerLength];
        file.Position = Math.Max(0, file.Length - TrailerLength);
        int length = file.ReadAtLeast(trailer, TrailerLength, throwOnEndOfStream: false);
        _lastLength = length < TrailerLength ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        file.Position = 0;
        _data = new GZipStream(file, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Count(_data.Read(buffer), buffer.Length);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Count(await _data.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    /// <inheritdoc/>
    public override void Flush() => _data.Flush();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _data.Dispose();
        }

        base.Dispose(disposing);
    }

    // Several parts in a row are longer than the last; what is cut off is shorter than what its last bytes happen to say.
    private int Count(int read, int wanted)
    {
        _read += read;
        bool isEnd = read == 0 && wanted > 0;
        return isEnd && _read <= uint.MaxValue && _lastLength > _read
            ? throw new InvalidDataException($"'{_file.Name}' is cut off.")
            : read;
    }
}

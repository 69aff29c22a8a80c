using System.Buffers;
using System.Runtime.InteropServices;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>A window of UTF-8 bytes that slides over a stream, or lies on bytes that are there already.</summary>
internal sealed class InputBuffer : IDisposable
{
    private const int ChunkSize = 128 * 1024;
    private const int LongestMark = 4;

    private readonly Stream? _stream;
    private byte[] _bytes;
    private int _position;
    private int _end;
    private int _wanted;
    private bool _isStarted;
    private Utf16Decoder? _utf16;

    /// <summary>Reads a stream, which stays the caller's.</summary>
    public InputBuffer(Stream stream)
    {
        _stream = stream;
        _bytes = ArrayPool<byte>.Shared.Rent(ChunkSize);
    }

    /// <summary>Holds nothing until <see cref="Lay"/> puts it on bytes.</summary>
    public InputBuffer()
    {
        _bytes = [];
        IsComplete = true;
    }

    /// <summary>Lies on bytes that are UTF-8 already.</summary>
    public void Lay(ReadOnlyMemory<byte> content)
    {
        if (!MemoryMarshal.TryGetArray(content, out ArraySegment<byte> segment))
        {
            segment = content.ToArray();
        }

        _bytes = segment.Array!;
        _position = segment.Offset;
        _end = segment.Offset + segment.Count;
    }

    /// <summary>Whether nothing follows what is unread.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What is in the window and not yet read.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_position, _end - _position);

    /// <summary>The same, as long as the window stays.</summary>
    public ReadOnlyMemory<byte> UnreadMemory => _bytes.AsMemory(_position, _end - _position);

    /// <summary>How many bytes were read since the beginning.</summary>
    public long Position { get; private set; }

    /// <summary>Marks bytes as read.</summary>
    public void Advance(int count)
    {
        _position += count;
        Position += count;
    }

    /// <summary>Asks for a larger window, once the stream has filled the present one or given as much in all.</summary>
    public void Widen(int size) => _wanted = size;

    /// <summary>Replaces what was read by what comes next in the stream. Everything in the window must have been read.</summary>
    public async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (!_isStarted)
        {
            await StartAsync(cancellation).ConfigureAwait(false);
            return;
        }

        int least = WidenWindow();
        _position = 0;
        _end = _utf16 is null
            ? await _stream!.ReadAtLeastAsync(_bytes, least, throwOnEndOfStream: false, cancellation).ConfigureAwait(false)
            : await _utf16.ReadAsync(_stream!, _bytes, cancellation).ConfigureAwait(false);
        IsComplete = _end == 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_stream is not null && _bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _position = _end = 0;
            IsComplete = true;
        }
    }

    // A large window is read whole: there is no hurry with the first part of a large file, and the parts of it are worked at together.
    private int WidenWindow()
    {
        bool isLarge = _end == _bytes.Length || Position >= _wanted;
        if (isLarge && _bytes.Length < _wanted && _utf16 is null)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(_wanted);
        }

        return _bytes.Length > ChunkSize ? _bytes.Length : 1;
    }

    private async ValueTask StartAsync(CancellationToken cancellation)
    {
        _isStarted = true;
        _end = await _stream!.ReadAtLeastAsync(_bytes, LongestMark, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        IsComplete = _end == 0;
        ByteOrderMark mark = ByteOrderMark.Of(Unread);
        _position = mark.Length;
        if (mark.Utf16 is { } encoding)
        {
            _utf16 = new Utf16Decoder(encoding, Unread);
            _position = 0;
            _end = await _utf16.ReadAsync(_stream!, _bytes, cancellation).ConfigureAwait(false);
            IsComplete = _end == 0;
        }
    }
}

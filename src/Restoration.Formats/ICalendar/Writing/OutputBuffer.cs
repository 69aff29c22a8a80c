using System.Buffers;

namespace Restoration.Formats.ICalendar.Writing;

/// <summary>Gathers what is written until there is enough to be worth a call to the stream.</summary>
internal sealed class OutputBuffer : IBufferWriter<byte>, IDisposable
{
    private const int UsualSize = 128 * 1024;
    private const int FlushAt = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _length;

    /// <summary>Whether it is time to write.</summary>
    public bool IsFull => _length >= FlushAt;

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Writes everything to a stream.</summary>
    public async ValueTask FlushAsync(Stream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _length), cancellation).ConfigureAwait(false);
        _length = 0;
        if (_bytes.Length > UsualSize)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _length = 0;
        }
    }

    private void Reserve(int count)
    {
        count = Math.Max(count, 1);
        if (count > _bytes.Length - _length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, (long)_length + count)));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}

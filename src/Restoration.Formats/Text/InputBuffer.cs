using System.Buffers;
using Restoration.Failures;

namespace Restoration.Formats.Text;

/// <summary>
/// A window on a stream that slides forward, and grows only while something longer than it has to be seen whole.
/// What it shows may be changed in place and is valid until the next fill.
/// </summary>
internal sealed class InputBuffer(Stream stream, string fileName) : IDisposable
{
    private const int InitialLength = 128 << 10;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialLength);
    private bool _isRented = true;
    private int _start;
    private int _end;

    /// <summary>Whether nothing follows what <see cref="Unread"/> shows.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>What has been read from the stream and not been passed yet.</summary>
    public Memory<byte> Unread => _bytes.AsMemory(_start, _end - _start);

    /// <summary>Passes bytes; they stay where they are until the next fill.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Reads until the window is full or the stream ends; a window that is more than half full doubles.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.InvalidData"/>: compressed data is damaged or cut off.</exception>
    public async ValueTask FillAsync(CancellationToken cancellation)
    {
        MakeRoom();
        Memory<byte> room = _bytes.AsMemory(_end);
        try
        {
            int count = await stream.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            _end += count;
            IsAtEnd = count < room.Length;
        }
        catch (InvalidDataException exception)
        {
            throw new RestorationException(
                FailureCode.InvalidData,
                $"'{fileName}' is damaged or cut off: the compressed data ends in an error. Copy it again.",
                fileName,
                exception);
        }
    }

    public void Dispose()
    {
        Release();
        _bytes = [];
        _start = _end = 0;
    }

    private void Release()
    {
        if (_isRented)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _isRented = false;
        }
    }

    private void MakeRoom()
    {
        int length = _end - _start;
        if (length < _bytes.Length / 2)
        {
            _bytes.AsSpan(_start, length).CopyTo(_bytes);
        }
        else
        {
            // Neither what is grown out of nor the largest may stay in the pool: together they are as much again.
            byte[] larger = GC.AllocateUninitializedArray<byte>(_bytes.Length * 2);
            _bytes.AsSpan(_start, length).CopyTo(larger);
            Release();
            _bytes = larger;
        }

        _start = 0;
        _end = length;
    }
}

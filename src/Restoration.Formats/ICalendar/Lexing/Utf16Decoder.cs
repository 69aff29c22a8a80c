using System.Text;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>Turns a UTF-16 stream into UTF-8, a chunk at a time; what is no character becomes U+FFFD.</summary>
internal sealed class Utf16Decoder
{
    private const int ChunkSize = 16 * 1024;

    private readonly Decoder _decoder;
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private readonly byte[] _raw = new byte[ChunkSize];
    private readonly char[] _text = new char[ChunkSize];
    private byte[]? _head;

    /// <summary>Begins with bytes that were read to find the encoding out.</summary>
    public Utf16Decoder(Encoding encoding, ReadOnlySpan<byte> head)
    {
        _decoder = encoding.GetDecoder();
        _head = head.ToArray();
    }

    /// <summary>Fills <paramref name="target"/>, which holds at least three bytes for each two of a chunk.</summary>
    /// <returns>How many bytes were written; zero at the end of the stream.</returns>
    public async ValueTask<int> ReadAsync(Stream stream, byte[] target, CancellationToken cancellation)
    {
        while (true)
        {
            int read = TakeHead();
            if (read == 0)
            {
                read = await stream.ReadAsync(_raw, cancellation).ConfigureAwait(false);
            }

            int characters = _decoder.GetChars(_raw, 0, read, _text, 0, flush: read == 0);
            int written = _encoder.GetBytes(_text, 0, characters, target, 0, flush: read == 0);
            if (written > 0 || read == 0)
            {
                return written;
            }
        }
    }

    private int TakeHead()
    {
        if (_head is not { Length: > 0 } head)
        {
            return 0;
        }

        int count = Math.Min(head.Length, _raw.Length);
        head.AsSpan(0, count).CopyTo(_raw);
        _head = head[count..];
        return count;
    }
}

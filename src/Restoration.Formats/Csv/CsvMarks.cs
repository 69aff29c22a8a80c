using System.Numerics;
using System.Runtime.Intrinsics;

namespace Restoration.Formats.Csv;

/// <summary>Goes from one delimiter, line end or quote of a text to the next, looking at 64 bytes at a time.</summary>
/// <param name="text">The text.</param>
/// <param name="delimiter">What stands between two cells.</param>
internal ref struct CsvMarks(ReadOnlySpan<byte> text, byte delimiter)
{
    private const int BlockLength = 64;

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly Vector256<byte> _delimiters = Vector256.Create(delimiter);
    private int _block = -BlockLength;
    private ulong _marks;

    /// <summary>The position of the next mark; the text's length if there is none.</summary>
    public int Next()
    {
        while (_marks == 0)
        {
            _block += BlockLength;
            if (_block >= _text.Length)
            {
                return _text.Length;
            }

            _marks = Find(_text[_block..]);
        }

        int position = _block + BitOperations.TrailingZeroCount(_marks);
        _marks &= _marks - 1;
        return position;
    }

    private readonly ulong Find(ReadOnlySpan<byte> block)
    {
        if (block.Length < BlockLength)
        {
            Span<byte> padded = stackalloc byte[BlockLength];
            padded.Clear();
            block.CopyTo(padded);
            return Find(padded);
        }

        return Find(Vector256.Create(block)) | ((ulong)Find(Vector256.Create(block[Vector256<byte>.Count..])) << Vector256<byte>.Count);
    }

    private readonly uint Find(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, _delimiters)
            | Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r'))).ExtractMostSignificantBits();
}

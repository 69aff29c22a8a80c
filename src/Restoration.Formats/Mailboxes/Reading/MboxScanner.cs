using System.Buffers;
using Restoration.Formats.Text;
using Restoration.Sources;

namespace Restoration.Formats.Mailboxes.Reading;

/// <summary>
/// Takes an mbox file apart message by message, holding one at a time. Of a message that is too large, nothing is kept but where it begins;
/// a line may be as long as it likes.
/// </summary>
internal sealed class MboxScanner(Stream stream, string fileName, ReadLimits limits) : IDisposable
{
    private readonly InputBuffer _buffer = new(stream, fileName);
    private readonly ArrayBufferWriter<byte> _message = new();
    private DateTimeOffset? _nextTime;
    private long _nextLine;
    private long _line;
    private bool _isStrict;
    private bool _isBegun;
    private bool _isInLine;
    private bool _isAfterBlank = true;

    /// <summary>The message that was read last, without quotes; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Message => _message.WrittenMemory;

    /// <summary>When it was put in the file, as far as the file says so.</summary>
    public DateTimeOffset? Time { get; private set; }

    /// <summary>The line that it begins on, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Whether it is larger than an item may be, so that it was not kept.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>How many bytes stand before the first message.</summary>
    public long Before { get; private set; }

    /// <summary>Reads the next message.</summary>
    /// <returns>False at the end.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        _message.ResetWrittenCount();
        (Time, Line, IsTooLarge) = (_nextTime, _nextLine, false);
        while (true)
        {
            if (TakeLines())
            {
                return true;
            }

            if (_buffer.IsAtEnd && _buffer.Unread.Length == 0)
            {
                bool isLast = _isBegun;
                _isBegun = false;
                DropLastBlank();
                return isLast;
            }

            await _buffer.FillAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    // Whether a message ended.
    private bool TakeLines()
    {
        while (true)
        {
            ReadOnlySpan<byte> unread = _buffer.Unread.Span;
            int end = unread.IndexOf((byte)'\n');
            if (end < 0 && !_buffer.IsAtEnd && unread.Length < 1024)
            {
                return false;
            }

            if (unread.IsEmpty)
            {
                return false;
            }

            ReadOnlySpan<byte> line = end < 0 ? unread : unread[..(end + 1)];
            bool isStart = !_isInLine;
            _line += isStart ? 1 : 0;
            bool begins = isStart && _isAfterBlank && (_isStrict ? MboxLine.BeginsMessage(line) : line.StartsWith(MboxLine.From));
            _isInLine = end < 0;
            _isAfterBlank = isStart && line.TrimEnd("\r\n"u8).IsEmpty && end >= 0;
            if (begins)
            {
                bool ends = _isBegun;
                Begin(line);
                _buffer.Advance(line.Length);
                if (ends)
                {
                    DropLastBlank();
                    return true;
                }

                (Time, Line) = (_nextTime, _nextLine);
                continue;
            }

            Keep(isStart ? line[MboxLine.QuoteOf(line)..] : line);
            _buffer.Advance(line.Length);
        }
    }

    private void Begin(ReadOnlySpan<byte> line)
    {
        _isStrict = _isBegun ? _isStrict : MboxLine.BeginsMessage(line);
        _isBegun = true;
        _nextTime = MboxLine.TimeOf(line);
        _nextLine = _line;
    }

    private void Keep(ReadOnlySpan<byte> line)
    {
        if (!_isBegun)
        {
            Before += line.Length;
        }
        else if (IsTooLarge || _message.WrittenCount + line.Length > limits.ItemSize)
        {
            IsTooLarge = true;
            _message.ResetWrittenCount();
        }
        else
        {
            _message.Write(line);
        }
    }

    // The empty line before the next message is none of this one.
    private void DropLastBlank()
    {
        ReadOnlySpan<byte> message = _message.WrittenSpan;
        int length = message switch
        {
            [.., (byte)'\n', (byte)'\r', (byte)'\n'] => message.Length - 2,
            [.., (byte)'\n', (byte)'\n'] => message.Length - 1,
            [(byte)'\n'] or [(byte)'\r', (byte)'\n'] => 0,
            _ => message.Length,
        };
        if (length < message.Length)
        {
            byte[] kept = message[..length].ToArray();
            _message.ResetWrittenCount();
            _message.Write(kept);
        }
    }
}

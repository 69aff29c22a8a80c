using Restoration.Formats.ICalendar.Components;

namespace Restoration.Formats.ICalendar.Lexing;

/// <summary>
/// Unfolds content lines (RFC 5545 §3.1): joins what was folded while it is still bytes, because a fold may lie inside
/// a UTF-8 sequence. Line ends are CR LF, LF or CR, mixed or not; blank lines do not count, not even before a fold.
/// </summary>
internal sealed class LineAssembler(InputBuffer input, int lineLimit)
{
    private enum State
    {
        BetweenLines,
        InLine,
        AfterLineEnd,
    }

    private State _state;
    private bool _isAfterCarriageReturn;

    /// <summary>The number of the line in the file that the last line began on, counted from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>The number of the line in the file that comes next.</summary>
    public long NextLineNumber { get; private set; } = 1;

    /// <summary>Whether the last line was longer than the limit; what was over is gone.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether a blank line follows the last: then nothing of QUOTED-PRINTABLE goes on.</summary>
    public bool IsFollowedByBlankLine { get; private set; }

    /// <summary>Whether the last line is known to hold printable ASCII only.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Counts lines that somebody else has read.</summary>
    public void Pass(long lines)
    {
        NextLineNumber += lines;
        LineNumber = NextLineNumber - 1;
    }

    /// <summary>Appends the next whole line, without its line end, to a component.</summary>
    /// <param name="target">Where it is appended.</param>
    /// <param name="isContinued">Whether it is the rest of the last line: a soft line break of QUOTED-PRINTABLE.</param>
    public LineStatus Read(Component target, bool isContinued)
    {
        while (true)
        {
            ReadOnlySpan<byte> unread = input.Unread;
            if (_state == State.BetweenLines && !isContinued && TryReadWhole(unread, target))
            {
                return LineStatus.Line;
            }

            if (unread.IsEmpty)
            {
                if (!input.IsComplete)
                {
                    return LineStatus.NeedsInput;
                }

                bool isLine = _state != State.BetweenLines;
                _state = State.BetweenLines;
                return isLine ? LineStatus.Line : LineStatus.EndOfInput;
            }

            if (_isAfterCarriageReturn)
            {
                _isAfterCarriageReturn = false;
                input.Advance(unread[0] == '\n' ? 1 : 0);
            }
            else if (_state == State.BetweenLines)
            {
                Begin(unread[0], target, isContinued);
            }
            else if (_state == State.InLine)
            {
                Continue(unread, target);
            }
            else if (unread[0] is (byte)' ' or (byte)'\t')
            {
                input.Advance(1);
                _state = State.InLine;
            }
            else if (unread[0] is (byte)'\r' or (byte)'\n')
            {
                EndPhysicalLine(unread[0]);
                IsFollowedByBlankLine = true;
            }
            else
            {
                _state = State.BetweenLines;
                return LineStatus.Line;
            }
        }
    }

    // The usual line: it ends in the window with all that is folded of it, and the next byte says so.
    private bool TryReadWhole(ReadOnlySpan<byte> unread, Component target)
    {
        if (_isAfterCarriageReturn || unread.IsEmpty || unread[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            return false;
        }

        target.BeginLine();
        int position = 0;
        int lines = 0;
        bool isPlain = true;
        do
        {
            ReadOnlySpan<byte> rest = unread[position..];
            int length = FindEnd(rest, ref isPlain);
            if (length < 0 || length > lineLimit - target.LineLength)
            {
                return false;
            }

            target.Append(rest[..length]);
            position += length + (rest[length] == '\r' && length + 1 < rest.Length && rest[length + 1] == '\n' ? 2 : 1);
            if (position >= unread.Length || unread[position] is < (byte)' ' and not (byte)'\t')
            {
                return false;
            }

            lines++;
        }
        while (unread[position] is (byte)' ' or (byte)'\t' && position++ > 0);

        LineNumber = NextLineNumber;
        NextLineNumber += lines;
        IsPlain = isPlain;
        IsTooLong = IsFollowedByBlankLine = false;
        input.Advance(position);
        return true;
    }

    // One pass finds the end of a plain line and that it is plain.
    private static int FindEnd(ReadOnlySpan<byte> text, ref bool isPlain)
    {
        int special = text.IndexOfAnyExceptInRange((byte)' ', (byte)'~');
        if (special < 0 || text[special] is (byte)'\r' or (byte)'\n')
        {
            return special;
        }

        isPlain = false;
        return text.IndexOfAny((byte)'\r', (byte)'\n');
    }

    private void Begin(byte first, Component target, bool isContinued)
    {
        if (first is (byte)'\r' or (byte)'\n')
        {
            EndPhysicalLine(first);
            return;
        }

        if (first is (byte)' ' or (byte)'\t')
        {
            input.Advance(1);
            return;
        }

        _state = State.InLine;
        IsFollowedByBlankLine = false;
        if (!isContinued)
        {
            LineNumber = NextLineNumber;
            IsPlain = IsTooLong = false;
            target.BeginLine();
        }
    }

    private void Continue(ReadOnlySpan<byte> unread, Component target)
    {
        int end = unread.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> text = end < 0 ? unread : unread[..end];
        int room = Math.Max(lineLimit - target.LineLength, 0);
        if (text.Length > room)
        {
            IsTooLong = true;
        }

        target.Append(text.Length > room ? text[..room] : text);
        input.Advance(text.Length);
        if (end >= 0)
        {
            EndPhysicalLine(unread[end]);
            _state = State.AfterLineEnd;
        }
    }

    private void EndPhysicalLine(byte end)
    {
        NextLineNumber++;
        input.Advance(1);
        _isAfterCarriageReturn = end == '\r';
    }
}

using System.Text;
using Restoration.Failures;

namespace Restoration.Sources;

/// <summary>Reads lines of text, none of them longer than it may be.</summary>
/// <param name="reader">The text.</param>
/// <param name="limit">The most characters of a line.</param>
/// <param name="name">What messages call the text.</param>
internal sealed class BoundedLines(TextReader reader, int limit, string name)
{
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _start;
    private int _end;
    private long _number;

    /// <summary>The next line; null after the last.</summary>
    /// <exception cref="RestorationException"><see cref="FailureCode.LimitExceeded"/>: the line is too long.</exception>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        _line.Clear();
        _number++;
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await reader.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
                if (_end == 0)
                {
                    return _line.Length > 0 ? _line.ToString() : null;
                }
            }

            int feed = _buffer.AsSpan(_start, _end - _start).IndexOf('\n');
            int length = feed < 0 ? _end - _start : feed;
            if (_line.Length + length > limit)
            {
                throw new RestorationException(
                    FailureCode.LimitExceeded,
                    FormattableString.Invariant($"'{name}', line {_number}: it is longer than {limit:N0} characters. It is none that this program wrote."),
                    name);
            }

            _line.Append(_buffer, _start, length);
            _start += length + (feed < 0 ? 0 : 1);
            if (feed >= 0)
            {
                return _line.ToString().TrimEnd('\r');
            }
        }
    }
}
